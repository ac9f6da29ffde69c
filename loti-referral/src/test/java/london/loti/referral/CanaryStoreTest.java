package london.loti.referral;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import london.loti.referral.journey.CommandOutcome;
import london.loti.referral.journey.ReferralEvent;
import london.loti.referral.journey.ReferralId;
import london.loti.referral.store.Append;
import london.loti.referral.store.NewEvent;
import london.loti.referral.store.ReferralStore;
import london.loti.referral.store.StoreException;
import london.loti.referral.store.jdbc.JdbcStores;
import london.loti.referral.store.jdbc.TestDatabase;

import static london.loti.referral.Town.FULL;
import static london.loti.referral.Town.PROVIDER;
import static london.loti.referral.Town.SMS;
import static london.loti.referral.Town.safe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The canary of {@link CanaryTest} through databases that refuse a row, lose a connection, or say too much. */
class CanaryStoreTest {
    private final Watch watch = new Watch();

    @AfterEach
    void nothingCameToLight() {
        watch.close();
        assertThat(watch.leaks()).isEmpty();
    }

    /** The database itself repeats a row, token and all, where a constraint refuses it. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aConstraintThatRefusesARow(TestDatabase database) {
        DataSource source = database.withTables();
        try (ReferralStore store = JdbcStores.of(source)) {
            Town town = new Town(watch, store);
            town.requested("r1", safe(SMS));
            TestDatabase.execute(
                    source,
                    "ALTER TABLE loti_referral_event ADD CONSTRAINT no_rejection CHECK (event_type <> 'Rejected')");
            ReferralEvent rejected = new ReferralEvent.Rejected(FULL, Canary.note());
            assertThat(town.handle("r1", PROVIDER, rejected))
                    .as("it threw, under the watch")
                    .isNull();
            assertThatThrownBy(() ->
                            town.store.append(new Append("r1", town.find("r1").version(), "again", List.of(event()))))
                    .isInstanceOf(StoreException.class);
            watch.look(store);
            assertThat(town.find("r1").content())
                    .as("and what is kept can be read")
                    .isEqualTo(Canary.content());
        }
    }

    private static NewEvent event() {
        return new NewEvent(Canary.RESIDENT.token(), "Rejected", 1, Town.START, "staff-9", "PROVIDER", "{}", null);
    }

    /** A driver that puts values into its messages, at a commit, a query, or when it should connect. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aDriverThatSaysTooMuch(TestDatabase database) {
        for (String state : new String[] {"23505", "22001", "57014", "53100", "08006", "XX000"}) {
            DataSource source = database.withTables();
            AtomicReference<String> failing = new AtomicReference<>("");
            try (ReferralStore store = JdbcStores.of(talkative(source, failing, state))) {
                Town town = new Town(watch, store);
                town.requested("r1", safe(SMS));
                for (String call : new String[] {"executeQuery", "executeBatch", "commit", "prepareStatement"}) {
                    failing.set(call);
                    CommandOutcome outcome =
                            town.handle("r1", PROVIDER, new ReferralEvent.Rejected(FULL, Canary.note()));
                    assertThat(outcome).as("it threw, under the watch: " + call).isNull();
                    watch.run(() -> town.referrals.find(new ReferralId("r1")));
                    watch.run(() -> town.sealer.seal(Canary.RESIDENT.token(), "c", Canary.NOTE));
                    watch.run(() -> store.erase("r1", Canary.RESIDENT.token()));
                    failing.set("");
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aConnectionThatIsLost(TestDatabase database) {
        DataSource source = database.withTables();
        AtomicReference<String> failing = new AtomicReference<>("");
        try (ReferralStore store = JdbcStores.of(talkative(source, failing, "08006"))) {
            Town town = new Town(watch, store);
            town.requested("r1", safe(SMS));
            failing.set("cut");
            assertThat(town.handle("r1", PROVIDER, new ReferralEvent.Rejected(FULL, Canary.note())))
                    .isNull();
            watch.run(() -> town.referrals.find(new ReferralId("r1")));
        }
    }

    private static DataSource talkative(DataSource real, AtomicReference<String> failing, String state) {
        return (DataSource) wrap(DataSource.class, real, failing, state);
    }

    private static Object wrap(Class<?> type, Object target, AtomicReference<String> failing, String state) {
        return Proxy.newProxyInstance(
                CanaryStoreTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (failing.get().equals(method.getName())) {
                        String row = "row (" + String.join(", ", Canary.all()) + ")";
                        SQLException thrown = method.getName().equals("executeBatch")
                                ? new BatchUpdateException(row, state, new int[0])
                                : new SQLException(row, state);
                        thrown.setNextException(new SQLException("key " + Canary.RESIDENT.token()));
                        thrown.addSuppressed(new IllegalStateException(Canary.NAME));
                        thrown.initCause(new IllegalStateException(Canary.NOTE));
                        throw thrown;
                    }
                    if (failing.get().equals("cut") && target instanceof PreparedStatement statement) {
                        statement.getConnection().abort(Runnable::run);
                        statement.getConnection().close();
                    }
                    try {
                        Object answer = method.invoke(target, arguments);
                        if (answer instanceof Connection) {
                            return wrap(Connection.class, answer, failing, state);
                        }
                        return answer instanceof PreparedStatement
                                ? wrap(PreparedStatement.class, answer, failing, state)
                                : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
