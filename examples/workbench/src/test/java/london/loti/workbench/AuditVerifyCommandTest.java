package london.loti.workbench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;

import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import london.loti.referral.store.Append;
import london.loti.referral.store.NewEvent;
import london.loti.referral.store.ReferralStore;
import london.loti.referral.store.jdbc.JdbcStores;

import static org.assertj.core.api.Assertions.assertThat;

class AuditVerifyCommandTest {
    @TempDir
    private Path folder;

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("referrals").toAbsolutePath();
    }

    private JdbcDataSource dataSource() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(url());
        h2.setUser("sa");
        h2.setPassword("");
        return h2;
    }

    private void fill(int events) {
        JdbcStores.createTables(dataSource());
        try (ReferralStore store = JdbcStores.of(dataSource())) {
            for (int i = 0; i < events; i++) {
                NewEvent event = new NewEvent(
                        "resident-token-1",
                        "Thing",
                        1,
                        Instant.parse("2026-11-02T09:00:00Z"),
                        "staff-1",
                        "LINK_WORKER",
                        "{}",
                        "c2VhbGVk");
                store.append(new Append("ref-1", i, "command-" + i, List.of(event)));
            }
        }
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = dataSource().getConnection();
                Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    @Test
    void saysThatAllIsAsItWasWrittenAndKeepsACheckpoint() {
        fill(12);
        Path checkpoint = folder.resolve("checkpoint.json");
        Run first = Run.loti("audit", "verify", "--store", url(), "--write-checkpoint", checkpoint.toString());
        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(first.out()).contains("12 events, 0 of them erased: all is as it was written.", "--checkpoint");
        Run second = Run.loti("audit", "verify", "--store", url(), "--checkpoint", checkpoint.toString());
        assertThat(second.exit()).as(second.err()).isZero();
        assertThat(second.out()).doesNotContain("--checkpoint");
    }

    @Test
    void tellsAChangeAndACutEnd() throws SQLException {
        fill(12);
        Path checkpoint = folder.resolve("checkpoint.json");
        Run.loti("audit", "verify", "--store", url(), "--write-checkpoint", checkpoint.toString());
        sql("update " + table() + " set actor = 'staff-2' where sequence = 5");
        Run changed = Run.loti("audit", "verify", "--store", url());
        assertThat(changed.exit()).isEqualTo(1);
        assertThat(changed.err()).contains("event 5: it was changed after it was written");
        sql("delete from " + table() + " where sequence > 9");
        Run cut = Run.loti("audit", "verify", "--store", url(), "--checkpoint", checkpoint.toString());
        assertThat(cut.exit()).isEqualTo(1);
        assertThat(cut.err()).contains("a checkpoint says that the chain reached event 12, but it ends at 9");
    }

    private String table() throws SQLException {
        try (Connection connection = dataSource().getConnection();
                Statement run = connection.createStatement();
                ResultSet names = run.executeQuery(
                        "select table_name from information_schema.columns where" + " column_name = 'SEALED_DIGEST'")) {
            assertThat(names.next()).isTrue();
            return names.getString(1);
        }
    }

    @Test
    void aStoreThatLacksATableIsToldWithoutAStackTrace() throws SQLException {
        fill(3);
        for (String table : List.of("loti_referral_key", table())) {
            sql("alter table " + table + " rename to elsewhere_" + table);
            Run run = Run.loti("audit", "verify", "--store", url());
            assertThat(run.exit()).as(table).isEqualTo(1);
            assertThat(run.err())
                    .contains("--store: the store must be a database")
                    .doesNotContain("\tat ");
            sql("alter table elsewhere_" + table + " rename to " + table);
        }
    }

    @Test
    void aStoreThatIsNotThereIsToldAndNotMade() {
        Run absent = Run.loti("audit", "verify", "--store", url());
        assertThat(absent.exit()).isEqualTo(1);
        assertThat(absent.err())
                .contains("--store: the store must be a database that can be reached")
                .doesNotContain("\tat ");
        assertThat(Files.exists(folder.resolve("referrals.mv.db"))).isFalse();
        Run other = Run.loti("audit", "verify", "--store", "jdbc:other://user:secret@host/x");
        assertThat(other.exit()).isEqualTo(1);
        assertThat(other.err())
                .contains("must begin with jdbc:h2: or jdbc:postgresql:")
                .doesNotContain("secret");
    }
}
