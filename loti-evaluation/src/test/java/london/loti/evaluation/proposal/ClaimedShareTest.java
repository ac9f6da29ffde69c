package london.loti.evaluation.proposal;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import london.loti.evaluation.estimate.Interval;

import static london.loti.evaluation.proposal.Samples.CLAIM;
import static london.loti.evaluation.proposal.Samples.DAY;
import static london.loti.evaluation.proposal.Samples.EXACT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class ClaimedShareTest {
    private static Proposals proposals(ClaimedShare share, Function<BigDecimal, Object> written) {
        return share.withRule(EXACT).proposals(CLAIM, written, DAY, "An invented survey");
    }

    @Test
    void theIntervalIsWilsons() {
        // by hand from Wilson's formula with z = 1.959963984540054
        Interval interval = ClaimedShare.of(0.6, 84, 200)
                .withRule(EXACT)
                .effect()
                .headline()
                .interval();
        assertThat(interval.lower()).isCloseTo(0.35373599161616726, within(1e-12));
        assertThat(interval.upper()).isCloseTo(0.4892792606041954, within(1e-12));
    }

    // Wilson: 84 of 200 from 0.354 to 0.489; 420 of 1,000 from 0.390 to 0.451; 5,010 of 12,000 from 0.409 to 0.426
    @ParameterizedTest
    @CsvSource({
        "0.60, 84, 200, DIFFERS",
        "0.45, 84, 200, NOT_CONTRADICTED",
        "0.49, 84, 200, DIFFERS",
        "0.46, 420, 1000, DIFFERS_LITTLE",
        "0.42, 420, 1000, HOLDS",
        "0.43, 5010, 12000, HOLDS",
        "0.47, 5010, 12000, DIFFERS",
        "0.466, 5010, 12000, DIFFERS_LITTLE"
    })
    void theVerdictNeedsAClaimOutsideAndADifferenceThatMatters(
            double claimed, int yes, int people, ClaimedShare.Verdict verdict) {
        ClaimedShare share = ClaimedShare.of(claimed, yes, people).withRule(EXACT);
        assertThat(share.verdict()).isEqualTo(verdict);
        assertThat(proposals(share, ClaimedShare.asShare()).proposals())
                .hasSize(verdict == ClaimedShare.Verdict.DIFFERS ? 1 : 0);
    }

    // half of Wilson's interval, in per cent: 84 of 200 6.8, 15 of 40 14.4, 4,173 of 12,000 0.9
    @ParameterizedTest
    @CsvSource({"84, 200, 42", "15, 40, 40", "4173, 12000, 34.8", "83, 200, 42", "1, 40, 3"})
    void theShareProposedHasNoMoreDigitsThanTheDataCarry(int yes, int people, double percent) {
        Change change = proposals(ClaimedShare.of(0.9, yes, people), ClaimedShare.inPercent())
                .proposals()
                .get(0)
                .change();
        assertThat(change).isEqualTo(new Change(90, percent));
    }

    @Test
    void whatIsProposedIsNeverOutsideTheInterval() {
        for (int people : new int[] {5, 12, 33, 90, 250, 4_000}) {
            for (int yes = 0; yes <= people; yes += Math.max(1, people / 50)) {
                ClaimedShare share =
                        ClaimedShare.of(yes * 2 < people ? 1 : 0, yes, people).withRule(EXACT);
                Interval interval = share.effect().headline().interval();
                proposals(share, ClaimedShare.asShare())
                        .proposals()
                        .forEach(proposal -> assertThat(
                                        ((Number) proposal.change().to()).doubleValue())
                                .as("%s", proposal.reason())
                                .isBetween(interval.lower() - 1e-12, interval.upper() + 1e-12));
            }
        }
    }

    @Test
    void aClaimIsWrittenAsItsDocumentWritesIt() {
        ClaimedShare share = ClaimedShare.of(0.6, 84, 200);
        assertThat(proposals(share, ClaimedShare.asShare()).proposals().get(0).change())
                .isEqualTo(new Change(0.6, 0.42));
        Proposal proposal = proposals(share, ClaimedShare.sentence("{percent} % of people like this have no device."))
                .proposals()
                .get(0);
        assertThat(proposal.change())
                .isEqualTo(new Change(
                        "60 % of people like this have no device.", "42 % of people like this have no device."));
        assertThat(proposal.kind()).isEqualTo(Proposal.Kind.CHANGE);
        assertThat(proposal.reason())
                .isEqualTo(
                        "The claim is 60%. Of 200 people counted it is so for 42% (95% interval from 35.4% to 48.9%),"
                                + " which differs by more than 5 points. As exactly as the counts allow that is 42%.");
        // 0.29 is 28.999999999999996 after a multiplication by 100
        assertThat(proposals(ClaimedShare.of(0.29, 84, 200), ClaimedShare.inPercent())
                        .proposals()
                        .get(0)
                        .change()
                        .from())
                .isEqualTo(29L);
        assertThatThrownBy(() -> ClaimedShare.sentence("60 % have none.")).hasMessageContaining("{percent}");
    }

    @Test
    void whetherGroupsDifferSpeaksAgainst() {
        // scipy 1.17.1: chi2_contingency([[30, 70], [60, 40], [45, 55]], correction=False), p 0.00011
        ClaimedShare share = ClaimedShare.of(0.7, 135, 300);
        assertThat(doubts(share.withGroups(List.of(
                        new GroupCounts("IMD 1", 30, 100),
                        new GroupCounts("IMD 2", 60, 100),
                        new GroupCounts("IMD 3", 45, 100)))))
                .contains("over 3 groups, p below 0.001): from 30% of 'IMD 1' to 60% of 'IMD 2'");
        assertThat(doubts(share.withGroups(
                        List.of(new GroupCounts("IMD 1", 45, 100), new GroupCounts("IMD 2", 46, 100)))))
                .contains("No difference between groups", "does not show that there is none");
        assertThat(doubts(share.withGroups(List.of(new GroupCounts("IMD 1", 45, 100)))))
                .contains("is not known");
        assertThat(doubts(share)).contains("was not looked at");
    }

    private static String doubts(ClaimedShare share) {
        return String.join(
                "\n",
                proposals(share, ClaimedShare.asShare()).proposals().get(0).speaksAgainst());
    }

    @Test
    void aSmallGroupCannotBeWorkedOutFromTheOthers() {
        List<GroupCounts> groups = List.of(
                new GroupCounts("IMD 1", 30, 100), new GroupCounts("IMD 2", 60, 100), new GroupCounts("IMD 3", 5, 40));
        Proposal proposal = ClaimedShare.of(0.7, 95, 240)
                .withGroups(groups)
                .proposals(CLAIM, ClaimedShare.asShare(), DAY, "An invented survey")
                .proposals()
                .get(0);
        assertThat(String.join("\n", proposal.speaksAgainst()))
                .doesNotContain("IMD 3")
                .contains("too few of them can be shown", "rounded to 5");
    }

    @Test
    void tooFewPeopleMakeNoProposal() {
        ClaimedShare share = ClaimedShare.of(0.9, 9, 200);
        assertThat(share.verdict()).isEqualTo(ClaimedShare.Verdict.NOT_SHOWN);
        assertThat(share.effect()).isNull();
        assertThat(share.proposals(CLAIM, ClaimedShare.asShare(), DAY, "An invented survey"))
                .isEqualTo(new Proposals(List.of(), 1));
    }

    @Test
    void badInputIsToldInWords() {
        assertThatThrownBy(() -> ClaimedShare.of(60, 1, 2)).hasMessageContaining("divide per cent by 100");
        assertThatThrownBy(() -> ClaimedShare.of(0.6, 3, 2)).hasMessageContaining("wrong order");
        assertThatThrownBy(() -> ClaimedShare.of(0.6, 1, 2).withSmallestDifference(5))
                .hasMessageContaining("smallest difference");
    }
}
