package london.loti.referral.directory;

import java.util.Locale;

import london.loti.model.need.Answer;
import london.loti.model.service.ServiceStatus;
import london.loti.referral.directory.Reason.Kind;

/** The judges to whom nothing that is asked makes a difference, so that they are made once. */
final class QueryFreeJudges {
    final Judge status;
    final Judge referrals;

    QueryFreeJudges(Columns columns) {
        status = Judge.of(
                Kind.STATUS,
                columns.status,
                status -> status == ServiceStatus.ACTIVE ? Judge.SILENT : Judge.NO,
                (status, verdict) -> "it is not given now: "
                        + status.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        referrals = Judge.of(
                Kind.REFERRALS,
                columns.referrals,
                answer -> answer == Answer.YES ? Judge.YES : answer == Answer.NO ? Judge.NO : Judge.UNKNOWN,
                (answer, verdict) -> switch (verdict) {
                    case Judge.YES -> "it takes referrals";
                    case Judge.NO -> "it takes no referrals";
                    default -> "whether it takes referrals is not published";
                });
    }
}
