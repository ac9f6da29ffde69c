package london.loti.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;

import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import london.loti.examples.borough.InventedBorough;
import london.loti.examples.borough.InventedReferrals;
import london.loti.referral.seal.KeyWrapper;
import london.loti.referral.seal.Sealer;
import london.loti.referral.store.ReferralStore;
import london.loti.referral.store.jdbc.JdbcStores;

import static org.assertj.core.api.Assertions.assertThat;

/** The report, as a user runs it on a database in a file. */
class ReferralsReportCommandTest {
    @TempDir
    private static Path folder;

    private static String url;
    private static Path key;

    @BeforeAll
    static void makeAYear() throws IOException {
        url = "jdbc:h2:file:" + folder.resolve("referrals");
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(url);
        h2.setUser("sa");
        JdbcStores.createTables(h2);
        byte[] master = new byte[32];
        new SecureRandom().nextBytes(master);
        key = Files.writeString(
                folder.resolve("master.key"), "2026=" + Base64.getEncoder().encodeToString(master) + "\n");
        try (ReferralStore store = JdbcStores.of(h2)) {
            SecureRandom random = new SecureRandom();
            Sealer sealer = Sealer.of(store, KeyWrapper.aes("2026", new SecretKeySpec(master, "AES"), random), random)
                    .keepingKeysFor(Duration.ofMinutes(5), Clock.systemUTC());
            InventedReferrals.addYear(store, sealer, InventedBorough.withSeed(2021), 120, 5);
        }
    }

    @Test
    void tellsTheMainFiguresAndWritesThePageAndTheTable() throws IOException {
        Path out = folder.resolve("report");
        Run run = Run.loti(
                "referrals",
                "report",
                "--store",
                url,
                "--key",
                key,
                "--from",
                "2026-01-01",
                "--to",
                "2026-12-31",
                "--out",
                out);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("Referrals from 2026-01-01 to 2026-12-31", "Loop closed: ", "Residents are counted")
                .doesNotContain("Invented Resident", "invented-resident");
        String page = Files.readString(out.resolve("referrals.html"));
        String table = Files.readString(out.resolve("referrals.csv"));
        assertThat(page + table).doesNotContain("Invented Resident", "invented-resident");
        // No count below ten, whatever the figure: the fifth column.
        assertThat(table.lines()
                        .skip(1)
                        .map(line -> line.replaceAll("\"[^\"]*\"", "text").split(",", -1)[4]))
                .isNotEmpty()
                .allMatch(people -> people.isEmpty() || Integer.parseInt(people) >= 10);
    }

    @Test
    void withoutDaysItIsTheYearUntilTheLastEvent() {
        assertThat(Run.loti("referrals", "report", "--store", url, "--key", key).out())
                .containsPattern("Referrals from 202[56]-[0-9-]+ to 2026-12-");
    }

    @Test
    void aWrongKeyOrPeriodIsToldAndNothingElse() throws IOException {
        Path other = Files.writeString(
                folder.resolve("other.key"), "2026=" + Base64.getEncoder().encodeToString(new byte[32]));
        Run wrong = Run.loti("referrals", "report", "--store", url, "--key", other);
        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.err()).contains("--key: what is kept about residents must open with the key");
        Path bad = Files.writeString(folder.resolve("bad.key"), "secret");
        assertThat(Run.loti("referrals", "report", "--store", url, "--key", bad).err())
                .contains("bad.key: a key file must have lines")
                .doesNotContain("secret");
        assertThat(Run.loti(
                                "referrals",
                                "report",
                                "--store",
                                url,
                                "--key",
                                key,
                                "--from",
                                "2026-02-01",
                                "--to",
                                "2026-01-01")
                        .err())
                .contains("a period must not end before it begins");
    }
}
