package london.loti.model.need;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import london.loti.model.need.ServiceTypes.Match;
import london.loti.model.need.ServiceTypes.Step;

/**
 * Which kinds of service may help with a need. It joins crosswalks end to end, for example from a grid of needs to
 * loti's kinds of service and from there to the terms that a directory uses, and keeps for every kind the way that led
 * to it and all that was lost on it.
 *
 * <p>Of several ways from a need to a kind of service the shortest is kept; of equally short ones the one that is
 * certain ({@link Match#certain()}), then the one whose crosswalks come first by id and whose codes come first. No way
 * visits a codelist twice. Immutable and thread-safe.
 */
public final class NeedsToServiceTypes {
    private static final Comparator<Match> BETTER_FIRST = Comparator.<Match>comparingInt(
                    match -> match.path().size())
            .thenComparing(match -> !match.certain())
            .thenComparing(match -> match.path().stream()
                    .map(step -> step.crosswalk() + " " + step.to())
                    .toList()
                    .toString());

    private final Map<String, List<Crosswalk>> byBeginning;

    private NeedsToServiceTypes(Map<String, List<Crosswalk>> byBeginning) {
        this.byBeginning = byBeginning;
    }

    /**
     * {@return the lookup over some crosswalks}
     *
     * @param crosswalks the crosswalks, in any order; those that share an end must be judged for the same version of it
     * @throws IllegalArgumentException if two have one id, or if two know different versions of one codelist
     */
    public static NeedsToServiceTypes of(Collection<Crosswalk> crosswalks) {
        Map<String, Crosswalk> byId = new TreeMap<>();
        Map<String, String> versions = new LinkedHashMap<>();
        for (Crosswalk crosswalk : crosswalks) {
            if (byId.put(crosswalk.id(), crosswalk) != null) {
                throw new IllegalArgumentException(
                        "a crosswalk must come once, but '" + crosswalk.id() + "' comes twice");
            }
            for (Crosswalk.Side side : List.of(crosswalk.from(), crosswalk.to())) {
                String version = versions.putIfAbsent(side.codelist(), side.version());
                if (version != null && !version.equals(side.version())) {
                    throw new IllegalArgumentException("crosswalks must be judged for one version of codelist "
                            + side.codelist() + ", but know " + version + " and " + side.version());
                }
            }
        }
        Map<String, List<Crosswalk>> byBeginning = new LinkedHashMap<>();
        byId.values()
                .forEach(crosswalk -> byBeginning
                        .computeIfAbsent(crosswalk.from().codelist(), list -> new ArrayList<>())
                        .add(crosswalk));
        return new NeedsToServiceTypes(byBeginning);
    }

    /**
     * Looks up the kinds of service for some needs.
     *
     * @param needs the needs; of any codelist from which a crosswalk leads
     * @param codelist the codelist of the kinds of service that are wanted, for example {@code service-types}
     * @return the kinds of service, and the needs that have none; one that is of the codelist already stands for itself
     *     elsewhere and has none here
     */
    public ServiceTypes typesFor(Collection<ConceptRef> needs, String codelist) {
        List<Match> matches = new ArrayList<>();
        List<ConceptRef> without = new ArrayList<>();
        for (ConceptRef need : new LinkedHashSet<>(needs)) {
            Map<ConceptRef, Match> best = new LinkedHashMap<>();
            walk(need, need, List.of(), Set.of(need.codelist()), codelist, best);
            if (best.isEmpty()) {
                without.add(need);
            }
            best.values().stream()
                    .sorted(BETTER_FIRST.thenComparing(Match::type))
                    .forEach(matches::add);
        }
        return new ServiceTypes(matches, without);
    }

    /**
     * Looks up the kinds of service for the needs that a resident named. What is not known is no need here: ask first.
     *
     * @param snapshot what the resident said
     * @param questions the grid that it belongs to
     * @param codelist the codelist of the kinds of service that are wanted
     * @return the kinds of service, and the needs that have none
     * @throws IllegalArgumentException if the grid is another one
     */
    public ServiceTypes typesFor(NeedsSnapshot snapshot, NeedsGrid questions, String codelist) {
        return typesFor(
                snapshot.needs(questions).stream().map(questions::reference).toList(), codelist);
    }

    private void walk(
            ConceptRef need,
            ConceptRef at,
            List<Step> path,
            Set<String> visited,
            String codelist,
            Map<ConceptRef, Match> best) {
        for (Crosswalk crosswalk : byBeginning.getOrDefault(at.codelist(), List.of())) {
            String next = crosswalk.to().codelist();
            if (visited.contains(next)) {
                continue;
            }
            Set<String> seen = new LinkedHashSet<>(visited);
            seen.add(next);
            for (Crosswalk.Link link : crosswalk.linksOf(at.code())) {
                ConceptRef to = new ConceptRef(next, link.to());
                List<Step> longer = new ArrayList<>(path);
                longer.add(new Step(crosswalk.id(), at, to, link.relation(), link.loses(), crosswalk.loses()));
                if (next.equals(codelist)) {
                    best.merge(to, new Match(need, to, longer), (a, b) -> BETTER_FIRST.compare(a, b) <= 0 ? a : b);
                } else {
                    walk(need, to, longer, seen, codelist, best);
                }
            }
        }
    }

    /** {@return the codelists that needs may be of, in alphabetical order} */
    public List<String> beginnings() {
        return byBeginning.keySet().stream().sorted().toList();
    }
}
