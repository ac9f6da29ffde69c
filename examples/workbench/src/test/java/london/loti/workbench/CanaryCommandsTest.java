package london.loti.workbench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;

import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import london.loti.model.governance.LawfulBasis;
import london.loti.model.governance.PermissionRequest;
import london.loti.model.governance.SharedField;
import london.loti.model.governance.SpecialCategoryCondition;
import london.loti.model.need.ConceptRef;
import london.loti.model.need.ResidentRef;
import london.loti.model.privacy.Sensitive;
import london.loti.referral.journey.Actor;
import london.loti.referral.journey.Command;
import london.loti.referral.journey.CommandOutcome;
import london.loti.referral.journey.Referral;
import london.loti.referral.journey.ReferralContent;
import london.loti.referral.journey.ReferralEvent;
import london.loti.referral.journey.ReferralId;
import london.loti.referral.journey.Referrals;
import london.loti.referral.journey.Role;
import london.loti.referral.journey.Route;
import london.loti.referral.seal.KeyWrapper;
import london.loti.referral.seal.Sealer;
import london.loti.referral.store.ReferralStore;
import london.loti.referral.store.jdbc.JdbcStores;

import static org.assertj.core.api.Assertions.assertThat;

/** Name, postcode, note, telephone and e-mail of a resident in what the commands read show in nothing that they say or write. */
class CanaryCommandsTest {
    private static final String NAME = "Zanzibar Quillfeather";
    private static final List<String> CANARIES =
            List.of(NAME, "ZZ99 3VZ", "afraid of the neighbour's heron", "01632 960377", "zq.canary@example.org");
    private static final String TOKEN = "r-canary-token-4711";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    @BeforeEach
    void listen() {
        PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
    }

    @AfterEach
    void nothingElseWasPrinted() {
        System.setOut(out);
        System.setErr(err);
        assertThat(isTight(printed.toString(StandardCharsets.UTF_8))).isTrue();
    }

    private static boolean isTight(String text) {
        String plain = plain(text);
        return Stream.concat(CANARIES.stream(), Stream.of("Zanzibar", "Quillfeather", TOKEN))
                .map(CanaryCommandsTest::plain)
                .noneMatch(plain::contains);
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private Run tight(Object... args) {
        Run run = Run.loti(args);
        assertThat(isTight(run.out())).as(run.out()).isTrue();
        assertThat(isTight(run.err())).as(run.err()).isTrue();
        return run;
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void aLeakWouldBeFound() {
        assertThat(isTight("all is well")).isTrue();
        CANARIES.forEach(canary -> assertThat(isTight("line 2: " + canary)).isFalse());
        assertThat(isTight("ZZ993VZ")).isFalse();
    }

    @Test
    void devicesAllocate() throws IOException {
        Path stock = file("stock.csv", "class,label,count,wifi_only,needs_contract\nlaptop,laptop,1,no,no\n");
        String row = String.join(",", CANARIES) + "\n";
        List<String> lists = List.of(
                "id,group,area,wifi,laptop\n" + row + row,
                row + row,
                "id,group,area,wifi,laptop\n" + TOKEN + ",older,mill,maybe,1\n" + TOKEN + ",older,mill,no,x\n",
                "id,group,area,wifi,laptop\n\"" + row,
                "id,group,area,laptop\n" + row,
                "\u0000" + row);
        for (int i = 0; i < lists.size(); i++) {
            Path needs = file("needs" + i + ".csv", lists.get(i));
            Run run = tight("devices", "allocate", "--stock", stock, "--needs", needs, "--seed", 1);
            assertThat(run.exit()).as("list " + i).isEqualTo(1);
            tight("devices", "allocate", "--stock", needs, "--needs", needs, "--seed", 1, "--floors", needs);
            tight("devices", "allocate", "--stock", stock, "--needs", stock, "--home-rule", needs, "--seed", 1);
        }
    }

    @Test
    void referralsReportAndAuditVerify() throws IOException, SQLException {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:file:" + folder.resolve("referrals").toAbsolutePath());
        h2.setUser("sa");
        JdbcStores.createTables(h2);
        byte[] master = new byte[32];
        new SecureRandom().nextBytes(master);
        Path key = file("master.key", "2026=" + Base64.getEncoder().encodeToString(master) + "\n");
        fill(h2, master);
        String url = h2.getURL();

        Path report = folder.resolve("report");
        Run run = tight("referrals", "report", "--store", url, "--key", key, "--out", report);
        assertThat(run.exit()).as(run.err()).isZero();
        for (Path file : List.of(report.resolve("referrals.html"), report.resolve("referrals.csv"))) {
            assertThat(isTight(Files.readString(file))).as(file.toString()).isTrue();
        }
        Path wrong = file("wrong.key", "2026=" + Base64.getEncoder().encodeToString(new byte[32]));
        assertThat(tight("referrals", "report", "--store", url, "--key", wrong).exit())
                .isEqualTo(1);
        Path none = file("none.key", NAME);
        assertThat(tight("referrals", "report", "--store", url, "--key", none).exit())
                .isEqualTo(1);

        Path checkpoint = folder.resolve("checkpoint.json");
        assertThat(tight("audit", "verify", "--store", url, "--write-checkpoint", checkpoint)
                        .exit())
                .isZero();
        assertThat(isTight(Files.readString(checkpoint))).isTrue();
        try (Connection connection = h2.getConnection();
                Statement change = connection.createStatement()) {
            change.execute("UPDATE loti_referral_event SET actor = 'Zanzibar', open_part = '{\"note\":\"" + NAME
                    + "\"}' WHERE version = 2");
        }
        assertThat(tight("audit", "verify", "--store", url, "--checkpoint", checkpoint)
                        .exit())
                .isEqualTo(1);
        assertThat(tight("referrals", "report", "--store", url, "--key", key).exit())
                .isEqualTo(1);
        assertThat(tight("audit", "verify", "--store", url, "--checkpoint", file("bad.json", "{\"" + NAME + "\":1}"))
                        .exit())
                .isEqualTo(1);
    }

    /** A referral that is full of canaries, from the draft to the resident's word. */
    private static void fill(JdbcDataSource h2, byte[] master) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-02T09:00:00Z"), ZoneOffset.UTC);
        SecureRandom random = new SecureRandom();
        try (ReferralStore store = JdbcStores.of(h2)) {
            Sealer sealer = Sealer.of(store, KeyWrapper.aes("2026", new SecretKeySpec(master, "AES"), random), random);
            Referrals referrals = Referrals.in(store, sealer, clock);
            Actor worker = new Actor("staff-2", Role.LINK_WORKER, "council");
            ResidentRef resident = new ResidentRef(TOKEN);
            done(
                    referrals,
                    worker,
                    new ReferralEvent.Drafted(
                            resident,
                            "svc-online",
                            "org-online",
                            Route.DIRECT,
                            null,
                            List.of(ConceptRef.parse("barriers:no-device")),
                            null,
                            List.of(),
                            ReferralContent.EMPTY
                                    .with(SharedField.NAME, NAME)
                                    .with(SharedField.POSTCODE, CANARIES.get(1))
                                    .with(SharedField.NOTES, CANARIES.get(2))
                                    .with(SharedField.PHONE, CANARIES.get(3))
                                    .with(SharedField.EMAIL, CANARIES.get(4)),
                            null));
            LocalDate day = LocalDate.of(2026, 11, 2);
            Referral permitted = done(
                    referrals,
                    worker,
                    new ReferralEvent.PermissionRecorded(PermissionRequest.agreed(
                            resident,
                            ConceptRef.parse("sharing-purposes:referral"),
                            List.of("org-online"),
                            EnumSet.of(SharedField.NAME),
                            LawfulBasis.PUBLIC_TASK,
                            SpecialCategoryCondition.HEALTH_OR_SOCIAL_CARE,
                            day,
                            day.plusDays(30),
                            ConceptRef.parse("roles:link-worker"))));
            done(referrals, worker, referrals.request(permitted));
            done(
                    referrals,
                    worker,
                    new ReferralEvent.OutcomeReported(
                            ReferralEvent.ResidentOutcome.NOT_HELPED,
                            day,
                            ConceptRef.parse("channels:telephone"),
                            Sensitive.of(CANARIES.get(2))));
        }
    }

    private static Referral done(Referrals referrals, Actor actor, ReferralEvent event) {
        ReferralId id = new ReferralId("ref-1");
        long version = referrals.find(id).map(Referral::version).orElse(0L);
        return referrals
                .handle(new Command("c-" + version, id, version, actor, event))
                .fold(CommandOutcome.Done::referral, refused -> {
                    throw new AssertionError(refused.refusals().toString());
                });
    }
}
