package london.loti.workbench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import london.loti.model.provenance.Dataset;

/**
 * The files that a command writes. All are written under other names first and then moved into place, the manifest
 * last, so that a run that fails or is stopped leaves nothing half-written. No input is written over.
 */
final class Outputs {
    private final Path folder;
    private final List<Path> inputs;
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    Outputs(Path folder) {
        this(folder, List.of());
    }

    /** Writes to a folder, and never over one of the inputs. */
    Outputs(Path folder, List<Path> inputs) {
        this.folder = folder;
        this.inputs = List.copyOf(inputs);
    }

    /** Writes to the folder of a file that a user named, and never over one of the inputs. */
    static Outputs besides(Path file, List<Path> inputs) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        return new Outputs(folder == null ? file.toAbsolutePath() : folder, inputs);
    }

    /** The name of a file that a user named; a folder, or what no manifest could name, is none. */
    static String nameOf(Path file) {
        Path name = file.toAbsolutePath().normalize().getFileName();
        if (name == null
                || Files.isDirectory(file)
                || name.toString().isBlank()
                || name.toString().chars().anyMatch(c -> c == '\\' || Character.isISOControl(c))) {
            throw BadInput.because(
                    BadInput.Code.NOT_WRITABLE,
                    "results can't be written here: the name of a file is wanted"
                            + "\nMaybe name a file in this folder.",
                    String.valueOf(file));
        }
        return name.toString();
    }

    /** Adds a file and returns its name and hash. */
    Dataset add(String name, byte[] content) {
        files.put(name, content);
        return Dataset.of(name, content);
    }

    /** Adds a file of text and returns its name and hash. */
    Dataset add(String name, String content) {
        return add(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes all files, or none. */
    void write() {
        List<Path> drafts = new ArrayList<>();
        try {
            requireOtherFiles();
            Files.createDirectories(folder);
            List<Path> finals = new ArrayList<>();
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path place = folder.resolve(file.getKey());
                if (Files.isDirectory(place)) {
                    throw new IOException("a folder has the name of a result");
                }
                Path draft = folder.resolve(
                        "." + file.getKey() + "." + ProcessHandle.current().pid() + ".draft");
                drafts.add(draft);
                finals.add(place);
                Files.write(draft, file.getValue(), StandardOpenOption.CREATE_NEW);
            }
            for (int i = 0; i < drafts.size(); i++) {
                Files.move(drafts.get(i), finals.get(i), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            drafts.forEach(Outputs::remove);
            Path name = folder.getFileName();
            throw BadInput.because(
                    BadInput.Code.NOT_WRITABLE,
                    "results can't be written to this folder" + "\nMaybe it is a file, is full, or may not be changed.",
                    name == null ? folder.toString() : name.toString());
        }
    }

    /** An input may only be written over with its own bytes, as a recipe in the folder of results is. */
    private void requireOtherFiles() throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path place = folder.resolve(file.getKey());
            for (Path input : inputs) {
                boolean over = Files.isRegularFile(place) && Files.exists(input) && Files.isSameFile(place, input);
                if (over && !Arrays.equals(Files.readAllBytes(place), file.getValue())) {
                    throw BadInput.because(
                            BadInput.Code.OVER_INPUT,
                            "a result must not take the place of an input, but would here"
                                    + "\nMaybe give another name or folder with --out.",
                            file.getKey());
                }
            }
        }
    }

    private static void remove(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            draft.toFile().deleteOnExit();
        }
    }
}
