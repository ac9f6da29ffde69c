package london.loti.referral.directory.openreferral;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

import london.loti.model.finding.Finding;

/**
 * Whether a feed keeps the rules of its standard, and how much it tells.
 *
 * @param standard the standard that it was held against
 * @param form how its records are put into files
 * @param records how many records there are, by kind
 * @param errorCount how many rules are broken, be they listed or only counted
 * @param findings what is wrong: errors break the standard, warnings do not
 * @param richness how much its services tell
 */
public record FeedReport(
        Standard standard,
        FeedForm form,
        SortedMap<String, Long> records,
        long errorCount,
        List<Finding> findings,
        Richness richness) {

    /**
     * Copies the parts.
     *
     * @param standard the standard that it was held against
     * @param form how its records are put into files
     * @param records how many records there are, by kind
     * @param errorCount how many rules are broken, be they listed or only counted
     * @param findings what is wrong: errors break the standard, warnings do not
     * @param richness how much its services tell
     */
    public FeedReport {
        Objects.requireNonNull(standard, "a report needs a 'standard'");
        Objects.requireNonNull(form, "a report needs a 'form'");
        records = Collections.unmodifiableSortedMap(new TreeMap<>(records));
        findings = List.copyOf(findings);
        Objects.requireNonNull(richness, "a report needs its 'richness'");
    }

    /** {@return whether the feed keeps every rule of the standard} */
    public boolean isValid() {
        return errorCount == 0;
    }

    /** {@return the count of records by kind, in the order of the kinds} */
    @Override
    public SortedMap<String, Long> records() {
        return Collections.unmodifiableSortedMap(records);
    }
}
