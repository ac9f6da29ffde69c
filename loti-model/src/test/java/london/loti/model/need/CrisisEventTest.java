package london.loti.model.need;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import london.loti.model.json.LotiJson;
import london.loti.model.need.CrisisEvent.State;

import static london.loti.model.need.Samples.DAY;
import static london.loti.model.need.Samples.TOKEN;
import static london.loti.model.need.Samples.aResident;
import static london.loti.model.need.Samples.another;
import static london.loti.model.need.Samples.read;
import static org.assertj.core.api.Assertions.assertThat;

class CrisisEventTest {
    private static final ConceptRef EVICTION = ConceptRef.parse("crisis-events:eviction");
    private static final ConceptRef LINK_WORKER = ConceptRef.parse("roles:link-worker");

    private static CrisisEvent event(ResidentRef resident, State state, int day) {
        return new CrisisEvent(resident, EVICTION, state, DAY.plusDays(day), LINK_WORKER);
    }

    @Test
    void whatWasAvertedAndCameAfterAllIsNotAverted() {
        List<CrisisEvent> events = List.of(
                event(aResident(), State.AT_RISK, 0),
                event(another(), State.AVERTED, 1),
                event(aResident(), State.HAPPENED, 9),
                event(aResident(), State.AVERTED, 3));
        assertThat(CrisisEvent.standing(events))
                .containsExactly(event(aResident(), State.HAPPENED, 9), event(another(), State.AVERTED, 1));
    }

    @Test
    void ofOneDayTheWorseStands() {
        List<CrisisEvent> events = new ArrayList<>(List.of(
                event(aResident(), State.AT_RISK, 0),
                event(aResident(), State.AVERTED, 0),
                event(aResident(), State.HAPPENED, 0)));
        for (int seed = 0; seed < 6; seed++) {
            Collections.shuffle(events, new Random(seed));
            assertThat(CrisisEvent.standing(events)).containsExactly(event(aResident(), State.HAPPENED, 0));
        }
    }

    @Test
    void theOrderOfTheRecordsDoesNotChangeWhatStands() {
        List<CrisisEvent> events = new ArrayList<>();
        Random random = new Random(4);
        for (int i = 0; i < 60; i++) {
            events.add(event(
                    random.nextBoolean() ? aResident() : another(),
                    List.of(State.values()).get(random.nextInt(3)),
                    random.nextInt(10)));
        }
        HashSet<CrisisEvent> expected = new HashSet<>(CrisisEvent.standing(events));
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(events, new Random(seed));
            assertThat(new HashSet<>(CrisisEvent.standing(events))).isEqualTo(expected);
        }
    }

    @Test
    void readsBackFromJsonAndTellsNeitherWhomNorWhat() {
        CrisisEvent event = event(aResident(), State.AT_RISK, 0);
        assertThat(read(LotiJson.write(event), CrisisEvent.class).orElseThrow()).isEqualTo(event);
        assertThat(event.toString()).doesNotContain(TOKEN, "eviction", "RISK");
    }
}
