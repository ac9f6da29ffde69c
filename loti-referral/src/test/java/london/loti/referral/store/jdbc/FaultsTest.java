package london.loti.referral.store.jdbc;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import london.loti.referral.store.Appended;
import london.loti.referral.store.ReferralStore;
import london.loti.referral.store.StoreException;
import london.loti.referral.store.StoredEvent;
import london.loti.referral.store.contract.StoreContract;
import london.loti.referral.store.contract.StoreFixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Something goes wrong at every single call that a store makes to its database, also while it tidies up after something went
 * wrong. No acknowledged event is lost, none is half there, and sending a command again gives it once.
 */
class FaultsTest {
    private static final int EVENTS = 2;

    /** Fails at one call from now, or at several in a row. */
    private static final class Armed implements Faults.Plan {
        private Faults.Kind kind;
        private int from;
        private int times;
        private int fired;
        private int calls;

        synchronized void arm(Faults.Kind what, int afterCalls, int inARow) {
            kind = what;
            from = afterCalls;
            times = inARow;
            fired = 0;
            calls = 0;
        }

        synchronized void disarm() {
            kind = null;
        }

        synchronized boolean hasFired() {
            return fired > 0;
        }

        @Override
        public synchronized Faults.Kind at(int call) {
            calls++;
            if (kind == null || calls < from || fired == times) {
                return null;
            }
            fired++;
            return kind;
        }
    }

    /** One database, one store that fails and one that doesn't. */
    private static final class Scene {
        private final Armed armed = new Armed();
        private final DataSource real;
        private final ReferralStore sound;
        private final ReferralStore faulty;

        Scene(TestDatabase database) {
            real = database.withTables();
            sound = JdbcStores.of(real);
            faulty = JdbcStores.of(new Faults(real, armed));
        }

        /** Runs what may fail; whether it came to its end. */
        boolean under(Faults.Kind kind, int call, int inARow, Runnable action) {
            armed.arm(kind, call, inARow);
            try {
                action.run();
                return true;
            } catch (StoreException e) {
                assertThat(Samples.printed(e)).doesNotContain(Samples.SUBJECT, Samples.OPEN, Samples.SEALED);
                return false;
            } catch (OutOfMemoryError e) {
                assertThat(kind).isEqualTo(Faults.Kind.CRASH);
                return false;
            } finally {
                armed.disarm();
            }
        }

        void noConnectionIsOutOrChanged() {
            if (real instanceof TestPool pool) {
                assertThat(pool.lent()).isZero();
                assertThat(pool.changed()).isZero();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAppendIsThereOnceOrNotAtAll(TestDatabase database) {
        for (Faults.Kind kind : Faults.Kind.values()) {
            Scene scene = new Scene(database);
            int calls = appendUnderEveryFault(scene, kind, 1);
            assertThat(calls).as("faults of kind %s", kind).isGreaterThan(25);
            scene.noConnectionIsOutOrChanged();
        }
    }

    /** The rollback fails, too, on a connection that still lives: to tidy up must not commit the half of it. */
    @ParameterizedTest
    @EnumSource
    void aFailureWhileTidyingUpCommitsNothing(TestDatabase database) {
        for (int inARow = 2; inARow <= 3; inARow++) {
            appendUnderEveryFault(new Scene(database), Faults.Kind.BEFORE, inARow);
        }
    }

    private static int appendUnderEveryFault(Scene scene, Faults.Kind kind, int inARow) {
        int call = 0;
        boolean fired = true;
        while (fired) {
            call++;
            String command = "c-" + call;
            String stream = "r-" + call / 3;
            int version = scene.sound.read(stream).size();
            boolean acknowledged = scene.under(
                    kind, call, inARow, () -> scene.faulty.append(Samples.append(stream, version, command, EVENTS)));
            fired = scene.armed.hasFired();
            List<StoredEvent> visible = scene.sound.ofCommand(command);
            assertThat(visible.size()).as("%s at call %s", kind, call).isIn(0, EVENTS);
            if (acknowledged) {
                assertThat(visible).hasSize(EVENTS);
            }
            assertThat(scene.sound.read(stream)).hasSize(version + visible.size());
            Appended again = scene.faulty.append(Samples.append(stream, version, command, EVENTS));
            assertThat(again.before()).isEqualTo(!visible.isEmpty());
            assertThat(again.events()).hasSize(EVENTS).isEqualTo(scene.sound.ofCommand(command));
            assertThat(scene.sound.read(stream)).hasSize(version + EVENTS);
        }
        assertThat(Chains.verified(scene.sound)).isEqualTo((long) call * EVENTS);
        return call;
    }

    @ParameterizedTest
    @EnumSource
    void anErasureIsDoneOrNot(TestDatabase database) {
        for (Faults.Kind kind : Faults.Kind.values()) {
            Scene scene = new Scene(database);
            boolean fired = true;
            for (int call = 1; fired; call++) {
                String stream = "r-" + call;
                scene.sound.append(Samples.append(stream, 0, "c-" + call, EVENTS));
                boolean acknowledged = scene.under(kind, call, 1, () -> scene.faulty.erase(stream, Samples.SUBJECT));
                fired = scene.armed.hasFired();
                long erased = scene.sound.read(stream).stream()
                        .filter(StoredEvent::isErased)
                        .count();
                assertThat(erased).isIn(0L, (long) EVENTS);
                assertThat(!acknowledged || erased == EVENTS).isTrue();
                scene.faulty.erase(stream, Samples.SUBJECT);
                assertThat(scene.sound.read(stream)).allMatch(StoredEvent::isErased);
            }
            Chains.verified(scene.sound);
            scene.noConnectionIsOutOrChanged();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aKeyIsKeptAndDestroyedOnce(TestDatabase database) {
        for (Faults.Kind kind : Faults.Kind.values()) {
            Scene scene = new Scene(database);
            boolean fired = true;
            for (int call = 1; fired; call++) {
                String subject = "resident-" + call;
                boolean kept = scene.under(kind, call, 1, () -> scene.faulty.keepKey(subject, "wrapped-1"));
                fired = scene.armed.hasFired();
                Optional<String> key = scene.sound.key(subject);
                assertThat(!kept || key.isPresent()).isTrue();
                assertThat(scene.faulty.keepKey(subject, "wrapped-2")).isEqualTo(key.orElse("wrapped-2"));

                boolean destroyed = scene.under(kind, call, 1, () -> scene.faulty.destroyKey(subject));
                fired |= scene.armed.hasFired();
                assertThat(!destroyed || scene.sound.key(subject).isEmpty()).isTrue();
                scene.faulty.destroyKey(subject);
                assertThat(scene.sound.key(subject)).isEmpty();
            }
            scene.noConnectionIsOutOrChanged();
        }
    }

    @ParameterizedTest
    @EnumSource
    void makingTablesThatFailedIsDoneAgain(TestDatabase database) {
        for (int call = 1; call <= 15; call++) {
            int failing = call;
            DataSource real = database.empty();
            try {
                JdbcStores.createTables(new Faults(real, n -> n == failing ? Faults.Kind.LOST_BEFORE : null));
            } catch (StoreException e) {
                assertThat(e).hasMessageContaining("made its tables");
            }
            JdbcStores.createTables(real);
            JdbcStores.of(real).append(Samples.append("r-1", 0, "c-1", 1));
        }
    }

    @Test
    void aPoolWithoutAFreeConnectionLosesNothing() throws Exception {
        TestPool pool = new TestPool(TestDatabase.inSchema("narrow"), 1, 20);
        JdbcStores.createTables(pool);
        ReferralStore store = JdbcStores.of(pool);
        try (var taken = pool.getConnection()) {
            assertThat(taken.isValid(1)).isTrue();
            assertThatThrownBy(() -> store.append(Samples.append("r-1", 0, "c-1", 2)))
                    .isInstanceOf(StoreException.class)
                    .hasStackTraceContaining("no connection was free in time");
        }
        assertThat(store.ofCommand("c-1")).isEmpty();
        assertThat(store.append(Samples.append("r-1", 0, "c-1", 2)).events()).hasSize(2);
        assertThat(Chains.verified(store)).isEqualTo(2);
    }

    @TestFactory
    Stream<DynamicTest> h2KeepsTheContractWhileCallsFail() {
        return contract(TestDatabase.H2);
    }

    @TestFactory
    Stream<DynamicTest> postgresqlKeepsTheContractWhileCallsFail() {
        return contract(TestDatabase.POSTGRESQL);
    }

    /**
     * About one call of 200 fails, in turn in every way, in all threads; who sends does so again. An answer that got
     * lost has told nobody who added the events, so that one promise is left to stores whose calls come back.
     */
    private static Stream<DynamicTest> contract(TestDatabase database) {
        AtomicInteger faults = new AtomicInteger();
        List<Faults.Kind> kinds = List.of(
                Faults.Kind.BEFORE,
                Faults.Kind.AFTER,
                Faults.Kind.LOST_BEFORE,
                Faults.Kind.LOST_AFTER,
                Faults.Kind.DISK_FULL);
        StoreFixture fixture = new StoreFixture() {
            private DataSource dataSource;

            @Override
            public ReferralStore empty() {
                dataSource = new Faults(
                        database.withTables(),
                        call -> Resending.isSpared() || mixed(call) % 200 != 0
                                ? null
                                : kinds.get(faults.incrementAndGet() % kinds.size()));
                return Resending.on(dataSource);
            }

            @Override
            public ReferralStore beside(ReferralStore store) {
                return Resending.on(dataSource);
            }

            @Override
            public Optional<ReferralStore> reopened() {
                return Optional.of(Resending.on(dataSource));
            }
        };
        Stream<DynamicTest> checks = StoreContract.checks().stream()
                .filter(check -> !check.name().startsWith(StoreContract.TELLS_WHO_ADDED))
                .map(check -> DynamicTest.dynamicTest(check.name(), () -> check.run(fixture)));
        DynamicTest counted = DynamicTest.dynamicTest(
                "with many faults", () -> assertThat(faults.get()).isGreaterThan(100));
        return Stream.concat(checks, Stream.of(counted));
    }

    /** Spreads the numbers of calls, so that no loop meets its fault at the same place for ever. */
    private static int mixed(int call) {
        return new SplittableRandom(call).nextInt(Integer.MAX_VALUE);
    }
}
