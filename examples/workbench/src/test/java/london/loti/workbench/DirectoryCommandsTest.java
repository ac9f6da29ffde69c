package london.loti.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import london.loti.referral.directory.DirectoryFiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class DirectoryCommandsTest {
    private static final String SERVICE =
            "{\"id\":\"ac148810-d857-441c-9679-408f346de14%s\",\"name\":\"Debt advice\",\"status\":\"active\"%s}";

    @TempDir
    Path folder;

    @Test
    void aFeedIsCheckedTakenInAndPublished() throws IOException {
        Path feed = Files.writeString(
                folder.resolve("feed.ndjson"),
                SERVICE.formatted("1", ",\"fees_description\":\"None\"") + "\n" + SERVICE.formatted("2", "") + "\n");
        Run check = Run.loti("directory", "check", feed);
        assertThat(check.exit()).as(check.err()).isZero();
        assertThat(check.out()).contains("HSDS 3.0", "NDJSON", "service=2", "richness", "valid");

        Path store = folder.resolve("store");
        Run taken = Run.loti("directory", "import", feed, "--out", store);
        assertThat(taken.exit()).as(taken.err()).isZero();
        assertThat(taken.out()).contains("2 services from 1 files");
        byte[] header = Files.readAllBytes(store.resolve(DirectoryFiles.HEADER));
        assertThat(Run.loti("directory", "import", feed, "--out", store).exit()).isZero();
        assertThat(Files.readAllBytes(store.resolve(DirectoryFiles.HEADER))).isEqualTo(header);

        for (String to : new String[] {"oruk3", "hsds3", "hsds31", "oruk1", "csv"}) {
            Path out = folder.resolve(to);
            Run export = Run.loti("directory", "export", "--directory", store, "--to", to, "--out", out);
            assertThat(export.exit()).as(to + export.err()).isZero();
            assertThat(export.out().contains("service.fees_description: 1 left out"))
                    .as(to)
                    .isEqualTo(to.startsWith("oruk"));
            Run again = Run.loti("directory", "import", out, "--out", folder.resolve("again-" + to));
            assertThat(again.out()).as(to + again.err()).contains("2 services");
        }
    }

    @Test
    void aFeedThatBreaksARuleIsToldAndGoodServicesAreTaken() throws IOException {
        Path feed = Files.writeString(
                folder.resolve("feed.json"), "[" + SERVICE.formatted("1", "") + ",{\"id\":\"x\",\"status\":\"open\"}]");
        Run check = Run.loti("directory", "check", feed, "--standard", "oruk_3_0");
        assertThat(check.exit()).isEqualTo(1);
        assertThat(check.out()).contains("MISSING", "NOT_A_CHOICE", "not valid");
        Path store = folder.resolve("store");
        Run strict = Run.loti("directory", "import", feed, "--out", store, "--strict");
        assertThat(strict.exit()).isEqualTo(1);
        assertThat(store.resolve(DirectoryFiles.HEADER)).doesNotExist();
        Run taken = Run.loti("directory", "import", feed, "--out", store);
        assertThat(taken.exit()).isEqualTo(1);
        assertThat(taken.out()).contains("1 services");
        assertThat(taken.err()).contains("feed.json").doesNotContain("Exception");
    }

    @Test
    void aStandardThatIsNamedIsTheOneThatCounts() throws IOException {
        Path feed = Files.writeString(folder.resolve("feed.json"), SERVICE.formatted("1", ""));
        assertThat(Run.loti("directory", "check", feed).out()).contains("feed.json: Open Referral UK 3.0");
        Run other = Run.loti("directory", "check", feed, "--standard", "oruk_1_0");
        assertThat(other.out())
                .contains("feed.json: Open Referral UK 1.0", "/organization")
                .doesNotContain("Open Referral UK 3.0");
    }

    @Test
    void whatIsNoFeedLeavesTheOldDirectory() throws IOException {
        Path feed = Files.writeString(folder.resolve("feed.json"), SERVICE.formatted("1", ""));
        Path store = folder.resolve("store");
        Run.loti("directory", "import", feed, "--out", store);
        Path bad = Files.writeString(folder.resolve("bad.json"), "{");
        Run run = Run.loti("directory", "import", bad, "--out", store);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("bad.json", "nothing was written");
        assertThat(DirectoryFiles.read(store).orElseThrow()).hasSize(1);
        assertThat(Run.loti("directory").exit()).isEqualTo(2);
        assertThat(Run.loti("directory", "check", folder.resolve("absent")).exit())
                .isEqualTo(1);
        Run notEmpty = Run.loti("directory", "export", "--directory", store, "--to", "csv", "--out", folder);
        assertThat(notEmpty.exit()).isEqualTo(2);
        assertThat(notEmpty.err()).contains("empty folder");
    }

    @Test
    void filesOfTheUsersInTheFolderOfADirectoryStay() throws IOException {
        Path store = Files.createDirectory(folder.resolve("store"));
        Path feed = Files.writeString(store.resolve("services-2026.ndjson"), SERVICE.formatted("1", "") + "\n");
        assertThat(Run.loti("directory", "import", feed, "--out", store).exit()).isZero();
        assertThat(feed).exists();
        for (String name : new String[] {DirectoryFiles.HEADER, "feed.json"}) {
            Run export = Run.loti(
                    "directory", "export", "--directory", store, "--to", "oruk3", "--out", store.resolve(name));
            assertThat(export.exit()).isEqualTo(1);
            assertThat(export.err()).contains(name, "folder of the directory");
        }
        assertThat(DirectoryFiles.read(store).orElseThrow()).hasSize(1);
    }

    @Test
    void aFeedThatIsNotThereTakesNoServicesOutOfTheDirectory() throws IOException {
        Path feed = Files.writeString(folder.resolve("feed.json"), SERVICE.formatted("1", ""));
        Path other = Files.writeString(folder.resolve("other.json"), SERVICE.formatted("2", ""));
        Path store = folder.resolve("store");
        Run.loti("directory", "import", feed, other, "--out", store);
        Run run = Run.loti("directory", "import", feed, folder.resolve("absent.json"), "--out", store);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("absent.json", "nothing was written");
        assertThat(DirectoryFiles.read(store).orElseThrow()).hasSize(2);
    }

    /** The disk is full (the device that always is stands in for the draft), then there is room again. */
    @Test
    void anImportThatBreaksOffLeavesTheOldDirectoryAndRunAgainGivesTheSame() throws IOException {
        Path device = Path.of("/dev/full");
        assumeTrue(Files.exists(device), "this system has no device that is always full");
        Path old = Files.writeString(folder.resolve("old.json"), SERVICE.formatted("1", ""));
        Path feed = Files.writeString(
                folder.resolve("new.ndjson"), SERVICE.formatted("2", "") + "\n" + SERVICE.formatted("3", "") + "\n");
        Path store = folder.resolve("store");
        Run.loti("directory", "import", old, "--out", store);
        Files.createSymbolicLink(
                store.resolve(".services-" + ProcessHandle.current().pid() + ".draft"), device);
        Run broken = Run.loti("directory", "import", feed, "--out", store);
        assertThat(broken.exit()).isEqualTo(1);
        assertThat(broken.err())
                .contains("No space left on device", "the old one is as it was", "the same feeds give the same")
                .doesNotContain("Exception", folder.toString());
        assertThat(DirectoryFiles.read(store).orElseThrow()).hasSize(1);

        assertThat(Run.loti("directory", "import", feed, "--out", store).exit()).isZero();
        Path unbroken = folder.resolve("unbroken");
        Run.loti("directory", "import", feed, "--out", unbroken);
        for (Path path : new Path[] {store, unbroken}) {
            try (Stream<Path> files = Files.list(path)) {
                assertThat(files).as(path.toString()).hasSize(2);
            }
        }
        String services =
                DirectoryFiles.header(unbroken).orElseThrow().services().name();
        for (String name : new String[] {DirectoryFiles.HEADER, services}) {
            assertThat(Files.readAllBytes(store.resolve(name)))
                    .as(name)
                    .isEqualTo(Files.readAllBytes(unbroken.resolve(name)));
        }
        assertThat(Run.loti("directory", "import", "--help").out().replaceAll("\\s+", " "))
                .contains("running again from the same feeds gives the same directory");
    }
}
