package london.loti.model.need;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import london.loti.model.outcome.Observation;
import london.loti.model.privacy.Classified;

import static org.assertj.core.api.Assertions.assertThat;

/** Every part of a record about a resident says what kind of data it holds. */
class ClassifiedRecordsTest {
    static List<Class<?>> records() {
        return List.of(
                AccessPackage.class,
                AnswerDetail.class,
                CrisisEvent.class,
                Dyad.class,
                Dyad.Permission.class,
                NeedsComparison.class,
                NeedsComparison.Change.class,
                NeedsSnapshot.class,
                NoteRef.class,
                Observation.class,
                ResidentRef.class,
                ServiceTypes.class,
                ServiceTypes.Match.class,
                ServiceTypes.Step.class,
                Since.class,
                Suggestion.class,
                Suggestion.Reason.class,
                TemporaryAccommodationRule.Ruling.class);
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyComponentIsClassified(Class<?> type) {
        List<String> unclassified = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (!component.isAnnotationPresent(Classified.class)) {
                unclassified.add(component.getName());
            }
        }
        assertThat(unclassified).isEmpty();
    }
}
