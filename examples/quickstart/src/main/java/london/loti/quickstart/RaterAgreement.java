package london.loti.quickstart;

import java.nio.file.Path;

import london.loti.persona.evidence.Agreement;
import london.loti.persona.evidence.AgreementResult;
import london.loti.persona.evidence.MeasurementLevel;
import london.loti.persona.evidence.Ratings;

/** How far staff agree on which persona a case is like, and which two personas they confuse most. */
public final class RaterAgreement {
    private RaterAgreement() {}

    /** Reads ratings, one row a case and one column a rater, and says in words how far they agree. */
    public static String run(Path csv) {
        Ratings ratings = Ratings.read(csv, MeasurementLevel.NOMINAL).orElseThrow();
        Agreement agreement = Agreement.of(ratings).withSeed(2021);
        AgreementResult alpha = agreement.krippendorffAlpha(MeasurementLevel.NOMINAL);
        String next = agreement.confusions().pairs().stream()
                .findFirst()
                .map(pair -> "Look first at " + pair.first() + " and " + pair.second() + ": confused in " + pair.units()
                        + " cases.")
                .orElse("No two categories were confused.");
        return alpha.words() + "\n" + next;
    }
}
