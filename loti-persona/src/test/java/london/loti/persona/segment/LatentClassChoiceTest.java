package london.loti.persona.segment;

import org.junit.jupiter.api.Test;

import london.loti.persona.attribute.Sample;

import static org.assertj.core.api.Assertions.assertThat;

class LatentClassChoiceTest {
    private static final Sample SAMPLE = LatentSamples.draw(1, 1_000, 0.05).sample();

    @Test
    void recommendsTheNumberThatAnswersWereDrawnFrom() {
        LatentClassChoice choice = LatentClasses.withClasses(1).withSeed(7).chooseUpTo(5, SAMPLE);
        LatentClassModel best = choice.recommended().orElseThrow();
        assertThat(best.classes()).isEqualTo(3);
        assertThat(choice.models()).allSatisfy(model -> assertThat(model.bic()).isGreaterThanOrEqualTo(best.bic()));
        assertThat(choice.isAtEnd()).isFalse();
        assertThat(choice.words()).startsWith("3 classes have the lowest BIC (").contains(") of 1 to 5.");
    }

    @Test
    void fitsWhatAFitOfThatNumberGives() {
        LatentClasses two = LatentClasses.withClasses(2).withSeed(7);
        assertThat(two.chooseUpTo(3, SAMPLE).models().get(0).logLikelihood())
                .isEqualTo(two.fit(SAMPLE).logLikelihood());
    }

    @Test
    void saysWhenTheLowestIsTheLastOrTheFirst() {
        LatentClassChoice upTo = LatentClasses.withClasses(1).chooseUpTo(3, SAMPLE);
        assertThat(upTo.isAtEnd()).isTrue();
        assertThat(upTo.words()).contains("That is the most that were tried, so more classes may have a lower one");
        LatentClassChoice from = LatentClasses.withClasses(3).chooseUpTo(4, SAMPLE);
        assertThat(from.words()).contains("That is the fewest that were tried");
    }

    @Test
    void recommendsNothingThatTheDataCanNotDetermine() {
        Sample sample = LatentSamples.ofPatterns("11:30", "12:9", "21:7", "22:40");
        LatentClassChoice all = LatentClasses.withClasses(1).chooseUpTo(3, sample);
        assertThat(all.recommended().orElseThrow().classes()).isEqualTo(1);
        assertThat(all.isAtEnd()).isTrue();
        assertThat(all.words()).contains("With 2 or more there are more parameters than the data can determine");
        LatentClassChoice none = LatentClasses.withClasses(2).chooseUpTo(3, sample);
        assertThat(none.recommended()).isEmpty();
        assertThat(none.isAtEnd()).isFalse();
        assertThat(none.words()).startsWith("No number of classes can be recommended");
    }

    @Test
    void repeatsWhatSpeaksAgainstTheModel() {
        LatentClassChoice choice = LatentClasses.withClasses(1).withStarts(1).chooseUpTo(4, SAMPLE);
        assertThat(choice.words()).contains("But only one start was made");
    }
}
