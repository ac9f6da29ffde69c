package london.loti.persona.bank;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import london.loti.model.codelist.Vocabulary;
import london.loti.model.need.ConceptRef;

import static org.assertj.core.api.Assertions.assertThat;

class BankDiffTest {
    private static final PersonaBank LONDON = PersonaBank.london();

    @Test
    void aBankDoesNotDifferFromItself() {
        assertThat(BankDiff.between(LONDON, PersonaBank.london()).changes()).isEmpty();
    }

    @Test
    void everyChangeIsToldWithItsPath() {
        Persona kai = LONDON.persona("social_but_not_forms").orElseThrow();
        Claim first = kai.claims().get(0);
        List<Claim> claims =
                new ArrayList<>(kai.claims().subList(1, kai.claims().size()));
        claims.add(new Claim("brand_new", "A new one.", List.of(), true));
        Persona changed = new Persona(
                kai.id(),
                "Kay",
                kai.summary(),
                "2",
                kai.area(),
                kai.reviewBy(),
                kai.segment(),
                kai.keyGroups(),
                kai.defining(),
                Map.of(),
                claims,
                List.of(),
                kai.strengths(),
                kai.access(),
                List.of(),
                kai.household(),
                kai.adjustments(),
                kai.areaProxies(),
                null);
        BankDiff diff = BankDiff.between(LONDON, LONDON.with(changed));
        String path = "personas / social_but_not_forms / ";
        assertThat(diff.personas()).containsExactly("social_but_not_forms");
        assertThat(diff.changes())
                .contains(
                        new BankDiff.Change(BankDiff.Kind.CHANGED, path + "name", kai.name(), "Kay"),
                        new BankDiff.Change(BankDiff.Kind.CHANGED, path + "version", "1", "2"))
                .anyMatch(c -> c.kind() == BankDiff.Kind.REMOVED && c.path().equals(path + "claims / " + first.id()))
                .anyMatch(c -> c.kind() == BankDiff.Kind.ADDED && c.path().equals(path + "claims / brand_new"));
        assertThat(diff.changes()).allMatch(c -> c.path().startsWith(path));
    }

    @Test
    void anotherOrderIsToldAsOne() {
        List<Persona> turned = new ArrayList<>(LONDON.personas());
        Collections.reverse(turned);
        PersonaBank other = new PersonaBank(
                LONDON.id(),
                LONDON.version(),
                LONDON.title(),
                LONDON.description(),
                LONDON.date(),
                LONDON.licence(),
                LONDON.attributes(),
                LONDON.thresholds(),
                LONDON.evidence(),
                turned,
                LONDON.limits());
        assertThat(BankDiff.between(LONDON, other).changes())
                .containsExactly(new BankDiff.Change(BankDiff.Kind.REORDERED, "personas", null, null));
    }

    @Test
    void aSearchFindsByTextAndByTheWordsOfConcepts() {
        BankSearch search = BankSearch.in(LONDON, Vocabulary.bundled());
        assertThat(search.find("dementia mother"))
                .first()
                .satisfies(hit -> assertThat(hit.persona()).isEqualTo("carer_without_time"))
                .satisfies(hit -> assertThat(hit.matched()).isEqualTo(2));
        assertThat(search.find("SCAM")).extracting(BankSearch.Hit::persona).contains("wary_after_a_scam");
        assertThat(search.find("xylophone")).isEmpty();
        assertThat(search.with(ConceptRef.parse("loti-segments:unconfident")))
                .extracting(Persona::id)
                .containsExactly("social_but_not_forms", "wary_after_a_scam");
    }
}
