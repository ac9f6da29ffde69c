package london.loti.referral.curation;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.service.Service;

/**
 * How far a record can still be trusted for its age. A check halves in worth with every half-life of the policy; a mere
 * change of the record counts for less, as software changes records that nobody looked at. The better of both is taken.
 *
 * @param score 0 (never checked) to 1 (checked today)
 * @param checked when somebody last checked it: a review or the {@code assured_date}; null is not known
 * @param words for example {@code checked 14 months ago}
 * @param findings dates that lie ahead or can't be read, which are not used
 */
public record Freshness(double score, @Nullable LocalDate checked, String words, List<Finding> findings) {
    /** What can be wrong with a date. */
    public enum Code implements Finding.Code {
        /** It lies ahead. */
        FUTURE_DATE,
        /** It is no day. */
        UNREADABLE_DATE
    }

    /**
     * Copies the findings.
     *
     * @param score 0 to 1
     * @param checked when somebody last checked it; null is not known
     * @param words how long ago
     * @param findings dates that are not used
     * @throws IllegalArgumentException if the score is not 0 to 1
     */
    public Freshness {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("a freshness must be 0 to 1, but was " + score);
        }
        findings = List.copyOf(findings);
    }

    /**
     * {@return how fresh a record is}
     *
     * @param service the record
     * @param reviewed when the council itself last checked it; null is never
     * @param today the day that counts as today
     * @param policy how fast records grow old
     */
    public static Freshness of(Service service, @Nullable LocalDate reviewed, LocalDate today, CurationPolicy policy) {
        Findings findings = new Findings();
        String record = "service";
        LocalDate assured = PublishedDates.read(service.assuredDate(), "assured_date", record, today, findings);
        LocalDate changed = PublishedDates.read(service.lastModified(), "last_modified", record, today, findings);
        LocalDate review =
                PublishedDates.read(reviewed == null ? null : reviewed.toString(), "review", record, today, findings);
        LocalDate checked = assured == null || (review != null && review.isAfter(assured)) ? review : assured;
        double byCheck = checked == null ? 0 : PublishedDates.decay(checked, today, policy.halfLifeDays());
        double byChange = changed == null
                ? 0
                : policy.changedWeight() * PublishedDates.decay(changed, today, policy.halfLifeDays());
        return new Freshness(Math.max(byCheck, byChange), checked, words(checked, changed, today), findings.toList());
    }

    private static String words(@Nullable LocalDate checked, @Nullable LocalDate changed, LocalDate today) {
        String change = changed == null ? "" : "changed " + PublishedDates.ago(changed, today);
        if (checked == null) {
            return changed == null ? "not known to have been checked" : change + ", not known to have been checked";
        }
        String check = "checked " + PublishedDates.ago(checked, today);
        return changed != null && changed.isAfter(checked) ? check + ", " + change : check;
    }
}
