package london.loti.evaluation.instrument;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Each bundled instrument scored by hand: origin of all numbers is its rule, added up on paper. */
class BundledScoresTest {
    /**
     * The instrument, its answers in order ({@code 3*2} for 3 3, {@code -} for none), and scores with their bands: the
     * lowest, the highest, a mixed pattern, and as many gaps as may be and one more.
     */
    private static final String BY_HAND = """
            csat | 1 | satisfaction 1 other
            csat | 5 | satisfaction 5 satisfied
            csat | 3 | satisfaction 3 other
            csat | 4 | satisfaction 4 satisfied
            csat | - | satisfaction none
            djg_11 | 1 3 3 1 3 3 1 1 3 3 1 | total 0 not lonely, emotional 0, social 0
            djg_11 | 3 1 1 3 1 1 3 3 1 1 3 | total 11 very severe, emotional 6, social 5
            djg_11 | 2*11 | total 11 very severe, emotional 6, social 5
            djg_11 | 2 3 2 1 1 3 3 1 3 2 1 | total 5 moderate, emotional 3, social 2
            djg_11 | 2 3 - 1 1 3 3 1 3 2 1 | total 4 moderate, emotional none, social 2
            djg_11 | - 3 - 1 1 3 3 1 3 2 1 | total none, emotional none, social none
            djg_6 | 3 3 3 1 1 1 | total 0 not lonely, emotional 0 not lonely, social 0 not lonely
            djg_6 | 1 1 1 3 3 3 | total 6 severe, emotional 3 lonely, social 3 lonely
            djg_6 | 2 3 1 2 1 3 | total 4 moderate, emotional 2 lonely, social 2 lonely
            djg_6 | - 3 1 2 1 3 | total 3 moderate, emotional none, social 2 lonely
            djg_6 | - - 1 2 1 3 | total none, emotional none, social 2 lonely
            eds_foundation | 0*8 | foundation 0 without the Foundation level, tasks 0
            eds_foundation | 1*8 | foundation 1 with the Foundation level, tasks 8
            eds_foundation | 1*2 0 1*5 | foundation 0 without the Foundation level, tasks 7
            eds_foundation | 1*7 - | foundation none, tasks none
            eds_work | 0*20 | skills_view 0 without, task_view 0 without, tasks 0
            eds_work | 1*20 | skills_view 1 with, task_view 1 with, tasks 20, safe_and_legal 9
            eds_work | 1 0*3 1 1 0*4 1 0*8 1 | skills_view 1 with, task_view 0 without, tasks 5, transacting 1
            eds_work | 1*3 0*2 1*15 | skills_view 0 without, task_view 0 without, tasks 18, handling_information 0
            eds_work | 1*19 - | skills_view 1 with, task_view none, tasks none, safe_and_legal none
            gad_7 | 0*7 | total 0 minimal
            gad_7 | 3*7 | total 21 severe
            gad_7 | 1 2 0 3 1 0 2 | total 9 mild
            gad_7 | 1 2 0 3 1 0 3 | total 10 moderate
            gad_7 | 1 2 0 3 1 0 - | total none
            gse_10 | 1*10 | total 10
            gse_10 | 4*10 | total 40
            gse_10 | 1 2 3 4 1 2 3 4 1 2 | total 23
            gse_10 | -*3 4 1 2 3 4 1 2 | total 24.285714285714285
            gse_10 | -*4 1 2 3 4 1 2 | total none
            mycaw | 0*3 | profile 0, concern_1 0, wellbeing 0
            mycaw | 6*3 | profile 6, concern_2 6, wellbeing 6
            mycaw | 5 2 5 | profile 4, concern_1 5, concern_2 2
            mycaw | 5 - 4 | profile 4.5, concern_2 none
            mycaw | 5 - - | profile none, concern_1 5
            nps | 0 | likelihood 0 detractor
            nps | 10 | likelihood 10 promoter
            nps | 6 | likelihood 6 detractor
            nps | 7 | likelihood 7 passive
            nps | 9 | likelihood 9 promoter
            nps | - | likelihood none
            ons_4 | 0*4 | satisfied 0 low, worthwhile 0 low, happy 0 low, anxious 0 very low
            ons_4 | 10*4 | satisfied 10 very high, worthwhile 10 very high, happy 10 very high, anxious 10 high
            ons_4 | 4 5 7 2 | satisfied 4 low, worthwhile 5 medium, happy 7 high, anxious 2 low
            ons_4 | 6 8 9 5 | satisfied 6 medium, worthwhile 8 high, happy 9 very high, anxious 5 medium
            ons_4 | - 8 9 6 | satisfied none, worthwhile 8 high, anxious 6 high
            ons_loneliness | 1 | frequency 1 often or always lonely
            ons_loneliness | 5 | frequency 5 less often
            ons_loneliness | 2 | frequency 2 less often
            ons_loneliness | - | frequency none
            outcomes_star | 1*10 | scale_1 1 stage 1, scale_10 1 stage 1
            outcomes_star | 10*10 | scale_1 10 stage 5, scale_10 10 stage 5
            outcomes_star | 1 2 3 4 5 6 7 8 9 10 | scale_2 2 stage 1, scale_3 3 stage 2, scale_6 6 stage 3, scale_8 8 stage 4
            outcomes_star | 1 - 3 4 5 6 7 8 9 10 | scale_2 none, scale_9 9 stage 5
            pam | 0 1 | activation 0, level 1
            pam | 100 4 | activation 100, level 4
            pam | 55.5 2 | activation 55.5, level 2
            pam | - 2 | activation none, level 2
            phq_2 | 0 0 | total 0 negative
            phq_2 | 3 3 | total 6 positive
            phq_2 | 1 1 | total 2 negative
            phq_2 | 2 1 | total 3 positive
            phq_2 | - 3 | total none
            phq_9 | 0*9 | total 0 none
            phq_9 | 3*9 | total 27 severe
            phq_9 | 1 2 0 3 1 0 2 1 0 | total 10 moderate
            phq_9 | 3 2 0 3 3 1 2 1 0 | total 15 moderately severe
            phq_9 | - 2 0 3 1 0 2 1 0 | total none
            staff_confidence | 1*10 | now 1, then 1
            staff_confidence | 5*10 | now 5, then 5
            staff_confidence | 4 5 3 4 4 2 3 1 2 2 | now 4, then 2
            staff_confidence | - 5 3 4 4 2 3 1 2 2 | now none, then 2
            sus | 1 5 1 5 1 5 1 5 1 5 | total 0
            sus | 5 1 5 1 5 1 5 1 5 1 | total 100
            sus | 4 2 5 1 3 3 4 2 2 4 | total 65
            sus | 3*9 - | total none
            swemwbs | 1*7 | metric 7 low, raw 7
            swemwbs | 5*7 | metric 35 high, raw 35
            swemwbs | 3 4 2 5 3 4 3 | metric 21.54 medium, raw 24
            swemwbs | 3*7 | metric 19.25 low, raw 21
            swemwbs | 3*6 4 | metric 19.98 medium, raw 22
            swemwbs | 4*4 5*3 | metric 28.13 high, raw 31
            swemwbs | 5*6 - | metric none, raw none
            ucla_3 | 1*3 | total 3 not lonely
            ucla_3 | 3*3 | total 9 lonely
            ucla_3 | 1 2 2 | total 5 not lonely
            ucla_3 | 1 2 3 | total 6 lonely
            ucla_3 | 1 2 - | total none
            wemwbs | 1*14 | total 14 low
            wemwbs | 5*14 | total 70 high
            wemwbs | 1 2 3 4 5 1 2 3 4 5 3*4 | total 42 low
            wemwbs | 1 2 - - - 1 2 3 4 5 3*4 | total 38.18181818181818 low
            wemwbs | 1 - - - - 1 2 3 4 5 3*4 | total none
            who_5 | 0*5 | percentage 0 low, raw 0
            who_5 | 5*5 | percentage 100 normal, raw 25
            who_5 | 1 2 1 1 2 | percentage 28 low, raw 7
            who_5 | 3 2 3 1 3 | percentage 48 reduced, raw 12
            who_5 | 3 2 4 1 3 | percentage 52 normal, raw 13
            who_5 | 3 2 4 1 - | percentage none, raw none
            """;

    @Test
    void areThoseAddedUpByHand() {
        BY_HAND.lines().forEach(BundledScoresTest::check);
    }

    @Test
    void areLookedAtForEveryInstrument() {
        assertThat(BY_HAND.lines().map(line -> line.split(" \\| ", -1)[0]).distinct())
                .containsExactlyElementsOf(InstrumentRegistry.bundled().ids());
    }

    @Test
    void changeTheirBandOfElevenItemsAtThreeNineAndEleven() {
        Instrument instrument = Samples.bundled("djg_11");
        List<String> bands = Stream.iterate(0, lonely -> lonely <= 11, lonely -> lonely + 1)
                .map(lonely -> {
                    double[] answers = instrument.items().stream()
                            .mapToDouble(item -> "social".equals(item.subscale()) ? 1 : 3)
                            .toArray();
                    Arrays.fill(answers, 0, lonely, 2);
                    return instrument.score(answers).score("total").band();
                })
                .toList();
        assertThat(bands.subList(0, 3)).containsOnly("not lonely");
        assertThat(bands.subList(3, 9)).containsOnly("moderate");
        assertThat(bands.subList(9, 11)).containsOnly("severe");
        assertThat(bands.get(11)).isEqualTo("very severe");
    }

    private static void check(String line) {
        String[] parts = line.split(" \\| ", -1);
        Scores scores = Samples.bundled(parts[0]).score(answers(parts[1]));
        for (String expected : parts[2].split(", ", -1)) {
            String[] words = expected.split(" ", 3);
            Score score = scores.score(words[0]);
            if (words[1].equals("none")) {
                assertThat(score.value()).as(line).isNaN();
                assertThat(score.whyMissing()).as(line).contains("missing");
            } else {
                assertThat(score.value()).as(line).isCloseTo(Double.parseDouble(words[1]), within(1e-12));
            }
            assertThat(score.band()).as(line).isEqualTo(words.length == 3 ? words[2] : null);
        }
    }

    private static double[] answers(String words) {
        return Arrays.stream(words.split(" ", -1))
                .flatMap(word -> {
                    String[] times = word.split("\\*", -1);
                    return Collections.nCopies(times.length == 1 ? 1 : Integer.parseInt(times[1]), times[0]).stream();
                })
                .mapToDouble(word -> word.equals("-") ? Double.NaN : Double.parseDouble(word))
                .toArray();
    }
}
