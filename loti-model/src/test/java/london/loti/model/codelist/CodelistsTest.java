package london.loti.model.codelist;

import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import london.loti.model.finding.FindingsException;
import london.loti.model.need.Codelist;
import london.loti.model.need.Concept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CodelistsTest {
    private static final Pattern DATED = Pattern.compile("[0-9]{4}.*");

    static List<String> names() {
        return Codelists.bundledNames();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyBundledListSaysWhatItIsAndWhereItComesFrom(String name) {
        Codelist list = Codelists.bundled(name);
        assertThat(list.id()).isEqualTo(name);
        assertThat(list.date()).isEqualTo("2026-11-23");
        assertThat(list.source().publisher()).isNotBlank();
        assertThat(list.source().date()).matches(DATED);
        assertThat(list.source().licence().name()).isNotBlank();
        assertThat(list.source().note()).as("what is verified of it").isNotBlank();
    }

    @Test
    void theNamesAreInAlphabeticalOrder() {
        assertThat(Codelists.bundledNames()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aMisspeltNameHintsAtTheNearest() {
        assertThatThrownBy(() -> Codelists.bundled("bariers"))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("a bundled codelist must be one of")
                .hasMessageContaining("Maybe 'barriers' is meant.");
    }

    @Test
    void everyBarrierAndInterventionIsAPartOfADimensionOrFamily() {
        Codelist barriers = Codelists.bundled("barriers");
        assertThat(barriers.within(null))
                .extracting(Concept::code)
                .containsExactly(
                        "access", "affordability", "ability", "motivation", "trust", "circumstances", "services");
        Codelist interventions = Codelists.bundled("interventions");
        for (Codelist list : List.of(barriers, interventions)) {
            List<String> tops = list.within(null).stream().map(Concept::code).toList();
            assertThat(tops).allSatisfy(top -> assertThat(list.within(top)).hasSizeGreaterThan(1));
            assertThat(list.concepts()).allSatisfy(concept -> {
                if (concept.broader() != null) {
                    assertThat(tops).contains(concept.broader());
                }
            });
        }
    }
}
