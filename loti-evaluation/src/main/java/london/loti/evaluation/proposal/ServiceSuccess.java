package london.loti.evaluation.proposal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.jspecify.annotations.Nullable;

import london.loti.evaluation.estimate.DataHash;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Interval;
import london.loti.evaluation.proposal.ServiceOptions.Prior;
import london.loti.evaluation.study.StudyProblem;
import london.loti.model.disclosure.DisclosureRule;
import london.loti.model.finding.Findings;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Require;
import london.loti.model.finding.Where;

/**
 * How often services succeed, each steadied by all of them, and at which of them somebody should look. A proposal says no
 * more than that: never that a service should be left out or come later.
 *
 * <pre>{@code
 * ServiceSuccess success = ServiceSuccess.of("helped, of those contacted", services, helped, contacted);
 * ServiceRates rates = success.rates();
 * Proposals proposals = success.proposals(directory::at, madeOn, "Referrals of the year to March 2026");
 * }</pre>
 *
 * <p><b>Model:</b> the rates of services are drawn from one beta distribution, the counts are binomial. <b>Prior:</b> by the
 * maximum likelihood of the beta-binomial, with a + b sought from 0.01 to 10,000,000, unless one is given. Where no such
 * prior is likelier than one rate for all, the services do not differ by more than chance: all have the rate of all, and none
 * is to be looked at. <b>Interval:</b> equal-tailed, of the posterior Beta(a + successes, b + failures). <b>Limits:</b> the
 * prior is taken as known, so with few services intervals are too short. <b>Counts:</b> as the disclosure rule shows them;
 * a service of which it hides the successes or the failures is left out, the prior included. Immutable and thread-safe.
 */
public final class ServiceSuccess {
    private static final String DATA = "services";

    private final String meaning;
    private final List<String> services;
    private final int[] successes;
    private final int[] trials;
    private final ServiceOptions options;

    private ServiceSuccess(
            String meaning, List<String> services, int[] successes, int[] trials, ServiceOptions options) {
        this.meaning = meaning;
        this.services = services;
        this.successes = successes;
        this.trials = trials;
        this.options = options;
    }

    /**
     * {@return the successes of services}
     *
     * @param meaning what counts as success, of whom: {@code helped, of those contacted}
     * @param services the services' ids, each once
     * @param successes with how many people each succeeded
     * @param trials of how many people that is known, 1 or more
     * @throws IllegalArgumentException if the meaning is blank, or the lengths differ
     * @throws FindingsException with every id that is blank or comes twice and every count that is none
     */
    public static ServiceSuccess of(String meaning, List<String> services, int[] successes, int[] trials) {
        Require.text(meaning, "what counts as success must be said, but the meaning is blank");
        if (services.size() != successes.length || services.size() != trials.length) {
            throw new IllegalArgumentException("services, successes and trials must have the same length, but had "
                    + services.size() + ", " + successes.length + " and " + trials.length);
        }
        check(services, successes, trials);
        return new ServiceSuccess(
                meaning, List.copyOf(services), successes.clone(), trials.clone(), ServiceOptions.usual());
    }

    private static void check(List<String> services, int[] successes, int[] trials) {
        Findings findings = new Findings();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < trials.length; i++) {
            if (services.get(i).isBlank() || !seen.add(services.get(i))) {
                findings.error(
                        StudyProblem.DUPLICATE_ROW,
                        "a service's id must be there and come once\nMaybe add up the rows of one service.",
                        Where.cell(DATA, i + 1, "service"));
            }
            if (trials[i] < 1) {
                findings.error(
                        StudyProblem.OUT_OF_RANGE,
                        "trials must be 1 or more, but are not\nMaybe leave out services that nobody went to.",
                        Where.cell(DATA, i + 1, "trials"));
            } else if (successes[i] < 0 || successes[i] > trials[i]) {
                findings.error(
                        StudyProblem.OUT_OF_RANGE,
                        "successes must be 0 or more and no more than the trials, but are not",
                        Where.cell(DATA, i + 1, "successes"));
            }
        }
        if (findings.hasErrors()) {
            throw new FindingsException(findings.toList());
        }
    }

    /**
     * {@return the same with a given prior}
     *
     * @param a how many successes it is worth, above 0
     * @param b how many failures it is worth, above 0
     * @throws IllegalArgumentException if one is not above 0 and finite
     */
    public ServiceSuccess withPrior(double a, double b) {
        if (!(a > 0 && b > 0 && Double.isFinite(a + b))) {
            throw new IllegalArgumentException("a prior must have a and b above 0, but they were " + a + " and " + b);
        }
        return with(options.withPrior(new Prior(a, b)));
    }

    /**
     * {@return the same, where a rate below this is worth a look; without, one below the rate of all services together is}
     *
     * @param rate above 0 and below 1
     * @throws IllegalArgumentException if it is not
     */
    public ServiceSuccess withThreshold(double rate) {
        requireShare("a threshold", rate);
        return with(options.withThreshold(rate));
    }

    /**
     * {@return the same, where a look is proposed if the probability of a rate below the threshold is above this; 0.95
     * without}
     *
     * @param probability above 0 and below 1
     * @throws IllegalArgumentException if it is not
     */
    public ServiceSuccess withLimit(double probability) {
        requireShare("a limit", probability);
        return with(options.withLimit(probability));
    }

    /**
     * {@return the same with intervals of another level}
     *
     * @param level above 0 and below 1
     */
    public ServiceSuccess withLevel(double level) {
        return with(options.withLevel(Interval.requireLevel(level)));
    }

    /**
     * {@return the same under another disclosure rule than loti's default}
     *
     * @param rule the rule
     */
    public ServiceSuccess withRule(DisclosureRule rule) {
        return with(options.withRule(rule));
    }

    /**
     * {@return the same with counts by group, so that a proposal tells whether the service's rate differs between groups}
     *
     * @param groups for each service the successes and people of each group; services may be left out
     */
    public ServiceSuccess withGroups(Map<String, List<GroupCounts>> groups) {
        return with(options.withGroups(groups));
    }

    private ServiceSuccess with(ServiceOptions newOptions) {
        return new ServiceSuccess(meaning, services, successes, trials, newOptions);
    }

    private static void requireShare(String what, double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException(
                    what + " must lie between 0 and 1, but was " + share + "\nMaybe divide per cent by 100.");
        }
    }

    /** {@return the rates of the services} */
    public ServiceRates rates() {
        List<String> names = new ArrayList<>();
        List<ShownCounts> counts = new ArrayList<>();
        for (int i = 0; i < trials.length; i++) {
            ShownCounts shown = ShownCounts.of(options.rule(), successes[i], trials[i]);
            if (shown != null) {
                names.add(services.get(i));
                counts.add(shown);
            }
        }
        int[] yes = counts.stream().mapToInt(ShownCounts::yes).toArray();
        int[] people = counts.stream().mapToInt(ShownCounts::people).toArray();
        double all = counts.stream().mapToDouble(ShownCounts::people).sum();
        double overall = counts.stream().mapToDouble(ShownCounts::yes).sum() / all;
        double threshold = options.threshold() == null ? overall : options.threshold();
        Prior prior = options.prior() == null ? likeliest(yes, people) : options.prior();
        List<ServiceRate> rates = new ArrayList<>();
        for (int i = 0; i < people.length; i++) {
            rates.add(rate(names.get(i), counts.get(i), prior, overall, threshold));
        }
        Effect.Builder effect = described(
                Effect.builder("beta-binomial", (long) all).estimate(Estimate.of("rate of all services", overall)),
                prior,
                DataHash.start().add(names).add(yes).add(people).finish());
        int notShown = trials.length - people.length;
        return new ServiceRates(
                rates,
                notShown,
                effect.diagnostic("threshold", threshold)
                        .diagnostic("services", people.length)
                        .diagnostic("services not shown", notShown)
                        .build());
    }

    private static @Nullable Prior likeliest(int[] yes, int[] people) {
        BetaBinomial.Fit fit = new BetaBinomial(yes, people).fit();
        return fit.spread() > 0 ? new Prior(fit.mean() / fit.spread(), (1 - fit.mean()) / fit.spread()) : null;
    }

    private ServiceRate rate(
            String service, ShownCounts counts, @Nullable Prior prior, double overall, double threshold) {
        if (prior == null) {
            Estimate same = Estimate.of("steadied rate", overall);
            return new ServiceRate(service, counts.people(), counts.share(), same, Double.NaN, false);
        }
        double a = prior.a() + counts.yes();
        double b = prior.b() + counts.people() - counts.yes();
        BetaDistribution posterior = BetaDistribution.of(a, b);
        double outside = (1 - options.level()) / 2;
        Estimate rate = Estimate.of("steadied rate", a / (a + b))
                .withStandardError(Math.sqrt(posterior.getVariance()))
                .withInterval(new Interval(
                        posterior.inverseCumulativeProbability(outside),
                        posterior.inverseSurvivalProbability(outside),
                        options.level()));
        double below = posterior.cumulativeProbability(threshold);
        return new ServiceRate(service, counts.people(), counts.share(), rate, below, below > options.limit());
    }

    /**
     * {@return a proposal to look at each service whose rate is below the threshold with a probability above the limit}
     *
     * @param subjects the place of a service in the directory, by its id
     * @param madeOn the day
     * @param source where the counts are from
     */
    public Proposals proposals(Function<String, Subject> subjects, LocalDate madeOn, String source) {
        ServiceRates rates = rates();
        ServiceWords words = new ServiceWords(meaning, options, rates);
        List<Proposal> proposals = new ArrayList<>();
        for (ServiceRate rate : rates.toLookAt()) {
            proposals.add(new Proposal(
                    subjects.apply(rate.service()),
                    Proposal.Kind.LOOK_AT,
                    null,
                    words.reason(rate),
                    words.evidence(rate),
                    words.speaksAgainst(rate),
                    madeOn,
                    source));
        }
        return new Proposals(proposals, rates.notShown());
    }

    private Effect.Builder described(Effect.Builder effect, @Nullable Prior prior, String hash) {
        effect.convention("success", meaning)
                .convention("interval", "posterior, equal-tailed")
                .convention("threshold", options.threshold() == null ? "all services together" : "given")
                .convention(
                        "counts",
                        "disclosure rule " + options.rule().id() + " "
                                + options.rule().version())
                .convention("prior", options.prior() == null ? "maximum likelihood" : "given")
                .diagnostic("limit", options.limit())
                .dataHash(hash)
                .assumes("The rates of services are drawn from one beta distribution, and that is known.")
                .assumes("People are independent of each other.");
        return prior == null ? effect : effect.diagnostic("prior a", prior.a()).diagnostic("prior b", prior.b());
    }
}
