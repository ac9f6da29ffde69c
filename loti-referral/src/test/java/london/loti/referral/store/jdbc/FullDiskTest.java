package london.loti.referral.store.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import london.loti.referral.store.ReferralStore;
import london.loti.referral.store.StoreException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The file system under the database has no room left, and the server breaks off a transaction of its own accord: what was
 * acknowledged stays, what was not is there whole or not at all, and the store goes on when there is room again.
 */
class FullDiskTest {
    private static final int EVENTS = 3;
    private static final String NO_ROOM = "could not extend file: No space left on device";

    /** One store, and what it acknowledged. */
    private static final class Writer {
        private final ReferralStore store;
        private final List<String> acknowledged = new ArrayList<>();
        private int commands;

        Writer(ReferralStore store) {
            this.store = store;
        }

        void write() {
            String command = "c-" + commands;
            store.append(Samples.append("r-" + commands, 0, command, EVENTS));
            acknowledged.add(command);
            commands++;
        }

        /** Goes on until the store fails; how it says so. */
        StoreException writeUntilItFails() {
            try {
                while (true) {
                    write();
                }
            } catch (StoreException e) {
                return e;
            }
        }

        /** The command that failed is there whole or not at all, sent again it is there, and others follow. */
        void goesOn() {
            assertThat(store.ofCommand("c-" + commands).size()).isIn(0, EVENTS);
            write();
            write();
            assertThat(acknowledged)
                    .allSatisfy(command -> assertThat(store.ofCommand(command)).hasSize(EVENTS));
            assertThat(Chains.verified(store)).isEqualTo((long) acknowledged.size() * EVENTS);
        }
    }

    private static void isClear(StoreException e, String words) {
        assertThat(e).hasMessageContaining("the database failed while the store appended (SQL state ");
        assertThat(Samples.printed(e)).contains(words).doesNotContain(Samples.SUBJECT, Samples.OPEN, Samples.SEALED);
    }

    /** The disk is full at another byte each time: within a page, a chunk's header, the log of undone work. */
    @Test
    void h2LosesNothingOnADiskThatIsFull(@TempDir Path folder) throws SQLException {
        FilePath.register(new FullDisk());
        for (int room = 0; room < 45_000; room += 5_231) {
            FullDisk.leave(Long.MAX_VALUE);
            String url = "jdbc:h2:" + FullDisk.SCHEME + ":" + folder.resolve("loti" + room);
            DataSource dataSource = h2(url);
            JdbcStores.createTables(dataSource);
            Writer writer = new Writer(JdbcStores.of(dataSource));
            // As a pool does: a connection that stays open, so that the database does, too.
            try (Connection pooled = dataSource.getConnection()) {
                assertThat(pooled.isValid(1)).isTrue();
                writer.write();
                FullDisk.leave(room);
                StoreException full = writer.writeUntilItFails();
                assertThat(FullDisk.isFull()).isTrue();
                isClear(full, "No space left on device");
                assertThat(full).hasMessageEndingWith(": No space left on device");
                assertThatThrownBy(writer::write).isInstanceOf(StoreException.class);
                FullDisk.leave(Long.MAX_VALUE);
                writer.goesOn();
            }
            assertThat(Chains.verified(JdbcStores.of(h2(url)))).isEqualTo((long) writer.acknowledged.size() * EVENTS);
        }
    }

    private static DataSource h2(String url) {
        return new PlainDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                return DriverManager.getConnection(url, "sa", "");
            }
        };
    }

    /** Where in its transaction the server meets what stops it. */
    static Stream<String> places() {
        return Stream.of(
                "TRIGGER stops AFTER INSERT ON loti_referral_event FOR EACH ROW WHEN (NEW.command_part = 2)",
                "TRIGGER stops AFTER UPDATE ON loti_referral_chain FOR EACH ROW",
                // at the commit
                "CONSTRAINT TRIGGER stops AFTER UPDATE ON loti_referral_chain DEFERRABLE INITIALLY DEFERRED FOR EACH ROW");
    }

    @ParameterizedTest
    @MethodSource("places")
    void postgresqlLosesNothingWhenItHasNoRoom(String place) {
        stopped(place, "RAISE EXCEPTION '" + NO_ROOM + "' USING ERRCODE = '53100'", "53100", "its disk is full");
    }

    @ParameterizedTest
    @MethodSource("places")
    void postgresqlLosesNothingWhenItIsShutDown(String place) {
        stopped(place, "PERFORM pg_terminate_backend(pg_backend_pid()), pg_sleep(9)", "57P01", "it was shut down");
    }

    private static void stopped(String place, String how, String state, String words) {
        DataSource dataSource = TestDatabase.POSTGRESQL.withTables();
        Writer writer = new Writer(JdbcStores.of(dataSource));
        writer.write();
        TestDatabase.execute(
                dataSource,
                "CREATE FUNCTION stop() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN " + how + "; RETURN NULL; END $$",
                "CREATE " + place + " EXECUTE FUNCTION stop()");
        for (int time = 0; time < 3; time++) {
            StoreException failed = writer.writeUntilItFails();
            assertThat(failed).hasMessageContaining("SQL state " + state);
            isClear(failed, words);
            assertThat(writer.store.ofCommand("c-" + writer.commands)).isEmpty();
        }
        assertThat(writer.acknowledged).hasSize(1);
        TestDatabase.execute(dataSource, "DROP FUNCTION stop() CASCADE");
        writer.goesOn();
        assertThat(((TestPool) dataSource).lent()).isZero();
        assertThat(((TestPool) dataSource).changed()).isZero();
    }
}
