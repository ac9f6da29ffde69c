package london.loti.persona.intervention;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import london.loti.model.need.AccessItem;
import london.loti.model.need.AccessPackage;
import london.loti.model.need.AccessState;
import london.loti.model.need.ConceptRef;
import london.loti.persona.intervention.BlendRules.Warning;

import static org.assertj.core.api.Assertions.assertThat;

class BlendRulesTest {
    private final BlendRules rules = BlendRules.bundled();

    private static AccessPackage of(AccessState device, AccessState data, AccessState skills, AccessState support) {
        return new AccessPackage(Map.of(
                AccessItem.DEVICE, device,
                AccessItem.DATA, data,
                AccessItem.SKILLS, skills,
                AccessItem.SUPPORT, support));
    }

    @Test
    void aDeviceAloneWantsEverythingElse() {
        AccessPackage nothing = of(AccessState.NEEDED, AccessState.NEEDED, AccessState.NEEDED, AccessState.NEEDED);
        Intervention gift = InterventionCatalogue.london()
                .find(ConceptRef.parse("interventions:device-gift"))
                .orElseThrow();
        assertThat(rules.warningsFor(nothing, List.of(gift)))
                .extracting(Warning::rule)
                .containsExactly("device-without-data", "device-without-skills", "device-without-support");
        Warning first = rules.warningsFor(nothing, List.of(gift)).get(0);
        assertThat(first.words()).isEqualTo("A device without a connection gets nobody online.");
        assertThat(first.because()).contains("LOTI");
        assertThat(first.known()).isTrue();
    }

    @Test
    void whatThePersonHasNeedNotBeGiven() {
        AccessPackage most = of(AccessState.NEEDED, AccessState.MET, AccessState.NOT_NEEDED, AccessState.OFFERED);
        assertThat(rules.warnings(most, Set.of(AccessItem.DEVICE))).isEmpty();
    }

    @Test
    void skillsWithoutADeviceAreLost() {
        AccessPackage online = of(AccessState.NEEDED, AccessState.MET, AccessState.NEEDED, AccessState.MET);
        assertThat(rules.warnings(online, Set.of(AccessItem.SKILLS)))
                .extracting(Warning::rule)
                .containsExactly("data-without-device", "skills-without-device");
    }

    @Test
    void whatNobodyKnowsIsWorthAsking() {
        AccessPackage partly = of(AccessState.NEEDED, AccessState.UNKNOWN, AccessState.MET, AccessState.MET);
        List<Warning> warnings = rules.warnings(partly, Set.of(AccessItem.DEVICE));
        assertThat(warnings).extracting(Warning::rule).contains("device-without-data");
        assertThat(warnings).allSatisfy(warning -> {
            assertThat(warning.known()).isFalse();
            assertThat(warning.words()).endsWith("Nobody knows yet whether it is missing: ask.");
        });
    }

    @Test
    void givingEverythingThatIsNeededOrUnknownLeavesNoWarning() {
        for (AccessPackage now : all()) {
            Set<AccessItem> given = EnumSet.noneOf(AccessItem.class);
            given.addAll(now.in(AccessState.NEEDED));
            given.addAll(now.in(AccessState.UNKNOWN));
            assertThat(rules.warnings(now, given)).isEmpty();
            for (Warning warning : rules.warnings(now, Set.of())) {
                assertThat(now.state(warning.missing())).isIn(AccessState.NEEDED, AccessState.UNKNOWN);
            }
        }
    }

    private static List<AccessPackage> all() {
        List<AccessPackage> all = List.of(AccessPackage.unknown());
        for (AccessItem item : AccessItem.values()) {
            List<AccessPackage> more = new ArrayList<>();
            for (AccessPackage begun : all) {
                for (AccessState state : AccessState.values()) {
                    Map<AccessItem, AccessState> states = new EnumMap<>(begun.states());
                    states.put(item, state);
                    more.add(new AccessPackage(states));
                }
            }
            all = more;
        }
        assertThat(all).hasSize(3125); // five states to the power of five parts
        return all;
    }

    @Test
    void brokenRulesTellAllThatIsWrong() {
        assertThat(Samples.read("""
                                {"id": "mine", "version": "1", "title": "Mine", "date": "2026-11-23",
                                 "source": {"id": "us", "title": "Ours", "publisher": "Us", "date": "2026",
                                  "licence": "OGL-UK-3.0"},
                                 "rules": [
                                  {"id": "a", "has": ["DEVICE"], "lacks": "DEVICE", "words": "W", "because": "B"},
                                  {"id": "a", "has": ["DATA"], "lacks": "SKILLS", "words": "W", "because": "B"}]}
                                """, BlendRules.class).findings())
                .extracting(Object::toString)
                .containsExactly(
                        "sample.json, rule 'a': what a rule lacks must not be what it has, but is",
                        "sample.json, rule 'a': an id must come once, but comes twice");
        assertThat(Samples.read("""
                                {"id": "mine", "version": "1", "title": "Mine", "date": "2026-11-23",
                                 "source": {"id": "us", "title": "Ours", "publisher": "Us", "date": "2026",
                                  "licence": "OGL-UK-3.0"},
                                 "rules": [
                                  {"id": "a", "has": ["DEVISE"], "lacks": "DATA", "words": "W", "because": "B"},
                                  {"id": "b", "has": ["DATA"], "lacks": "SKILS", "words": "W", "because": "B"},
                                  {"id": "c", "has": [], "lacks": "SKILLS", "words": "W", "because": "B"}]}
                                """, BlendRules.class).findings())
                .extracting(finding -> finding.message().lines().reduce("", (a, b) -> b))
                .containsExactly(
                        "Maybe 'DEVICE' is meant.", "Maybe 'SKILLS' is meant.", "a rule must say what there is");
    }
}
