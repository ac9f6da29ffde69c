package london.loti.referral.curation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds records that are probably one service, within a feed and between feeds. It proposes with an explained score, and
 * merges nothing: two groups in one hall with one telephone are two groups.
 *
 * <p>Records are compared where they share a telephone number, a web address, a postcode or the words of their name, or
 * two words of their name and a word of their organisation's; what more than {@value #LARGEST_BLOCK} records share (a
 * council's switchboard) brings no pair up by itself. The result does not depend on the order of the records.
 */
public final class Duplicates {
    /** What more records than this share says nothing of any two of them. */
    public static final int LARGEST_BLOCK = 200;

    private final CurationPolicy.DuplicateRule rule;

    private Duplicates(CurationPolicy.DuplicateRule rule) {
        this.rule = rule;
    }

    private record Candidate(FeedRecord record, Likeness likeness) {}

    private record Pair(int one, int other) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair that) {
            int first = Integer.compare(one, that.one);
            return first == 0 ? Integer.compare(other, that.other) : first;
        }
    }

    /**
     * {@return a finder under a policy}
     *
     * @param policy what counts as the same service
     */
    public static Duplicates of(CurationPolicy policy) {
        return new Duplicates(policy.duplicates());
    }

    /**
     * {@return pairs that are probably one service, the likeliest first, and then by their keys}
     *
     * @param records records of any number of feeds; of two with the same key one is taken
     */
    public List<DuplicateProposal> find(List<FeedRecord> records) {
        Map<String, FeedRecord> byKey = new TreeMap<>();
        for (FeedRecord record : records) {
            byKey.merge(
                    record.key(),
                    record,
                    (one, other) ->
                            one.service().toString().compareTo(other.service().toString()) <= 0 ? one : other);
        }
        List<Candidate> candidates = byKey.values().stream()
                .map(record -> new Candidate(record, Likeness.of(record.service())))
                .toList();
        List<DuplicateProposal> proposals = new ArrayList<>();
        for (Pair pair : pairs(candidates)) {
            compare(candidates.get(pair.one()), candidates.get(pair.other())).ifPresent(proposals::add);
        }
        proposals.sort(Comparator.comparingDouble(DuplicateProposal::score)
                .reversed()
                .thenComparing(proposal -> proposal.one().key())
                .thenComparing(proposal -> proposal.other().key()));
        return List.copyOf(proposals);
    }

    private static Set<Pair> pairs(List<Candidate> candidates) {
        Map<String, List<Integer>> blocks = new TreeMap<>();
        for (int i = 0; i < candidates.size(); i++) {
            for (String block : blocks(candidates.get(i).likeness())) {
                blocks.computeIfAbsent(block, key -> new ArrayList<>()).add(i);
            }
        }
        Set<Pair> pairs = new TreeSet<>();
        for (List<Integer> block : blocks.values()) {
            if (block.size() > LARGEST_BLOCK) {
                continue;
            }
            for (int i = 0; i < block.size(); i++) {
                for (int k = i + 1; k < block.size(); k++) {
                    pairs.add(new Pair(block.get(i), block.get(k)));
                }
            }
        }
        return pairs;
    }

    private static Set<String> blocks(Likeness likeness) {
        Set<String> blocks = new TreeSet<>();
        likeness.phones().forEach(phone -> blocks.add("phone " + phone));
        likeness.urls().forEach(url -> blocks.add("url " + url));
        likeness.postcodes().forEach(postcode -> blocks.add("postcode " + postcode));
        blocks.add("name " + likeness.name());
        List<String> words = List.copyOf(likeness.name());
        for (String organisation : likeness.organisation()) {
            for (int i = 0; i < Math.min(words.size(), 6); i++) {
                for (int k = i + 1; k < Math.min(words.size(), 6); k++) {
                    blocks.add("words " + words.get(i) + " " + words.get(k) + " " + organisation);
                }
            }
        }
        return blocks;
    }

    private Optional<DuplicateProposal> compare(Candidate one, Candidate other) {
        Likeness a = one.likeness();
        Likeness b = other.likeness();
        List<DuplicateProposal.Reason> found = new ArrayList<>();
        double name = Likeness.share(a.name(), b.name());
        add(found, "name", name, rule.name(), alike(name, "name"));
        if (!a.organisation().isEmpty() && !b.organisation().isEmpty()) {
            double organisation = Likeness.share(a.organisation(), b.organisation());
            add(found, "organisation", organisation, rule.organisation(), alike(organisation, "organisation"));
        }
        addPlace(found, a, b);
        if (!a.phones().isEmpty() && !b.phones().isEmpty()) {
            boolean same = Likeness.meet(a.phones(), b.phones());
            add(found, "phone", same ? 1 : 0, rule.phone(), same ? "a telephone number in common" : "other numbers");
        }
        if (!a.urls().isEmpty() && !b.urls().isEmpty()) {
            boolean same = Likeness.meet(a.urls(), b.urls());
            add(found, "url", same ? 1 : 0, rule.url(), same ? "the same web address" : "other web addresses");
        }
        double known =
                found.stream().mapToDouble(DuplicateProposal.Reason::weight).sum();
        if (known <= 0 || known < rule.leastKnown()) {
            return Optional.empty();
        }
        List<DuplicateProposal.Reason> reasons = found.stream()
                .map(reason -> new DuplicateProposal.Reason(
                        reason.what(), reason.likeness(), reason.weight() / known, reason.words()))
                .toList();
        double score = Math.min(
                1,
                reasons.stream()
                        .mapToDouble(reason -> reason.likeness() * reason.weight())
                        .sum());
        return score < rule.proposeFrom()
                ? Optional.empty()
                : Optional.of(new DuplicateProposal(one.record(), other.record(), score, reasons));
    }

    private void addPlace(List<DuplicateProposal.Reason> found, Likeness a, Likeness b) {
        double metres = a.metresTo(b);
        boolean postcodes = !a.postcodes().isEmpty() && !b.postcodes().isEmpty();
        if (!postcodes && Double.isInfinite(metres)) {
            return;
        }
        if (postcodes && Likeness.meet(a.postcodes(), b.postcodes())) {
            add(found, "place", 1, rule.place(), "the same postcode");
        } else if (metres <= rule.nearMetres()) {
            add(found, "place", 1, rule.place(), "within " + Math.round(rule.nearMetres()) + " metres");
        } else {
            add(found, "place", 0, rule.place(), "in other places");
        }
    }

    private static void add(
            List<DuplicateProposal.Reason> found, String what, double likeness, double weight, String words) {
        found.add(new DuplicateProposal.Reason(what, likeness, weight, words));
    }

    private static String alike(double likeness, String what) {
        if (likeness == 1) {
            return "the same words in the " + what;
        }
        return likeness == 0 ? "other words in the " + what : "some of the same words in the " + what;
    }
}
