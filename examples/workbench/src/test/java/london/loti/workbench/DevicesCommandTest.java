package london.loti.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import london.loti.model.json.LotiJson;
import london.loti.model.provenance.Manifest;

import static org.assertj.core.api.Assertions.assertThat;

class DevicesCommandTest {
    private static final String NEEDS = """
            id,group,area,wifi,temporary-home,laptop,tablet,desktop
            k3v9-2hx7,families,mill-ward,no,yes,1,,0
            p8d2-6mq4,jobseekers,mill-ward,yes,,2,5,9
            w5t7-1bn8,older,hill-ward,yes,no,8,1,
            c4z6-9rk3,older,hill-ward,,,8,1,
            """;

    @TempDir
    Path folder;

    private Path stock;
    private Path needs;

    @BeforeEach
    void invent() throws IOException {
        stock = file("stock.csv", """
                class,label,count,wifi_only,needs_contract,support_end
                laptop,refurbished laptop,1,no,no,2029-06-30
                tablet,tablet with wifi,1,yes,no,2029-01-31
                desktop,desktop computer,1,no,yes,2027-01-31
                """);
        needs = file("needs.csv", NEEDS);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Run run(Object... more) {
        Object[] args = new Object[8 + more.length];
        Object[] first = {"devices", "allocate", "--stock", stock, "--needs", needs, "--seed", 1};
        System.arraycopy(first, 0, args, 0, first.length);
        System.arraycopy(more, 0, args, first.length, more.length);
        return Run.loti(args);
    }

    @Test
    void offersReasonsPricesAndUnmetNeedsAreTold() {
        Run run = run("--on", "2026-11-25");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("Nothing is reserved", "Offers: 2 of 4 needs")
                .contains("k3v9-2hx7: laptop, 1 point")
                .contains("No class in stock suits better (1 point).")
                .contains("The device goes with the person when they move")
                .contains("Drawn by lot: 2 needs that nothing here tells apart")
                .contains("Desktop computer: 0 of 1 offered. Its security updates end on 31 January 2027")
                .contains("Refurbished laptop: 1 of 1 offered. One more would meet 1 more need and add 2 points.")
                .contains("No device now: 2 needs.")
                .contains("Lottery: seed 1, SHA-256", "has reviewed the suggestion before it has any effect");
    }

    @Test
    void anEndOfSupportNeedsTheDayOfTheOffers() {
        Run run = run();
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("stock.csv, support_end", "--on");
    }

    @Test
    void proposalIsWrittenWithItsManifestAndIsTheSameAgain() throws IOException {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        assertThat(run("--on", "2026-11-25", "--out", first).exit()).isZero();
        String[] lines = NEEDS.split("\n", -1);
        Files.writeString(needs, String.join("\n", lines[0], lines[4], lines[2], lines[3], lines[1]) + "\n");
        assertThat(run("--on", "2026-11-25", "--out", second).exit()).isZero();
        for (String name : new String[] {"offers.csv", "proposal.json"}) {
            assertThat(second.resolve(name)).hasSameBinaryContentAs(first.resolve(name));
        }
        assertThat(Files.readString(first.resolve("offers.csv")))
                .startsWith("id,offer,class,points,runner_up,ask_first,reasons\r\n")
                .hasLineCount(5);
        Manifest manifest =
                LotiJson.read(first.resolve("manifest.json"), Manifest.class).orElseThrow();
        assertThat(manifest.method()).isEqualTo("devices-allocate");
        assertThat(manifest.parameters()).containsEntry("seed", "1").containsEntry("on", "2026-11-25");
        assertThat(manifest.outputs()).hasSize(2);
    }

    @Test
    void floorsAreKeptAndTheirPriceIsTold() throws IOException {
        Path floors = file("floors.csv", """
                scope,of,at_least,characteristic,reason,legal_basis,decided_on,decided_by
                area,mill-ward,2,none,,,,
                group,older,1,age,Fewest were reached last year,Equality Act 2010 section 158,2026-10-01,roles:manager
                """);
        Run conflict = run("--on", "2026-11-25", "--floors", floors);
        assertThat(conflict.exit()).isEqualTo(1);
        assertThat(conflict.err())
                .contains("error: floors.csv: these floors can't hold together")
                .contains("at least 2 for the area mill-ward (alone it could reach 2)")
                .contains("at least 1 for the group older (alone it could reach 2)");

        Files.writeString(floors, Files.readString(floors).replace("mill-ward,2", "mill-ward,1"));
        Run kept = run("--on", "2026-11-25", "--floors", floors);
        assertThat(kept.exit()).as(kept.err()).isZero();
        assertThat(kept.out())
                .contains("Floors:", "Price of the floors: nothing", "Equality Act 2010 section 158")
                .contains("special category data were used under a condition");
    }

    @Test
    void floorOnAProtectedCharacteristicWithoutItsJustificationIsRefused() throws IOException {
        Path floors = file("floors.csv", """
                scope,of,at_least,characteristic,reason,legal_basis,decided_on,decided_by
                group,older,1,age,,Equality Act 2010 section 158,2026-10-01,
                group,jobseekers,1,,,,,
                """);
        Run run = run("--on", "2026-11-25", "--floors", floors);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .contains("floors.csv, line 2, reason: a floor on a protected characteristic needs its justification")
                .contains("floors.csv, line 2, decided_by: a floor on a protected characteristic needs")
                .contains("floors.csv, line 3, characteristic: 'none' is wanted where no protected characteristic")
                .contains("3 errors; nothing was written.");

        Files.writeString(floors, """
                scope,of,at_least,characteristic
                group,older,1,none
                """);
        Run suspected = run("--on", "2026-11-25", "--floors", floors);
        assertThat(suspected.exit()).isZero();
        assertThat(suspected.err()).contains("warning: floors.csv, line 2, of:", "looks as if age did");
    }

    @Test
    void everythingWrongIsToldAtOnceAndNoIdIsRepeated() throws IOException {
        file("needs.csv", """
                id,group,area,wifi,temporary-home,laptop,tablet,desktop,name
                943-476-5919,families,mill ward,maybe,yes,1,,0,x
                p8d2-6mq4,jobseekers,mill-ward,yes,,1.5,5,9,x
                p8d2-6mq4,jobseekers,mill-ward,yes,,1,5,9,x
                a.smith@example.org,older,hill-ward,yes,no,8,1,,x
                """);
        Run run = run("--on", "2026-11-25");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .contains("needs.csv, name: the list has no such column")
                .contains("needs.csv, line 2, id: a resident's reference must be an opaque token")
                .contains("needs.csv, line 2, wifi: yes, no or unknown is wanted")
                .contains("needs.csv, line 3, laptop: a whole number from 0 to 1000000 is wanted")
                .contains("needs.csv, line 4, id: a resident must come once")
                .contains("needs.csv, line 5, id: a resident's reference must be an opaque token")
                .doesNotContain("943", "smith", "p8d2", "mill ward");
    }

    @Test
    void stockThatIsWrong() throws IOException {
        assertThat(run().err()).contains("an end of support can only be held against a day");
        file("stock.csv", """
                class,label,count,wifi_only,support_end
                laptop,laptop,many,no,soon
                laptop,laptop,1,perhaps,
                """);
        assertThat(run().err())
                .contains("stock.csv, line 2, count: a whole number from 0 to 100000 is wanted")
                .contains("stock.csv, line 2, support_end: a day is wanted")
                .contains("stock.csv, line 3, wifi_only: yes or no is wanted")
                .contains("stock.csv, line 3, class: a class must come once");
    }

    @Test
    void helpShowsTheLists() {
        Run help = Run.loti("devices", "allocate", "--help");
        assertThat(help.exit()).isZero();
        assertThat(help.out()).contains("--seed", "id,group,area,wifi", "scope,of,at_least", "Ids are opaque");
        assertThat(Run.loti("devices").exit()).isEqualTo(2);
    }
}
