package london.loti.referral.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import london.loti.model.json.LotiJson;
import london.loti.model.need.ResidentRef;
import london.loti.referral.audit.AccessLog;
import london.loti.referral.journey.Deadline;
import london.loti.referral.journey.Happened;
import london.loti.referral.journey.Referral;
import london.loti.referral.journey.ReferralEvent;
import london.loti.referral.journey.Referrals;
import london.loti.referral.json.EventJson;

/**
 * The copy of everything about them that a resident may ask for (UK GDPR Article 15): every event with what it says, and
 * who looked at it in which role. The same store gives the same bytes.
 *
 * <p>Safeguarding entries are left out and counted: somebody who knows the law on serious harm and on other people's data
 * must look at them before they are given to anybody. What was erased is said to have been.
 */
public final class SubjectAccess {
    private final Referrals referrals;
    private final AccessLog log;

    /**
     * Makes one.
     *
     * @param referrals the referrals
     * @param log who looked at them
     */
    public SubjectAccess(Referrals referrals, AccessLog log) {
        this.referrals = referrals;
        this.log = log;
    }

    /**
     * {@return everything about a resident as canonical JSON; it holds personal data, and is for the resident alone}
     *
     * @param resident the resident
     */
    public String export(ResidentRef resident) {
        List<Map<String, Object>> all = new ArrayList<>();
        int toReview = 0;
        for (Referral referral : referrals.of(resident)) {
            List<Map<String, Object>> events = new ArrayList<>();
            for (Happened happened : referral.history()) {
                if (isSafeguarding(happened.event())) {
                    toReview++;
                } else {
                    events.add(event(happened));
                }
            }
            Map<String, Object> one = new TreeMap<>();
            one.put("referral", referral.id().value());
            one.put("state", referral.state());
            one.put("erased", referral.isErased());
            one.put("events", events);
            all.add(one);
        }
        List<Map<String, Object>> looks = new ArrayList<>();
        for (AccessLog.Entry entry : log.about(resident.token())) {
            Map<String, Object> look = new LinkedHashMap<>();
            look.put("at", entry.at());
            look.put("what", entry.stream());
            look.put("role", entry.role());
            look.put("purpose", entry.purpose());
            looks.add(look);
        }
        Map<String, Object> document = new TreeMap<>();
        document.put("referrals", all);
        document.put("lookedAt", looks);
        document.put("leftOutForReview", toReview);
        return LotiJson.write(document);
    }

    private static boolean isSafeguarding(ReferralEvent event) {
        return event instanceof ReferralEvent.SafeguardingRaised
                || event instanceof ReferralEvent.SafeguardingReleased
                || (event instanceof ReferralEvent.MessageQueued queued
                        && queued.audience() == ReferralEvent.Audience.SAFEGUARDING_LEAD)
                || (event instanceof ReferralEvent.DeadlineMissed missed
                        && missed.kind() == Deadline.Kind.SAFEGUARDING);
    }

    private static Map<String, Object> event(Happened happened) {
        Map<String, Object> event = new TreeMap<>();
        Instant at = happened.at();
        event.put("at", at);
        event.put("by", happened.role());
        event.put("what", happened.event().type());
        event.put("says", EventJson.whole((Record) happened.event()));
        return event;
    }
}
