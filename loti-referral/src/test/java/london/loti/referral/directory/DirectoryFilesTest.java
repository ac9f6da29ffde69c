package london.loti.referral.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import london.loti.model.finding.Checked;
import london.loti.model.provenance.Dataset;
import london.loti.model.service.Service;
import london.loti.model.service.ServiceStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class DirectoryFilesTest {
    private static final List<Service> OLD = services("old", 3);
    private static final List<Service> NEW = services("new", 5);
    private static final List<Dataset> SOURCES = List.of(Dataset.of("feed.json", new byte[] {1}));

    @TempDir
    Path folder;

    private static List<Service> services(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Service.builder(name + i, "Service " + i, ServiceStatus.ACTIVE)
                        .build())
                .toList();
    }

    @Test
    void whatWasWrittenComesBackWithItsSources() throws IOException {
        DirectoryFiles.Header header = DirectoryFiles.write(folder, OLD, SOURCES);
        assertThat(DirectoryFiles.read(folder).orElseThrow()).isEqualTo(OLD);
        assertThat(header.count()).isEqualTo(3);
        assertThat(header.sources()).isEqualTo(SOURCES);
        assertThat(DirectoryFiles.header(folder).orElseThrow()).isEqualTo(header);
    }

    @Test
    void theSameServicesGiveTheSameFiles() throws IOException {
        DirectoryFiles.Header first = DirectoryFiles.write(folder, OLD, SOURCES);
        assertThat(DirectoryFiles.write(folder, OLD, SOURCES)).isEqualTo(first);
        DirectoryFiles.write(folder, NEW, SOURCES);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void aRunThatDiesAtAnyStepLeavesTheOldDirectoryOrTheWholeNewOne() throws IOException {
        for (DirectoryFiles.Step last : DirectoryFiles.Step.values()) {
            DirectoryFiles.write(folder, OLD, SOURCES);
            assertThatThrownBy(() -> {
                        // not closed: a process that is killed tidies nothing up
                        DirectoryFiles.Draft draft = DirectoryFiles.draft(folder, step -> {
                            if (step == last) {
                                throw new Killed();
                            }
                        });
                        for (Service service : NEW) {
                            draft.add(service);
                        }
                        draft.finish(SOURCES);
                    })
                    .isInstanceOf(Killed.class);
            Checked<List<Service>> read = DirectoryFiles.read(folder);
            assertThat(read.findings()).as(last.name()).isEmpty();
            assertThat(read.orElseThrow())
                    .as(last.name())
                    .isEqualTo(last == DirectoryFiles.Step.HEADER_MOVED ? NEW : OLD);
            DirectoryFiles.write(folder, NEW, SOURCES);
            assertThat(DirectoryFiles.read(folder).orElseThrow()).isEqualTo(NEW);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .as("what the dead runs left is swept")
                    .hasSize(2);
        }
    }

    /** The real answer of the system, from the device that is always full, in place of one of the drafts. */
    @ParameterizedTest
    @ValueSource(strings = {".services-%s.draft", ".directory.json.draft"})
    void aFullDiskLeavesTheOldDirectoryAndNoRemains(String draft) throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "this system has no device that is always full");
        DirectoryFiles.write(folder, OLD, SOURCES);
        Files.createSymbolicLink(
                folder.resolve(draft.formatted(ProcessHandle.current().pid())), full);
        assertThatThrownBy(() -> DirectoryFiles.write(folder, NEW, SOURCES))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No space left on device");
        assertThat(DirectoryFiles.read(folder).orElseThrow()).isEqualTo(OLD);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .as("drafts would keep the disk full")
                    .noneMatch(name -> name.startsWith("."));
        }
        Path unbroken = folder.resolve("unbroken");
        assertThat(DirectoryFiles.write(folder, NEW, SOURCES)).isEqualTo(DirectoryFiles.write(unbroken, NEW, SOURCES));
        assertThat(Files.readAllBytes(folder.resolve(DirectoryFiles.HEADER)))
                .isEqualTo(Files.readAllBytes(unbroken.resolve(DirectoryFiles.HEADER)));
        assertThat(DirectoryFiles.read(folder).orElseThrow()).isEqualTo(NEW);
    }

    @Test
    void damageIsToldAndGoodServicesAreKept() throws IOException {
        DirectoryFiles.Header header = DirectoryFiles.write(folder, OLD, SOURCES);
        Path file = folder.resolve(header.services().name());
        Files.writeString(file, Files.readString(file).replace("\"id\":\"old1\",", ""));
        Checked<List<Service>> read = DirectoryFiles.read(folder);
        assertThat(read.value().orElseThrow()).containsExactly(OLD.get(0), OLD.get(2));
        assertThat(read.findings()).anySatisfy(f -> assertThat(f.where().line()).isEqualTo(2));
        assertThat(read.findings()).anySatisfy(f -> assertThat(f.message()).contains("bytes differ"));
    }

    @Test
    void aFolderWithoutADirectoryIsToldAndNoException() throws IOException {
        assertThat(DirectoryFiles.read(folder.resolve("absent")).hasErrors()).isTrue();
        Files.writeString(folder.resolve(DirectoryFiles.HEADER), "{}");
        assertThat(DirectoryFiles.read(folder).hasErrors()).isTrue();
    }
}
