package london.loti.referral.curation;

import java.nio.file.Path;
import java.util.Objects;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Require;
import london.loti.model.json.LotiJson;
import london.loti.model.provenance.Source;

/**
 * How fast what is known of a service grows old, and what counts as the same service, as data that a council may change.
 *
 * @param id a short name
 * @param version the version of this document
 * @param title its title for readers
 * @param date when this version was written, {@code 2026-11-25}
 * @param source what it rests on
 * @param halfLifeDays after how many days a check is worth half
 * @param changedWeight what a change of the record is worth beside a check, 0 to 1: software changes records too
 * @param reverifyAfterDays after how many days without a check a published record is due to be checked again
 * @param capacityHalfLifeDays after how many days a count of places is worth half
 * @param capacitySilentAfterDays after how many days a count of places says nothing any more
 * @param duplicates what counts as the same service
 */
public record CurationPolicy(
        String id,
        String version,
        String title,
        String date,
        Source source,
        double halfLifeDays,
        double changedWeight,
        int reverifyAfterDays,
        double capacityHalfLifeDays,
        int capacitySilentAfterDays,
        DuplicateRule duplicates) {
    private static final String BUNDLED = "curation-policy.json";

    /**
     * How much each thing that two records have in common weighs. A thing that one of them lacks is left out, and the
     * weights of the others are scaled up.
     *
     * @param name alike names
     * @param organisation alike names of the organisation
     * @param place the same postcode, or near each other
     * @param phone a telephone number in common
     * @param url a web address in common
     * @param nearMetres how near is near
     * @param proposeFrom the score from which a pair is proposed, above 0 to 1
     * @param leastKnown the least weight that must be known of both, so that a name alone proposes nothing, 0 to 1
     */
    public record DuplicateRule(
            double name,
            double organisation,
            double place,
            double phone,
            double url,
            double nearMetres,
            double proposeFrom,
            double leastKnown) {
        /**
         * Checks that the weights are a whole.
         *
         * @param name alike names
         * @param organisation alike names of the organisation
         * @param place the same postcode, or near
         * @param phone a telephone number in common
         * @param url a web address in common
         * @param nearMetres how near is near
         * @param proposeFrom the score from which a pair is proposed
         * @param leastKnown the least weight that must be known of both
         * @throws IllegalArgumentException if a number is out of range, or the weights don't sum to 1
         */
        public DuplicateRule {
            for (double weight : new double[] {name, organisation, place, phone, url, leastKnown}) {
                requireShare(weight, "a weight");
            }
            requireShare(proposeFrom, "'proposeFrom'");
            if (Math.abs(name + organisation + place + phone + url - 1) > 1e-9) {
                throw new IllegalArgumentException("the weights of duplicates must sum to 1, but do not");
            }
            if (!(nearMetres >= 0 && nearMetres <= 5_000)) {
                throw new IllegalArgumentException("'nearMetres' must be 0 to 5000, but is not");
            }
            if (proposeFrom == 0) {
                throw new IllegalArgumentException("'proposeFrom' must be above 0, but is not");
            }
        }
    }

    /**
     * Checks the numbers.
     *
     * @param id a short name
     * @param version the version of this document
     * @param title its title for readers
     * @param date when this version was written
     * @param source what it rests on
     * @param halfLifeDays after how many days a check is worth half
     * @param changedWeight what a change is worth beside a check
     * @param reverifyAfterDays after how many days a record is due again
     * @param capacityHalfLifeDays after how many days a count of places is worth half
     * @param capacitySilentAfterDays after how many days a count of places says nothing
     * @param duplicates what counts as the same service
     * @throws IllegalArgumentException if a text is blank, or a number out of range
     */
    public CurationPolicy {
        Require.code("a policy", "id", id);
        Require.code("a policy", "version", version);
        Require.text(title, "a policy needs a 'title'");
        Require.date(date, "a policy needs a 'date' like 2026-11-25");
        Objects.requireNonNull(source, "a policy needs a 'source'");
        Objects.requireNonNull(duplicates, "a policy needs 'duplicates'");
        requireDays(halfLifeDays, "'halfLifeDays'");
        requireShare(changedWeight, "'changedWeight'");
        requireDays(reverifyAfterDays, "'reverifyAfterDays'");
        requireDays(capacityHalfLifeDays, "'capacityHalfLifeDays'");
        requireDays(capacitySilentAfterDays, "'capacitySilentAfterDays'");
    }

    /** {@return the policy that comes with loti} */
    public static CurationPolicy bundled() {
        return LotiJson.bundled(BUNDLED, CurationPolicy.class.getResourceAsStream(BUNDLED), CurationPolicy.class);
    }

    /**
     * Reads a policy of one's own.
     *
     * @param file a JSON document in UTF-8
     * @return the policy, or every problem that was found
     */
    public static Checked<CurationPolicy> read(Path file) {
        return LotiJson.read(file, CurationPolicy.class);
    }

    private static void requireDays(double days, String what) {
        if (!(days >= 1 && days <= 36_500)) {
            throw new IllegalArgumentException(what + " must be 1 to 36500 days, but is not");
        }
    }

    private static void requireShare(double share, String what) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(what + " must be 0 to 1, but is not");
        }
    }
}
