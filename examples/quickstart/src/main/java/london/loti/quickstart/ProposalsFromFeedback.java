package london.loti.quickstart;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import london.loti.evaluation.json.DecisionsFile;
import london.loti.evaluation.proposal.ClaimedShare;
import london.loti.evaluation.proposal.Patch;
import london.loti.evaluation.proposal.Proposals;
import london.loti.evaluation.proposal.Review;
import london.loti.evaluation.proposal.ServiceSuccess;
import london.loti.evaluation.proposal.Subject;
import london.loti.evaluation.proposal.Target;
import london.loti.model.disclosure.DisclosedCounts;
import london.loti.referral.feedback.OrganisationAnswers;
import london.loti.referral.feedback.ReferralReport;

/** What a year of referrals and a survey say about the directory and the persona bank, for people to decide on. */
public final class ProposalsFromFeedback {
    private ProposalsFromFeedback() {}

    /** Organisations to look at, and a claim of a persona that a survey does not bear out. */
    public static Proposals propose(ReferralReport report, int withoutDevice, int surveyed, LocalDate madeOn) {
        return organisations(report, madeOn).and(claim(withoutDevice, surveyed, madeOn));
    }

    private static Proposals organisations(ReferralReport report, LocalDate madeOn) {
        List<OrganisationAnswers.Line> rows = report.organisations().rows();
        List<String> ids = new ArrayList<>();
        int[] yes = new int[rows.size()];
        int[] asked = new int[rows.size()];
        for (int i = 0; i < yes.length; i++) {
            List<DisclosedCounts.Count> counts = rows.get(i).counts().rows();
            ids.add(rows.get(i).organisation());
            yes[i] = people(counts.get(0));
            asked[i] = yes[i] + people(counts.get(1));
        }
        Subject directory = Subject.of(Target.DIRECTORY, "hollowbrook", "2026-12");
        return ServiceSuccess.of("said yes, of the residents it was asked to help", ids, yes, asked)
                .withRule(report.rule())
                .proposals(
                        id -> directory.at("organizations", id),
                        madeOn,
                        "Referrals from " + report.period().first() + " to "
                                + report.period().last());
    }

    private static Proposals claim(int withoutDevice, int surveyed, LocalDate madeOn) {
        return ClaimedShare.of(0.6, withoutDevice, surveyed)
                .proposals(
                        Subject.of(Target.BANK, "our-bank", "3").at("personas", "0", "claims", "2", "text"),
                        ClaimedShare.sentence("{percent} % of people like this have no device of their own."),
                        madeOn,
                        "Our survey of spring 2026");
    }

    private static int people(DisclosedCounts.Count count) {
        Long people = count.people();
        return people == null ? 0 : Math.toIntExact(people);
    }

    /** The patches of what was accepted, for whoever keeps the documents; nothing is changed here. */
    public static List<String> accepted(Proposals proposals, Path decisionsJson) {
        Review review = Review.of(proposals, DecisionsFile.read(decisionsJson).orElseThrow())
                .orElseThrow();
        return review.patches().stream().map(Patch::json).toList();
    }
}
