package london.loti.referral.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import london.loti.model.service.Service;
import london.loti.referral.directory.openreferral.ConfidentialPlaces;

/**
 * What there is for residents, ready to be searched. It knows nothing of where confidential locations are. Immutable and
 * thread-safe; the same services give the same results in whatever order they come.
 *
 * <p>Every service is judged by everything that a query asks. One that is known not to fit is left out, and counted by the
 * first thing against it; one of which something is not known stays, and stands behind those that are known to fit. Ranked
 * is by the product of: how well it has the words (where they stand, and how rare they are), nearness, 0.9 for every thing
 * not known, and freshness; equal ones by id.
 */
public final class Directory {
    private final DirectoryIndex index;
    private final Map<String, Integer> rows = new HashMap<>();

    private Directory(List<Service> sorted, DirectoryOptions options) {
        this.index = DirectoryIndex.of(sorted, options);
        for (int row = 0; row < sorted.size(); row++) {
            rows.put(sorted.get(row).id(), row);
        }
    }

    /**
     * {@return a directory with loti's own words, rules and policies}
     *
     * @param services the services, in any order
     * @throws IllegalArgumentException if an id comes twice
     */
    public static Directory of(List<Service> services) {
        return of(services, DirectoryOptions.withDefaults());
    }

    /**
     * {@return a directory}
     *
     * @param services the services, in any order
     * @param options how it understands words and judges services
     * @throws IllegalArgumentException if an id comes twice
     */
    public static Directory of(List<Service> services, DirectoryOptions options) {
        List<Service> sorted = new ArrayList<>(ConfidentialPlaces.hiddenIn(services));
        sorted.sort(Comparator.comparing(Service::id));
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).id().equals(sorted.get(i - 1).id())) {
                throw new IllegalArgumentException(
                        "a directory must have every id once, but one comes twice"
                                + "\nMaybe two feeds tell of the same service: london.loti.referral.curation brings them together.");
            }
        }
        return new Directory(List.copyOf(sorted), options);
    }

    /** {@return how many services it has} */
    public int size() {
        return index.columns().services.size();
    }

    /**
     * {@return a service, without what is confidential of its locations; empty where there is none}
     *
     * @param id a service's id
     */
    public Optional<Service> find(String id) {
        return Optional.ofNullable(rows.get(id)).map(index.columns().services::get);
    }

    /**
     * {@return what fits, the best first, with reasons, and how many were left out for which reason}
     *
     * @param query what is asked
     */
    public SearchResult search(DirectoryQuery query) {
        Judging judging = new Judging(index, query);
        List<Judge> judges = judging.judges();
        Exclusions exclusions = new Exclusions(judges, size());
        int[] fitting = exclusions.fitting();
        int[] unknown = new int[judges.size()];
        TopRows top = new TopRows(Math.min(query.page * query.perPage, fitting.length));
        for (int row : fitting) {
            for (int j = 0; j < unknown.length; j++) {
                unknown[j] += judges.get(j).verdict(row) == Judge.UNKNOWN ? 1 : 0;
            }
            top.offer(row, judging.score(row));
        }
        return new SearchResult(
                hits(top.drain(), judging, query),
                fitting.length,
                query.page,
                query.perPage,
                counts(judges, exclusions.first),
                counts(judges, exclusions.only),
                counts(judges, unknown),
                judging.asked().readAs());
    }

    /**
     * {@return why a query finds a service, or does not; empty where there is no such service}
     *
     * @param query what is asked
     * @param serviceId a service's id
     */
    public Optional<HitExplanation> explain(DirectoryQuery query, String serviceId) {
        Integer found = rows.get(serviceId);
        if (found == null) {
            return Optional.empty();
        }
        int row = found;
        Judging judging = new Judging(index, query);
        boolean hit = judging.judges().stream().noneMatch(judge -> judge.verdict(row) == Judge.NO);
        return Optional.of(new HitExplanation(
                serviceId,
                index.columns().services.get(row).name(),
                hit,
                hit ? judging.score(row) : 0,
                reasons(judging, row),
                hit ? judging.factors(row) : List.of()));
    }

    /** {@return how many bytes the index of words takes; the services themselves come on top} */
    public long indexBytes() {
        return index.words().bytes();
    }

    private List<SearchHit> hits(int[] best, Judging judging, DirectoryQuery query) {
        List<SearchHit> hits = new ArrayList<>();
        for (int i = (query.page - 1) * query.perPage; i < best.length; i++) {
            hits.add(new SearchHit(
                    index.columns().services.get(best[i]), judging.score(best[i]), reasons(judging, best[i])));
        }
        return hits;
    }

    private static List<Reason> reasons(Judging judging, int row) {
        return judging.judges().stream()
                .map(judge -> judge.reason(row))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Map<Reason.Kind, Integer> counts(List<Judge> judges, int[] counts) {
        Map<Reason.Kind, Integer> byKind = new EnumMap<>(Reason.Kind.class);
        for (int j = 0; j < counts.length; j++) {
            if (counts[j] > 0) {
                byKind.merge(judges.get(j).kind, counts[j], Integer::sum);
            }
        }
        return byKind;
    }
}
