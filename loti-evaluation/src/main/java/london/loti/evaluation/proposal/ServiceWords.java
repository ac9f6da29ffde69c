package london.loti.evaluation.proposal;

import java.util.ArrayList;
import java.util.List;

import london.loti.evaluation.claims.PlainNumber;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Interval;

/** What a proposal to look at a service says. */
final class ServiceWords {
    private static final int FEW_SERVICES = 10;

    private final String meaning;
    private final ServiceOptions options;
    private final ServiceRates rates;

    ServiceWords(String meaning, ServiceOptions options, ServiceRates rates) {
        this.meaning = meaning;
        this.options = options;
        this.rates = rates;
    }

    String reason(ServiceRate rate) {
        Interval interval = rate.rate().interval();
        return "'" + meaning + "' is so for " + PlainNumber.percent(rate.share()) + " of " + rate.people()
                + " people. Steadied by the rates of " + rates.rates().size() + " services, the rate is "
                + PlainNumber.percent(rate.rate().value())
                + (interval == null
                        ? ""
                        : " (" + PlainNumber.level(interval) + " interval from " + PlainNumber.percent(interval.lower())
                                + " to " + PlainNumber.percent(interval.upper()) + ")")
                + ". It is below " + PlainNumber.percent(threshold())
                + (options.threshold() == null ? ", the rate of all these services together," : "")
                + " with a probability of " + PlainNumber.text(rate.probabilityBelow()) + ".";
    }

    Effect evidence(ServiceRate rate) {
        Effect all = rates.effect();
        Effect.Builder evidence = Effect.builder(all.method(), rate.people())
                .estimate(rate.rate())
                .estimate(Estimate.of("share as counted", rate.share()))
                .estimate(Estimate.of("probability of a rate below the threshold", rate.probabilityBelow()))
                .dataHash(all.dataHash());
        all.convention().forEach(evidence::convention);
        all.diagnostics().forEach(evidence::diagnostic);
        all.assumptions().forEach(evidence::assumes);
        return evidence.build();
    }

    List<String> speaksAgainst(ServiceRate rate) {
        List<String> doubts = new ArrayList<>(Doubts.numbers(options.rule(), rate.people()));
        doubts.add(
                "The service may have been asked to help people for whom success is harder, or may record it in another"
                        + " way. The counts cannot tell.");
        if (options.threshold() == null) {
            doubts.add("Some services are always below the rate of all; that alone is no fault.");
        }
        doubts.add("Of the " + rates.toLookAt().size() + " services with a proposal to look, "
                + PlainNumber.percent(rates.expectedFalseShare()) + " are expected not to be below the threshold.");
        if (options.prior() == null && rates.rates().size() < FEW_SERVICES) {
            doubts.add("How far services differ is learnt from " + rates.rates().size() + " of them only.");
        }
        if (rates.notShown() > 0) {
            doubts.add(rates.notShown()
                    + " services are left out because too few people are behind a count of theirs; those"
                    + " with hardly any success, or hardly any failure, are among them.");
        }
        doubts.add(Doubts.groups(options.groups().getOrDefault(rate.service(), List.of()), options.rule()));
        return doubts;
    }

    private double threshold() {
        return rates.effect().diagnostics().getOrDefault("threshold", Double.NaN);
    }
}
