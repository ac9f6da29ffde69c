package london.loti.referral.directory;

import java.util.Objects;

import london.loti.referral.calendar.Nation;
import london.loti.referral.calendar.WorkingDays;
import london.loti.referral.curation.CurationPolicy;
import london.loti.referral.eligibility.EligibilityCheck;
import london.loti.referral.opening.OpeningPolicy;

/**
 * How a directory understands words and judges what it is told. Immutable; start from {@link #withDefaults()}.
 *
 * @param words the synonyms
 * @param needs which kinds of service help with a need
 * @param eligibility the rules about whom a service is for
 * @param calendar whose bank holidays count
 * @param opening how published hours are read
 * @param curation how fast records and numbers of places grow old
 */
public record DirectoryOptions(
        ServiceWords words,
        NeedMapping needs,
        EligibilityCheck eligibility,
        WorkingDays calendar,
        OpeningPolicy opening,
        CurationPolicy curation) {
    /**
     * Checks that all is there.
     *
     * @param words the synonyms
     * @param needs which kinds of service help with a need
     * @param eligibility the rules about whom a service is for
     * @param calendar whose bank holidays count
     * @param opening how published hours are read
     * @param curation how fast records and numbers of places grow old
     */
    public DirectoryOptions {
        Objects.requireNonNull(words, "options need 'words'");
        Objects.requireNonNull(needs, "options need 'needs'");
        Objects.requireNonNull(eligibility, "options need 'eligibility'");
        Objects.requireNonNull(calendar, "options need a 'calendar'");
        Objects.requireNonNull(opening, "options need 'opening'");
        Objects.requireNonNull(curation, "options need 'curation'");
    }

    /** {@return loti's own words, mappings, rules and policies, and the bank holidays of England and Wales} */
    public static DirectoryOptions withDefaults() {
        return new DirectoryOptions(
                ServiceWords.bundled(),
                NeedMapping.bundled(),
                EligibilityCheck.withDefaults(),
                WorkingDays.of(Nation.ENGLAND_AND_WALES),
                OpeningPolicy.bundled(),
                CurationPolicy.bundled());
    }

    /**
     * {@return the same with other synonyms}
     *
     * @param value the synonyms
     */
    public DirectoryOptions withWords(ServiceWords value) {
        return new DirectoryOptions(value, needs, eligibility, calendar, opening, curation);
    }

    /**
     * {@return the same with another mapping of needs}
     *
     * @param value which kinds of service help with a need
     */
    public DirectoryOptions withNeeds(NeedMapping value) {
        return new DirectoryOptions(words, value, eligibility, calendar, opening, curation);
    }

    /**
     * {@return the same with other rules about whom a service is for, a council's own among them}
     *
     * @param value the rules
     */
    public DirectoryOptions withEligibility(EligibilityCheck value) {
        return new DirectoryOptions(words, needs, value, calendar, opening, curation);
    }
}
