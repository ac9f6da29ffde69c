package london.loti.persona.intervention;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import london.loti.model.codelist.HomeRules;
import london.loti.model.need.AccessItem;
import london.loti.model.need.ConceptRef;
import london.loti.persona.intervention.InterventionTable.Entry;
import london.loti.persona.intervention.InterventionTable.Gap;

import static org.assertj.core.api.Assertions.assertThat;

class InterventionTableTest {
    private final InterventionTable table =
            InterventionTable.of(Samples.bank(), Samples.catalogue(), HomeRules.temporaryAccommodation());

    private static List<String> told(InterventionTable table) {
        return table.rows().stream()
                .map(row -> row.persona() + " " + row.intervention().code() + " "
                        + row.rating().words())
                .toList();
    }

    @Test
    void rowsStandInTheOrderOfBankCatalogueAndRatings() {
        assertThat(told(table))
                .containsExactly(
                        "rose contract-broadband unrated",
                        "rose outreach unrated",
                        "rose tea unrated", // she names it, and the catalogue does not have it
                        "amir skills-class Nesta 2",
                        "amir skills-class Maryland 5");
        Entry contract = table.rows().get(0);
        assertThat(contract.meets()).isEqualTo(Set.of(AccessItem.DATA));
        assertThat(contract.named()).isFalse();
        assertThat(contract.notWhere())
                .containsExactly(
                        "The home is for now only",
                        "The right to stay ends within a year",
                        "There is no line for the internet in the home");
        assertThat(table.rows().get(1).named()).isTrue();
        assertThat(table.rows().get(2).label()).isEqualTo("interventions:tea");
    }

    @Test
    void gapsAreNeedsThatNothingMeets() {
        assertThat(table.gaps())
                .containsExactly(new Gap("rose", AccessItem.DEVICE), new Gap("amir", AccessItem.ACCESSIBILITY));
        assertThat(table.forPersona("amir").gaps()).containsExactly(new Gap("amir", AccessItem.ACCESSIBILITY));
        assertThat(table.meeting(AccessItem.SKILLS).gaps()).isEmpty();
        assertThat(table.meeting(AccessItem.DEVICE).rows()).isEmpty();
        assertThat(table.forPersona("nobody").rows()).isEmpty();
    }

    @Test
    void levelsAreOfOneScaleAndUnratedIsNone() {
        assertThat(told(table.atLeast(EvidenceScale.NESTA, EvidenceLevel.LEVEL_1)))
                .containsExactly("amir skills-class Nesta 2");
        assertThat(told(table.atLeast(EvidenceScale.MARYLAND, EvidenceLevel.LEVEL_3)))
                .containsExactly("amir skills-class Maryland 5");
        InterventionTable strong = table.atLeast(EvidenceScale.NESTA, EvidenceLevel.LEVEL_3);
        assertThat(strong.rows()).isEmpty();
        assertThat(strong.gaps()).hasSize(4); // every need, for nothing so well tried helps
    }

    @Test
    void rowsCanBeOfOneGroup() {
        assertThat(told(table.triedWith(ConceptRef.parse("key-groups:older-people"))))
                .containsExactly("amir skills-class Nesta 2");
        assertThat(table.triedWith(ConceptRef.parse("key-groups:families")).rows())
                .isEmpty();
    }

    @Test
    void csvHasAColumnForEverything() {
        assertThat(table.forPersona("amir").toCsv().lines())
                .containsExactly(
                        "persona,intervention,label,meets,named_by_persona,scale,level,tried_with,group,place,date,"
                                + "found,source,not_where",
                        "amir,interventions:skills-class,Class,SKILLS,no,NESTA,LEVEL_2,Twelve people,"
                                + "key-groups:older-people,Invented,2025,They learnt.,us,",
                        "amir,interventions:skills-class,Class,SKILLS,no,MARYLAND,LEVEL_5,Two hundred people,,Invented,"
                                + "2026,They did not.,us,");
    }

    @Test
    void theBundledCatalogueLeavesNoNeedOfTheseTwo() {
        assertThat(InterventionTable.of(
                                Samples.bank(), InterventionCatalogue.london(), HomeRules.temporaryAccommodation())
                        .gaps())
                .isEmpty();
    }
}
