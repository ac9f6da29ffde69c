package london.loti.model.metric;

import org.junit.jupiter.api.Test;

import london.loti.model.provenance.Licence;
import london.loti.model.provenance.Source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MetricTest {
    private static final Metric PEOPLE = Metric.of("people", "People", MetricUnit.PEOPLE);

    @Test
    void isMadeOfWhatIsKnown() {
        Source source = new Source("s", "Census", "ONS", "2021", null, Licence.OGL_3, null);

        assertThat(PEOPLE.withDefinition("Everybody.")
                        .withDenominator("all")
                        .withSource(source)
                        .withDefinition("Usual residents."))
                .isEqualTo(new Metric("people", "People", MetricUnit.PEOPLE, "Usual residents.", "all", source));
        assertThat(PEOPLE.withDenominator("all").withDenominator(null)).isEqualTo(PEOPLE);
    }

    @Test
    void needsAnId() {
        assertThatThrownBy(() -> Metric.of(" ", "People", MetricUnit.PEOPLE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a metric's id must not be blank");
    }

    @Test
    void onlyCountsAndSharesPointAtPeople() {
        for (MetricUnit unit : MetricUnit.values()) {
            assertThat(unit.countsPeople())
                    .as(unit.name())
                    .isEqualTo(unit.name().matches("PEOPLE|HOUSEHOLDS"));
            assertThat(unit.isShare()).as(unit.name()).isEqualTo(unit.name().matches("PERCENT|PROPORTION"));
        }
    }
}
