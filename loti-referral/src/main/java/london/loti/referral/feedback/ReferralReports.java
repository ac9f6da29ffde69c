package london.loti.referral.feedback;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import london.loti.model.area.AreaCode;
import london.loti.model.codelist.Vocabulary;
import london.loti.model.disclosure.DisclosureRule;
import london.loti.referral.journey.DeadlinePolicy;
import london.loti.referral.journey.Referral;
import london.loti.referral.journey.WorkingTime;

/**
 * Makes reports about referrals. A referral, those that follow it and those that it was split into are one request for help;
 * a resident with several requests is counted once in a figure, by the latest. The order of the referrals does not matter.
 * Immutable and thread-safe.
 */
public final class ReferralReports {
    private final DisclosureRule rule;
    private final DeadlinePolicy deadlines;
    private final WorkingTime time;
    private final FeedbackPolicy policy;
    private final Vocabulary vocabulary;
    private final Map<AreaCode, String> areas;

    private ReferralReports(
            DisclosureRule rule,
            DeadlinePolicy deadlines,
            WorkingTime time,
            FeedbackPolicy policy,
            Vocabulary vocabulary,
            Map<AreaCode, String> areas) {
        this.rule = rule;
        this.deadlines = deadlines;
        this.time = time;
        this.policy = policy;
        this.vocabulary = vocabulary;
        this.areas = Map.copyOf(areas);
    }

    /**
     * {@return reports under a disclosure rule and a deadline policy, with the bundled feedback policy and codelists}
     *
     * @param rule decides what may leave
     * @param deadlines says when a first contact is due
     * @param time counts working days
     */
    public static ReferralReports of(DisclosureRule rule, DeadlinePolicy deadlines, WorkingTime time) {
        return new ReferralReports(
                Objects.requireNonNull(rule, "reports need a disclosure rule"),
                Objects.requireNonNull(deadlines, "reports need a deadline policy"),
                Objects.requireNonNull(time, "reports need working time"),
                FeedbackPolicy.withDefaults(),
                Vocabulary.bundled(),
                Map.of());
    }

    /**
     * {@return the same under another feedback policy}
     *
     * @param other the policy
     */
    public ReferralReports withPolicy(FeedbackPolicy other) {
        return new ReferralReports(rule, deadlines, time, other, vocabulary, areas);
    }

    /**
     * {@return the same with other words for needs and groups}
     *
     * @param other the codelists
     */
    public ReferralReports withVocabulary(Vocabulary other) {
        return new ReferralReports(rule, deadlines, time, policy, other, areas);
    }

    /**
     * {@return the same with larger areas: a ward for each small area, say; an area without one stands by its code}
     *
     * @param names the name of the larger area, by the code of the smaller
     */
    public ReferralReports withAreas(Map<AreaCode, String> names) {
        return new ReferralReports(rule, deadlines, time, policy, vocabulary, names);
    }

    /**
     * {@return the report of a period}
     *
     * @param referrals all referrals, also those of before: a request may have begun then
     * @param notFound searches that found no service to ask
     * @param period the days
     */
    public ReferralReport report(List<Referral> referrals, List<NoServiceFound> notFound, Period period) {
        List<HelpRequest> requests = HelpRequests.of(referrals, period.end());
        Labels labels = new Labels(vocabulary, areas);
        RequestFigures asked = new RequestFigures(period, labels, time);
        ContactFigures contact = new ContactFigures(period, labels, deadlines, time);
        LoopFigures loop = new LoopFigures(period, labels, policy);
        UnmetFigures unmet = new UnmetFigures(period, labels, policy);
        requests.forEach(request -> {
            asked.add(request);
            contact.add(request);
            loop.add(request);
            unmet.add(request);
        });
        unmet.addNotFound(notFound, requests);
        EquityTables equity = new EquityTables(rule);
        equity.add(asked.accepted(), null);
        equity.add(contact.contacted(), null);
        equity.add(loop.answered(), null);
        equity.add(loop.helped(), "answered");
        equity.add(unmet.measure(), null);
        equity.addNeeds(unmet.byNeed());
        return new ReferralReport(
                period,
                rule,
                List.of(
                        "disclosure " + rule.id() + " " + rule.version(),
                        "feedback " + policy.id() + " " + policy.version(),
                        "deadlines " + deadlines.id() + " " + deadlines.version()),
                List.of(
                        asked.byState().disclose(rule),
                        asked.byRoute().disclose(rule),
                        asked.byServices().disclose(rule),
                        contact.breakdown().disclose(rule),
                        loop.breakdown().disclose(rule),
                        unmet.breakdown().disclose(rule),
                        asked.byRecord().disclose(rule)),
                List.of(
                        asked.answerTime().disclose(rule),
                        contact.contactTime().disclose(rule),
                        asked.waited().disclose(rule)),
                equity.comparisons(),
                OrganisationAnswers.of(organisations(requests, period), rule, policy.priorResidents()));
    }

    /** The last yes or no of each organisation to each resident, where it said so in the period. */
    private static Map<String, Map<String, Boolean>> organisations(List<HelpRequest> requests, Period period) {
        Map<String, Map<String, Boolean>> answers = new TreeMap<>();
        for (HelpRequest request : requests) {
            for (Referral referral : request.referrals()) {
                HelpRequest.decided(referral)
                        .filter(decided -> period.contains(decided.at()))
                        .ifPresent(decided -> answers.computeIfAbsent(referral.organisation(), o -> new TreeMap<>())
                                .put(request.resident(), HelpRequest.isYes(decided)));
            }
        }
        return answers;
    }
}
