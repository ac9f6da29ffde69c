package london.loti.referral.journey;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static london.loti.referral.journey.ReferralState.ACCEPTED;
import static london.loti.referral.journey.ReferralState.CANCELLED;
import static london.loti.referral.journey.ReferralState.COMPLETED;
import static london.loti.referral.journey.ReferralState.DRAFT;
import static london.loti.referral.journey.ReferralState.ENTERED_IN_ERROR;
import static london.loti.referral.journey.ReferralState.FAILED;
import static london.loti.referral.journey.ReferralState.IN_PROGRESS;
import static london.loti.referral.journey.ReferralState.ON_HOLD;
import static london.loti.referral.journey.ReferralState.REJECTED;
import static london.loti.referral.journey.ReferralState.REQUESTED;
import static london.loti.referral.journey.ReferralState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

class TransitionsTest {
    private static final List<String> TYPES = Arrays.stream(ReferralEvent.class.getPermittedSubclasses())
            .map(Class::getSimpleName)
            .toList();

    private static List<@Nullable ReferralState> statesAndNone() {
        return Stream.concat(Stream.of((ReferralState) null), Arrays.stream(ReferralState.values()))
                .toList();
    }

    @Test
    void theTableHasEveryEventOnce() {
        assertThat(Transitions.rows()).extracting(Transitions.Line::type).containsExactlyInAnyOrderElementsOf(TYPES);
    }

    /** HL7 SDOH Clinical Care 3.0.0, "Task for referral management": states, and who sets them. Written down by hand. */
    @Test
    void agreesWithTheClosedLoopOfTheGravityProjectForItsStates() {
        Map<ReferralState, Set<ReferralState>> guide = new EnumMap<>(ReferralState.class);
        guide.put(DRAFT, EnumSet.of(REQUESTED));
        guide.put(REQUESTED, EnumSet.of(ACCEPTED, REJECTED, CANCELLED));
        guide.put(ACCEPTED, EnumSet.of(IN_PROGRESS, ON_HOLD, CANCELLED, COMPLETED, FAILED));
        guide.put(IN_PROGRESS, EnumSet.of(ON_HOLD, CANCELLED, COMPLETED, FAILED));
        guide.put(ON_HOLD, EnumSet.of(IN_PROGRESS, CANCELLED, COMPLETED, FAILED));
        Map<ReferralState, Set<Role>> sets = new EnumMap<>(ReferralState.class);
        Set<Role> source = EnumSet.of(Role.REFERRER, Role.LINK_WORKER, Role.RESIDENT);
        Set<Role> target = EnumSet.of(Role.PROVIDER);
        sets.put(REQUESTED, source);
        sets.put(ACCEPTED, target);
        sets.put(REJECTED, target);
        sets.put(IN_PROGRESS, target);
        sets.put(ON_HOLD, target);
        sets.put(COMPLETED, target);
        sets.put(FAILED, target);
        sets.put(CANCELLED, EnumSet.of(Role.REFERRER, Role.LINK_WORKER, Role.PROVIDER, Role.RESIDENT));
        sets.put(ENTERED_IN_ERROR, EnumSet.of(Role.REFERRER, Role.LINK_WORKER));
        for (ReferralState from : ReferralState.values()) {
            for (Role role : Role.values()) {
                Set<ReferralState> to = EnumSet.noneOf(ReferralState.class);
                for (String type : TYPES) {
                    // Two things are loti's own: the waiting list, and a split, which begins the work.
                    if (!type.equals("Split")) {
                        Transitions.next(from, type, role).ifPresent(to::add);
                    }
                }
                to.remove(from);
                to.remove(WAITING);
                if (from == WAITING) {
                    continue;
                }
                Set<ReferralState> expected = EnumSet.noneOf(ReferralState.class);
                for (ReferralState next : guide.getOrDefault(from, Set.of())) {
                    if (sets.get(next).contains(role)) {
                        expected.add(next);
                    }
                }
                if (from != ENTERED_IN_ERROR && sets.get(ENTERED_IN_ERROR).contains(role)) {
                    expected.add(ENTERED_IN_ERROR);
                }
                assertThat(to).as(from + " by " + role).isEqualTo(expected);
            }
        }
    }

    @Test
    void everyStateAndEventAndRoleIsDecidedAndEveryRefusalExplained() {
        Map<String, Integer> allowed = new TreeMap<>();
        int refused = 0;
        for (ReferralState state : statesAndNone()) {
            for (String type : TYPES) {
                for (Role role : Role.values()) {
                    Optional<ReferralState> next = Transitions.next(state, type, role);
                    if (next.isPresent()) {
                        allowed.merge(type, 1, Integer::sum);
                        assertThat(Transitions.after(state, type)).isEqualTo(next.get());
                        assertThat(state == null).isEqualTo(type.equals("Drafted"));
                    } else {
                        refused++;
                        assertThat(Transitions.why(state, type, role)).contains(type);
                    }
                }
            }
        }
        assertThat(allowed.keySet()).containsExactlyInAnyOrderElementsOf(TYPES);
        assertThat(allowed.values().stream().mapToInt(Integer::intValue).sum() + refused)
                .isEqualTo(statesAndNone().size() * TYPES.size() * Role.values().length);
        assertThat(refused).isGreaterThan(1_500);
    }

    @Test
    void everyStateCanBeReachedAndAnEndIsAnEnd() {
        Set<ReferralState> reached = new HashSet<>(Set.of(DRAFT));
        for (int i = 0; i < ReferralState.values().length; i++) {
            for (ReferralState from : Set.copyOf(reached)) {
                for (String type : TYPES) {
                    for (Role role : Role.values()) {
                        Transitions.next(from, type, role).ifPresent(reached::add);
                    }
                }
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(ReferralState.values());
        for (ReferralState end : List.of(COMPLETED, FAILED, REJECTED, CANCELLED)) {
            for (String type : TYPES) {
                for (Role role : Role.values()) {
                    assertThat(Transitions.next(end, type, role).orElse(end)).isIn(end, ENTERED_IN_ERROR);
                }
            }
        }
    }

    @Test
    void onlyTheProviderSaysWhatTheProviderDoesAndOnlyTheLeadReleases() {
        for (ReferralState state : ReferralState.values()) {
            for (Role role : Role.values()) {
                for (String type :
                        List.of("Accepted", "Rejected", "Started", "Held", "Resumed", "Completed", "Failed")) {
                    assertThat(role == Role.PROVIDER
                                    || Transitions.next(state, type, role).isEmpty())
                            .as(state + " " + type + " " + role)
                            .isTrue();
                }
                assertThat(role == Role.SAFEGUARDING_LEAD
                                || Transitions.next(state, "SafeguardingReleased", role)
                                        .isEmpty())
                        .isTrue();
                assertThat(role != Role.PROVIDER
                                || Transitions.next(state, "OutcomeReported", role)
                                        .isEmpty())
                        .as("a provider does not say whether it helped")
                        .isTrue();
            }
        }
    }

    @Test
    void whatIsNoEventIsNotAllowed() {
        assertThat(Transitions.next(DRAFT, "Vanished", Role.SYSTEM)).isEmpty();
        assertThat(Transitions.why(DRAFT, "Vanished", Role.SYSTEM)).isEqualTo("there is no event 'Vanished'");
        assertThat(Transitions.why(REJECTED, "Accepted", Role.PROVIDER))
                .isEqualTo("Accepted can't happen to a referral that is REJECTED, only to one that is"
                        + " [REQUESTED, WAITING]");
        assertThat(Transitions.why(REQUESTED, "Accepted", Role.RESIDENT))
                .isEqualTo("Accepted is for [PROVIDER], but was asked for by RESIDENT");
    }
}
