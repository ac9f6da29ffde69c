package london.loti.evaluation.proposal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.estimate.Interval;
import london.loti.model.disclosure.DisclosureRule;

import static london.loti.evaluation.proposal.Samples.DAY;
import static london.loti.evaluation.proposal.Samples.EXACT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class ServiceSuccessTest {
    private static final String MEANING = "helped, of those contacted";
    private static final List<String> SERVICES = List.of("a", "b", "c", "d", "e", "f", "g", "h");
    private static final int[] YES = {12, 25, 31, 40, 18, 22, 50, 35};
    private static final int[] SIZE = {60, 50, 45, 60, 55, 40, 80, 52};
    private static final Subject DIRECTORY = Subject.of(Target.DIRECTORY, "invented", "2026-11");

    private static ServiceSuccess exact() {
        return ServiceSuccess.of(MEANING, SERVICES, YES, SIZE).withRule(EXACT);
    }

    @Test
    void theRatesAreThoseOfTheBetaPosterior() {
        // scipy 1.17.1: beta(a + y, b + n - y) with the prior of BetaBinomialTest; mean, ppf, cdf(233 / 442)
        List<ServiceRate> rates = exact().rates().rates();
        check(rates.get(0), 0.24484908432, 0.15200142412, 0.35156315442, 0.99999932659);
        check(rates.get(4), 0.35658923553, 0.24537215944, 0.47621253897, 0.99720361154);
        check(rates.get(5), 0.54487576715, 0.40663756136, 0.67968713428, 0.39833391422);
    }

    private static void check(ServiceRate rate, double mean, double lower, double upper, double below) {
        assertThat(rate.rate().value()).isCloseTo(mean, within(1e-8));
        Interval interval = rate.rate().interval();
        assertThat(interval).isNotNull();
        assertThat(interval.lower()).isCloseTo(lower, within(1e-8));
        assertThat(interval.upper()).isCloseTo(upper, within(1e-8));
        assertThat(rate.probabilityBelow()).isCloseTo(below, within(1e-8));
    }

    @Test
    void aGivenPriorIsTaken() {
        // closed form: Beta(2 + 12, 3 + 48) has the mean 14 / 65; scipy 1.17.1: beta(14, 51).cdf(0.3)
        ServiceRate rate =
                exact().withPrior(2, 3).withThreshold(0.3).rates().rates().get(0);
        check(rate, 14.0 / 65, 0.12506827371525, 0.32226430670804, 0.94373608810707);
        assertThat(rate.lookAt()).isFalse();
        assertThat(exact().withPrior(2, 3)
                        .withThreshold(0.3)
                        .withLimit(0.94)
                        .rates()
                        .toLookAt())
                .extracting(ServiceRate::service)
                .containsExactly("a");
    }

    @Test
    void moreTrialsMeanLessShrinkage() {
        double last = 1;
        for (int times = 1; times < 60; times++) {
            ServiceRate rate = ServiceSuccess.of(MEANING, List.of("a"), new int[] {times}, new int[] {5 * times})
                    .withRule(EXACT)
                    .withPrior(4, 6)
                    .rates()
                    .rates()
                    .get(0);
            double distance = Math.abs(rate.rate().value() - rate.share());
            assertThat(distance).isLessThan(last);
            assertThat(rate.rate().value()).isBetween(0.2, 0.4);
            last = distance;
        }
    }

    @Test
    void everyRateLiesBetweenItsOwnShareAndThePriorMean() {
        ServiceRates rates = exact().rates();
        double a = rates.effect().diagnostics().get("prior a");
        double mean = a / (a + rates.effect().diagnostics().get("prior b"));
        assertThat(rates.rates())
                .allSatisfy(rate -> assertThat(rate.rate().value())
                        .isBetween(Math.min(mean, rate.share()), Math.max(mean, rate.share())));
    }

    @Test
    void theOrderOfServicesDoesNotMatter() {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, YES.length).boxed().toList());
        Collections.shuffle(order, new Random(5));
        ServiceSuccess shuffled = ServiceSuccess.of(
                        MEANING,
                        order.stream().map(SERVICES::get).toList(),
                        order.stream().mapToInt(i -> YES[i]).toArray(),
                        order.stream().mapToInt(i -> SIZE[i]).toArray())
                .withRule(EXACT);
        List<ServiceRate> rates = exact().rates().rates();
        List<ServiceRate> others = shuffled.rates().rates();
        for (int i = 0; i < YES.length; i++) {
            assertThat(others.get(i)).isEqualTo(rates.get(order.get(i)));
        }
    }

    @Test
    void servicesThatDifferByChanceOnlyAreNotToBeLookedAt() {
        ServiceRates rates = ServiceSuccess.of(
                        MEANING, List.of("a", "b", "c"), new int[] {20, 22, 18}, new int[] {40, 40, 40})
                .withRule(EXACT)
                .rates();
        assertThat(rates.toLookAt()).isEmpty();
        assertThat(rates.rates()).allSatisfy(rate -> {
            assertThat(rate.rate().value()).isEqualTo(0.5);
            assertThat(rate.rate().interval()).isNull();
            assertThat(rate.probabilityBelow()).isNaN();
        });
        assertThat(rates.effect().diagnostics()).doesNotContainKey("prior a");
        assertThat(rates.expectedFalseShare()).isZero();
    }

    @Test
    void noMoreFlagsAreExpectedToBeFalseThanTheLimitSays() {
        for (double limit : new double[] {0.5, 0.8, 0.95, 0.99}) {
            assertThat(exact().withLimit(limit).rates().expectedFalseShare()).isLessThanOrEqualTo(1 - limit);
        }
        // by hand: the mean of 1 - 0.99999932659 and 1 - 0.99720361154
        assertThat(exact().rates().expectedFalseShare()).isCloseTo(0.00139853, within(1e-7));
    }

    @Test
    void aProposalIsToLookAndSaysWhatSpeaksAgainstIt() {
        Proposals proposals = exact().withGroups(Map.of(
                        "a", List.of(new GroupCounts("under 60", 10, 25), new GroupCounts("60 and over", 2, 35))))
                .proposals(service -> DIRECTORY.at("services", service), DAY, "An invented year");
        assertThat(proposals.notShown()).isZero();
        assertThat(proposals.proposals())
                .extracting(p -> p.subject().pointer())
                .containsExactly("/services/a", "/services/e");
        Proposal first = proposals.proposals().get(0);
        assertThat(first.kind()).isEqualTo(Proposal.Kind.LOOK_AT);
        assertThat(first.change()).isNull();
        assertThat(first.reason())
                .contains("'helped, of those contacted' is so for 20% of 60 people")
                .contains("the rate is 24% (95% interval from 15% to 35%)")
                .contains("below 53%, the rate of all these services together, with a probability of 1");
        assertThat(first.evidence().n()).isEqualTo(60);
        assertThat(first.speaksAgainst())
                .anyMatch(doubt -> doubt.contains("60 people only"))
                .anyMatch(doubt -> doubt.contains("success is harder"))
                .anyMatch(doubt -> doubt.contains("Of the 2 services with a proposal to look, below 1% are expected"))
                .anyMatch(doubt -> doubt.contains("learnt from 8 of them only"))
                .anyMatch(doubt -> doubt.contains("from 6% of '60 and over' to 40% of 'under 60'"));
        assertThat(proposals.proposals().get(1).speaksAgainst())
                .anyMatch(doubt -> doubt.contains("groups of people was not looked at"));
    }

    @Test
    void whatTheRuleHidesIsCountedAndNothingElseIsTold() {
        DisclosureRule rule = DisclosureRule.withDefaults();
        Proposals proposals = ServiceSuccess.of(MEANING, SERVICES, YES, SIZE)
                .withRule(rule)
                .proposals(DIRECTORY::at, DAY, "An invented year");
        assertThat(proposals.notShown()).isZero();
        assertThat(proposals.proposals().get(0).evidence().n())
                .as("12 and 48, each rounded to fives")
                .isEqualTo(60);
        int[] fewer = YES.clone();
        fewer[0] = 9; // below ten
        Proposals hidden =
                ServiceSuccess.of(MEANING, SERVICES, fewer, SIZE).proposals(DIRECTORY::at, DAY, "An invented year");
        fewer[0] = 3;
        assertThat(ServiceSuccess.of(MEANING, SERVICES, fewer, SIZE).proposals(DIRECTORY::at, DAY, "An invented year"))
                .as("what is hidden changes nothing that is shown")
                .isEqualTo(hidden);
        assertThat(hidden.notShown()).isEqualTo(1);
        assertThat(hidden.proposals()).extracting(p -> p.subject().pointer()).containsExactly("/e");
        assertThat(hidden.proposals().get(0).speaksAgainst())
                .anyMatch(doubt -> doubt.startsWith("1 services are left out"));
    }

    @Test
    void whereNothingMayBeShownThereIsNothing() {
        ServiceRates rates = ServiceSuccess.of(MEANING, List.of("a", "b"), new int[] {1, 2}, new int[] {4, 5})
                .rates();
        assertThat(rates.rates()).isEmpty();
        assertThat(rates.notShown()).isEqualTo(2);
        assertThat(rates.effect().headline().value()).isNaN();
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThatThrownBy(() -> ServiceSuccess.of(
                        MEANING, List.of("a", "a", " ", "d"), new int[] {1, 1, 1, 5}, new int[] {2, 0, 2, 4}))
                .hasMessageContaining("services, line 2, service")
                .hasMessageContaining("services, line 2, trials")
                .hasMessageContaining("services, line 3, service")
                .hasMessageContaining("services, line 4, successes");
        assertThatThrownBy(() -> ServiceSuccess.of(MEANING, List.of("a"), new int[2], new int[1]))
                .hasMessageContaining("1, 2 and 1");
        assertThatThrownBy(() -> exact().withPrior(0, 1)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> exact().withThreshold(45)).hasMessageContaining("divide per cent by 100");
    }
}
