package london.loti.referral.store.jdbc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import london.loti.referral.store.ReferralStore;
import london.loti.referral.store.StoreException;

import static org.assertj.core.api.Assertions.assertThat;

/** The process of the application, or the one of the database, is killed while it writes. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class CrashTest {
    private static final int ACKNOWLEDGED = 100;
    private static final int EVENTS = 3;

    @Test
    void whatH2AcknowledgedOutlivesTheProcess(@TempDir Path folder) throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("loti");
        JdbcStores.createTables(byUrl(url)); // the last connection closes the database
        killWhileItWrites(url, "sa");
    }

    @Test
    void whatPostgresqlAcknowledgedOutlivesTheProcess() throws Exception {
        DataSource dataSource = TestDatabase.inSchema("killed");
        JdbcStores.createTables(dataSource);
        killWhileItWrites(TestDatabase.inSchema("killed").getUrl(), "postgres");
    }

    private static void killWhileItWrites(String url, String user) throws Exception {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dloti.user=" + user,
                        Writer.class.getName(),
                        url)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> acknowledged = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null) {
                acknowledged.add(line);
                if (acknowledged.size() == ACKNOWLEDGED) {
                    writer.toHandle().destroyForcibly(); // Process.destroy would close what we read
                }
                line = lines.readLine();
            }
        }
        assertThat(writer.waitFor()).isNotZero();
        System.setProperty("loti.user", user);
        // A line may be cut short itself.
        check(
                JdbcStores.of(byUrl(url)),
                acknowledged.stream().filter(command -> command.endsWith(".")).toList());
    }

    @Test
    void whatPostgresqlAcknowledgedOutlivesItself(@TempDir Path folder) throws Exception {
        List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());
        try (EmbeddedPostgres server = server(folder)) {
            DataSource dataSource = server.getPostgresDatabase();
            JdbcStores.createTables(dataSource);
            ReferralStore store = JdbcStores.of(dataSource);
            List<Thread> writers = new ArrayList<>();
            for (int w = 0; w < 4; w++) {
                Thread writer = new Thread(new Writer(store, w, acknowledged::add));
                writers.add(writer);
                writer.start();
            }
            while (acknowledged.size() < ACKNOWLEDGED) {
                Thread.sleep(5);
            }
            String pid = Files.readAllLines(folder.resolve("postmaster.pid")).get(0);
            ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
            List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
            all.add(postmaster);
            all.forEach(ProcessHandle::destroyForcibly);
            for (ProcessHandle process : all) {
                process.onExit().get(20, TimeUnit.SECONDS);
            }
            for (Thread writer : writers) {
                writer.join();
            }
        }
        try (EmbeddedPostgres server = server(folder)) {
            check(JdbcStores.of(server.getPostgresDatabase()), acknowledged);
        }
    }

    private static EmbeddedPostgres server(Path folder) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
    }

    private static void check(ReferralStore store, List<String> acknowledged) {
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED - 1);
        assertThat(acknowledged)
                .allSatisfy(command -> assertThat(store.ofCommand(command)).hasSize(EVENTS));
        assertThat(Chains.verified(store) % EVENTS).isZero();
        // What was under way is there or not; sent again, it is there.
        for (int w = 0; w < 4; w++) {
            String stream = "r-" + w;
            long version = store.read(stream).size();
            assertThat(version % EVENTS).isZero();
            String last = Writer.command(w, (int) (version / EVENTS) - 1);
            assertThat(store.append(Samples.append(stream, version, last, EVENTS))
                            .events())
                    .hasSize(EVENTS);
            assertThat(store.read(stream)).hasSize((int) version);
        }
    }

    private static DataSource byUrl(String url) {
        return new PlainDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                return DriverManager.getConnection(url, System.getProperty("loti.user", "sa"), "");
            }
        };
    }

    /** Writes to one stream until it can't, and says what was acknowledged. */
    static final class Writer implements Runnable {
        private final ReferralStore store;
        private final int number;
        private final Consumer<String> acknowledge;

        Writer(ReferralStore store, int number, Consumer<String> acknowledge) {
            this.store = store;
            this.number = number;
            this.acknowledge = acknowledge;
        }

        public static void main(String[] args) {
            DataSource dataSource = byUrl(args[0]);
            ReferralStore store = JdbcStores.of(dataSource);
            for (int w = 0; w < 4; w++) {
                new Thread(new Writer(store, w, System.out::println)).start();
            }
        }

        static String command(int writer, int n) {
            return "w" + writer + "-" + n + ".";
        }

        @Override
        public void run() {
            try {
                for (int n = 0; true; n++) {
                    store.append(Samples.append("r-" + number, (long) n * EVENTS, command(number, n), EVENTS));
                    acknowledge.accept(command(number, n));
                }
            } catch (StoreException e) {
                // The database is gone.
            }
        }
    }
}
