package london.loti.referral.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import london.loti.model.json.LotiJson;
import london.loti.model.need.ResidentRef;
import london.loti.referral.audit.AccessLog;
import london.loti.referral.journey.Deadline;
import london.loti.referral.journey.Happened;
import london.loti.referral.journey.Referral;
import london.loti.referral.journey.ReferralEvent;
import london.loti.referral.journey.Referrals;
import london.loti.referral.journey.Role;
import london.loti.referral.json.EventJson;
import london.loti.referral.linkwork.Supervision;
import london.loti.referral.linkwork.SupportPlan;
import london.loti.referral.linkwork.SupportPlans;

/**
 * The copy of everything about them that a resident may ask for (UK GDPR Article 15): every event of their referrals and
 * support plans with what it says, the reviews of supervision, and who looked at it in which role. The same store gives the
 * same bytes.
 *
 * <p>Entries that tell of safeguarding, and the reviews of a referral that had a concern, are left out and counted:
 * somebody who knows the law on serious harm and on other people's data must look at them before they are given to
 * anybody. What was erased is said to have been.
 */
public final class SubjectAccess {
    private final Referrals referrals;
    private final SupportPlans plans;
    private final Supervision supervision;
    private final AccessLog log;

    /**
     * Makes one.
     *
     * @param referrals the referrals
     * @param plans the support plans
     * @param supervision the reviews of referrals
     * @param log who looked at them
     */
    public SubjectAccess(Referrals referrals, SupportPlans plans, Supervision supervision, AccessLog log) {
        this.referrals = referrals;
        this.plans = plans;
        this.supervision = supervision;
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
            Set<String> concern = safeguardingMessages(referral);
            List<Map<String, Object>> events = new ArrayList<>();
            for (Happened happened : referral.history()) {
                if (isSafeguarding(happened.event(), concern)) {
                    toReview++;
                } else {
                    events.add(event(
                            happened.at(), happened.role(), happened.event().type(), happened.event()));
                }
            }
            boolean anyConcern =
                    referral.first(ReferralEvent.SafeguardingRaised.class).isPresent();
            List<Map<String, Object>> reviews = new ArrayList<>();
            for (Supervision.Kept kept : supervision.of(referral.id())) {
                if (anyConcern) {
                    toReview++;
                } else {
                    reviews.add(event(kept.at(), Role.SUPERVISOR, "Reviewed", kept.review()));
                }
            }
            Map<String, Object> one = new TreeMap<>();
            one.put("referral", referral.id().value());
            one.put("state", referral.state());
            one.put("erased", referral.isErased());
            one.put("events", events);
            one.put("reviews", reviews);
            all.add(one);
        }
        List<Map<String, Object>> looks = new ArrayList<>();
        for (AccessLog.Entry entry : log.about(resident.token())) {
            if (entry.role().equals(Role.SAFEGUARDING_LEAD.name())) {
                toReview++;
            } else {
                looks.add(look(entry));
            }
        }
        Map<String, Object> document = new TreeMap<>();
        document.put("referrals", all);
        document.put(
                "plans", plans.of(resident).stream().map(SubjectAccess::plan).toList());
        document.put("lookedAt", looks);
        document.put("leftOutForReview", toReview);
        return LotiJson.write(document);
    }

    private static Map<String, Object> plan(SupportPlan plan) {
        Map<String, Object> one = new TreeMap<>();
        one.put("plan", plan.id().value());
        one.put("state", plan.state());
        one.put("erased", plan.isErased());
        one.put(
                "events",
                plan.history().stream()
                        .map(step -> event(step.at(), step.role(), step.event().type(), step.event()))
                        .toList());
        return one;
    }

    private static Map<String, Object> look(AccessLog.Entry entry) {
        Map<String, Object> look = new LinkedHashMap<>();
        look.put("at", entry.at());
        look.put("what", entry.stream());
        look.put("role", entry.role());
        look.put("purpose", entry.purpose());
        return look;
    }

    /** The ids of messages that only a concern brings about. */
    private static Set<String> safeguardingMessages(Referral referral) {
        return referral.history().stream()
                .map(Happened::event)
                .filter(event -> event instanceof ReferralEvent.MessageQueued queued
                        && queued.audience() == ReferralEvent.Audience.SAFEGUARDING_LEAD)
                .map(event -> ((ReferralEvent.MessageQueued) event).message())
                .collect(Collectors.toSet());
    }

    private static boolean isSafeguarding(ReferralEvent event, Set<String> messages) {
        if (event instanceof ReferralEvent.MessageQueued e) {
            return messages.contains(e.message());
        } else if (event instanceof ReferralEvent.MessageSent e) {
            return messages.contains(e.message());
        } else if (event instanceof ReferralEvent.MessageFailed e) {
            return messages.contains(e.message());
        } else if (event instanceof ReferralEvent.MessageHandled e) {
            return messages.contains(e.message());
        } else if (event instanceof ReferralEvent.MessageWithheld e) {
            return messages.contains(e.message()) || e.because() == ReferralEvent.Withheld.SAFEGUARDING;
        }
        return event instanceof ReferralEvent.SafeguardingRaised
                || event instanceof ReferralEvent.SafeguardingReleased
                || (event instanceof ReferralEvent.DeadlineMissed missed
                        && missed.kind() == Deadline.Kind.SAFEGUARDING);
    }

    private static Map<String, Object> event(Instant at, Role by, String what, Object says) {
        Map<String, Object> event = new TreeMap<>();
        event.put("at", at);
        event.put("by", by);
        event.put("what", what);
        event.put("says", EventJson.whole((Record) says));
        return event;
    }
}
