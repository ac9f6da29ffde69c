package london.loti.referral.device;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Require;
import london.loti.model.finding.Where;
import london.loti.model.json.LotiJson;
import london.loti.model.need.ConceptRef;
import london.loti.model.provenance.Source;

/**
 * What must hold before a device goes on its way: a versioned JSON document, which a council may replace.
 *
 * @param id a short name
 * @param version the version of this document
 * @param title its title for readers
 * @param date when this version was written, {@code 2026-11-25}
 * @param source what it rests on
 * @param minimumSupportMonths how many months security updates must still come for on the day of an offer or issue
 * @param testValidMonths for how many months an electrical test holds
 * @param standards which standards of wiping are accepted
 * @param instrumentTested kinds that must be tested with an instrument; for others a look is enough
 * @param issuableGrades the grades that may go to residents
 * @param suspectWords words in the code of a group that let one of the protected characteristics be suspected, by its
 *     code: a floor for such a group that names none is warned of
 */
public record DevicePolicy(
        String id,
        String version,
        String title,
        String date,
        Source source,
        int minimumSupportMonths,
        int testValidMonths,
        List<Standard> standards,
        List<ConceptRef> instrumentTested,
        List<ConceptRef> issuableGrades,
        SortedMap<String, List<String>> suspectWords) {
    private static final int MOST_MONTHS = 240;

    /** The rules between the parts. */
    public enum Code implements Finding.Code {
        /** A number of months is no plausible one. */
        OUT_OF_RANGE,
        /** A standard comes twice. */
        DUPLICATE_CODE,
        /** No standard, or no grade, is accepted. */
        NOTHING_ACCEPTED
    }

    /**
     * A standard of wiping.
     *
     * @param code its code, by which a record refers to it
     * @param title its title
     * @param acceptedUntil the last day on which wiping by it is accepted; null for no end
     */
    public record Standard(
            String code, String title, @Nullable LocalDate acceptedUntil) {
        /**
         * Checks code and title.
         *
         * @param code its code
         * @param title its title
         * @param acceptedUntil the last day on which it is accepted; null for no end
         */
        public Standard {
            Require.code("a standard", code);
            Require.text(title, "a standard needs a 'title'");
        }
    }

    /**
     * Checks the rules between the parts.
     *
     * @param id a short name
     * @param version the version of this document
     * @param title its title for readers
     * @param date when this version was written
     * @param source what it rests on
     * @param minimumSupportMonths months of security updates, 0 to 240
     * @param testValidMonths months for which a test holds, 1 to 240
     * @param standards accepted standards, at least one
     * @param instrumentTested kinds that must be tested with an instrument
     * @param issuableGrades grades that may go to residents, at least one
     * @param suspectWords words by protected characteristic; a document may leave them out
     * @throws FindingsException with every broken rule
     */
    public DevicePolicy {
        Require.code("a policy", "id", id);
        Require.text(version, "a policy needs a 'version'");
        Require.text(title, "a policy needs a 'title'");
        Objects.requireNonNull(date, "a policy needs a 'date'");
        Require.date(date, "a policy's 'date' must be a day, for example 2026-11-25");
        Objects.requireNonNull(source, "a policy needs a 'source'");
        standards = List.copyOf(Objects.requireNonNull(standards, "a policy needs 'standards'"));
        instrumentTested = List.copyOf(Objects.requireNonNull(instrumentTested, "a policy needs 'instrumentTested'"));
        issuableGrades = List.copyOf(Objects.requireNonNull(issuableGrades, "a policy needs 'issuableGrades'"));
        TreeMap<String, List<String>> words = new TreeMap<>();
        Objects.requireNonNullElse(suspectWords, Map.<String, List<String>>of())
                .forEach((code, list) -> words.put(code, List.copyOf(list)));
        suspectWords = Collections.unmodifiableSortedMap(words);
        check(id, minimumSupportMonths, testValidMonths, standards, issuableGrades);
    }

    /** {@return the policy that comes with loti} */
    public static DevicePolicy bundled() {
        return DeviceCodelists.read("device-policy", DevicePolicy.class);
    }

    /**
     * Reads a policy of one's own.
     *
     * @param file a JSON document in UTF-8
     * @return the policy, or every problem that was found
     */
    public static Checked<DevicePolicy> read(Path file) {
        return LotiJson.read(file, DevicePolicy.class);
    }

    /**
     * {@return the standard with this code; empty where it is not accepted at all}
     *
     * @param code the code of a standard
     */
    public Optional<Standard> standard(String code) {
        return standards.stream().filter(s -> s.code().equals(code)).findFirst();
    }

    /**
     * {@return whether security updates come for long enough}
     *
     * @param supportEnds the last day of security updates; null where nobody knows, which is not long enough
     * @param on the day of an offer or issue
     */
    public boolean isSupported(@Nullable LocalDate supportEnds, LocalDate on) {
        return supportEnds != null && !supportEnds.isBefore(on.plusMonths(minimumSupportMonths));
    }

    private static void check(
            String id, int support, int test, List<Standard> standards, List<ConceptRef> issuableGrades) {
        Findings findings = new Findings();
        if (support < 0 || support > MOST_MONTHS) {
            findings.error(
                    Code.OUT_OF_RANGE, "months must be 0 to " + MOST_MONTHS, Where.column(id, "minimumSupportMonths"));
        }
        if (test < 1 || test > MOST_MONTHS) {
            findings.error(
                    Code.OUT_OF_RANGE, "months must be 1 to " + MOST_MONTHS, Where.column(id, "testValidMonths"));
        }
        Set<String> codes = new HashSet<>();
        for (Standard standard : standards) {
            if (!codes.add(standard.code())) {
                findings.error(
                        Code.DUPLICATE_CODE,
                        "a code must come once, but comes twice",
                        Where.column(id, "standard '" + standard.code() + "'"));
            }
        }
        if (standards.isEmpty() || issuableGrades.isEmpty()) {
            findings.error(
                    Code.NOTHING_ACCEPTED,
                    "a standard and a grade must be accepted, or nothing can go out",
                    Where.file(id));
        }
        if (findings.hasErrors()) {
            throw new FindingsException(findings.toList());
        }
    }
}
