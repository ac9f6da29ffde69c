package london.loti.referral.directory;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.Where;
import london.loti.model.json.LotiJson;
import london.loti.model.provenance.Dataset;
import london.loti.model.provenance.LibraryVersion;
import london.loti.model.service.Service;

/**
 * A directory as loti keeps it in a folder: nothing of its services is lost, confidential locations included, so the
 * folder must stay in the house.
 *
 * <pre>{@code
 * directory.json               what it is: how many services, from which files, the name and hash of the other file
 * services-0123456789ab.ndjson a service a line, in loti's JSON
 * }</pre>
 *
 * <p><b>Writing is all or nothing.</b> The services are written under another name, then moved to the name that their
 * hash gives; moving {@code directory.json} into place then makes them the directory, in one step. A run that dies
 * before that, or finds the disk full, leaves the old directory as it was; run it again, and it gives what it would have
 * given. The same services and sources give the same bytes.
 */
public final class DirectoryFiles {
    /** The file that says what is in the folder. */
    public static final String HEADER = "directory.json";

    private static final int FORMAT = 1;
    private static final String PREFIX = "services-";
    /** What a run of loti names its file of services; a feed of somebody's that lies there is none. */
    private static final Pattern SERVICES = Pattern.compile(Pattern.quote(PREFIX) + "[0-9a-f]{12}\\.ndjson");

    private static final String DRAFT = ".draft";

    private DirectoryFiles() {}

    /** What can be wrong with a stored directory. */
    public enum Code implements Finding.Code {
        /** The folder holds no directory, or a file of it can't be read. */
        UNREADABLE,
        /** The file of services is not the one that was written. */
        OTHER_BYTES
    }

    /**
     * What a folder holds.
     *
     * @param format the form of the folder, 1
     * @param loti the version of loti that wrote it
     * @param count how many services there are
     * @param services the file of services, by its hash
     * @param sources the files that the services were read from
     */
    public record Header(int format, String loti, long count, Dataset services, List<Dataset> sources) {
        /**
         * Checks the form.
         *
         * @param format the form of the folder, 1
         * @param loti the version of loti that wrote it
         * @param count how many services there are
         * @param services the file of services, by its hash
         * @param sources the files that the services were read from
         * @throws IllegalArgumentException if the form is not 1, or the count is negative
         */
        public Header {
            if (format != FORMAT) {
                throw new IllegalArgumentException("a directory's 'format' must be 1");
            }
            if (count < 0) {
                throw new IllegalArgumentException("a directory's 'count' must be at least 0");
            }
            Objects.requireNonNull(loti, "a directory needs the version of 'loti'");
            Objects.requireNonNull(services, "a directory needs its 'services'");
            sources = List.copyOf(Objects.requireNonNull(sources, "a directory needs its 'sources'"));
        }
    }

    /**
     * Writes a directory, in the place of the one that was in the folder.
     *
     * @param folder the folder; made where it is absent
     * @param services the services, in the order in which they are kept
     * @param sources the files that they were read from
     * @return what the folder now holds
     * @throws IOException if it can't be written; the old directory is then as it was
     */
    public static Header write(Path folder, List<Service> services, List<Dataset> sources) throws IOException {
        return write(folder, services.iterator(), sources);
    }

    /**
     * Writes a directory, in the place of the one that was in the folder.
     *
     * @param folder the folder; made where it is absent
     * @param services the services, taken one by one
     * @param sources the files that they were read from
     * @return what the folder now holds
     * @throws IOException if it can't be written; the old directory is then as it was
     */
    public static Header write(Path folder, Iterator<Service> services, List<Dataset> sources) throws IOException {
        try (Draft draft = draft(folder)) {
            while (services.hasNext()) {
                draft.add(services.next());
            }
            return draft.finish(sources);
        }
    }

    /**
     * Begins a directory to which services are added one by one, as they are read.
     *
     * @param folder the folder; made where it is absent
     * @return a draft; until it is finished the old directory is as it was
     * @throws IOException if the folder can't be written to
     */
    public static Draft draft(Path folder) throws IOException {
        return new Draft(folder, step -> {});
    }

    static Draft draft(Path folder, Consumer<Step> afterEach) throws IOException {
        return new Draft(folder, afterEach);
    }

    /** The steps of writing, after each of which a run may die. */
    enum Step {
        DRAFT_BEGUN,
        SERVICE_WRITTEN,
        SERVICES_WHOLE,
        SERVICES_MOVED,
        HEADER_DRAFTED,
        HEADER_MOVED
    }

    /** A directory that is being written. Not thread-safe. */
    public static final class Draft implements AutoCloseable {
        private final Path folder;
        private final Path file;
        private final Consumer<Step> afterEach;
        private final MessageDigest digest = Dataset.newDigest();
        private final FileChannel channel;
        private final OutputStream out;
        private long count;

        private Draft(Path folder, Consumer<Step> afterEach) throws IOException {
            this.folder = Files.createDirectories(folder);
            this.file = folder.resolve("." + PREFIX + ProcessHandle.current().pid() + DRAFT);
            this.afterEach = afterEach;
            this.channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
            this.out = new DigestOutputStream(
                    new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16), digest);
            afterEach.accept(Step.DRAFT_BEGUN);
        }

        /**
         * Adds a service.
         *
         * @param service the service
         * @throws IOException if it can't be written
         */
        public void add(Service service) throws IOException {
            out.write((LotiJson.writeCompact(service) + "\n").getBytes(StandardCharsets.UTF_8));
            count++;
            afterEach.accept(Step.SERVICE_WRITTEN);
        }

        /**
         * Makes what was added the directory of the folder.
         *
         * @param sources the files that the services were read from
         * @return what the folder now holds
         * @throws IOException if that can't be done; the old directory is then as it was
         */
        public Header finish(List<Dataset> sources) throws IOException {
            out.flush();
            channel.force(true); // or a cut of power might keep the header and lose the services
            channel.close();
            afterEach.accept(Step.SERVICES_WHOLE);
            Dataset hashed = Dataset.of("services", digest);
            String name = PREFIX + hashed.sha256().substring(0, 12) + ".ndjson";
            Dataset services = new Dataset(name, hashed.sha256());
            Files.move(file, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            afterEach.accept(Step.SERVICES_MOVED);
            Header header = new Header(FORMAT, LibraryVersion.current(), count, services, sources);
            Path draft = folder.resolve("." + HEADER + DRAFT);
            Files.writeString(draft, LotiJson.write(header));
            afterEach.accept(Step.HEADER_DRAFTED);
            Files.move(
                    draft, folder.resolve(HEADER), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            afterEach.accept(Step.HEADER_MOVED);
            sweep(name);
            return header;
        }

        /** Removes what an older directory, or a run that died, left behind. What can't go now, the next run removes. */
        private void sweep(String current) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path path : files.filter(path -> isLeftOver(String.valueOf(path.getFileName()), current))
                        .toList()) {
                    Files.deleteIfExists(path);
                }
            } catch (IOException e) {
                // The new directory is in place: it must not be said that the old one is.
            }
        }

        private static boolean isLeftOver(String name, String current) {
            boolean isServices = SERVICES.matcher(name).matches() && !name.equals(current);
            return isServices || (name.startsWith("." + PREFIX) && name.endsWith(DRAFT));
        }

        /** Removes what was not finished, which is the room that a full disk needs. */
        @Override
        public void close() throws IOException {
            channel.close(); // without what is buffered still
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder.resolve("." + HEADER + DRAFT));
        }
    }

    /**
     * Reads what a folder holds, without its services.
     *
     * @param folder the folder
     * @return the header, or only findings where there is none
     */
    public static Checked<Header> header(Path folder) {
        return LotiJson.read(folder.resolve(HEADER), Header.class);
    }

    /**
     * Reads a directory.
     *
     * @param folder the folder
     * @return the services that can be read, with all findings; only findings where there is no directory
     */
    public static Checked<List<Service>> read(Path folder) {
        List<Service> services = new ArrayList<>();
        return read(folder, services::add).map(header -> List.copyOf(services));
    }

    /**
     * Reads a directory, service by service.
     *
     * @param folder the folder
     * @param services takes each service that can be read, in the order in which they were written
     * @return the header, with all findings; only findings where there is no directory
     */
    public static Checked<Header> read(Path folder, Consumer<Service> services) {
        Checked<Header> header = header(folder);
        Optional<Header> found = header.value();
        if (found.isEmpty()) {
            return header;
        }
        Findings findings = new Findings();
        findings.addAll(header.findings());
        String name = found.get().services().name();
        try {
            Path file = folder.resolve(name);
            lines(file, name, findings, services);
            if (!Dataset.of(file).sha256().equals(found.get().services().sha256())) {
                findings.error(
                        Code.OTHER_BYTES,
                        "the file must be the one that was written, but its bytes differ",
                        Where.file(name));
            }
        } catch (NoSuchFileException e) {
            findings.error(Code.UNREADABLE, "the file of services must exist, but does not", Where.file(name));
            return Checked.failed(findings.toList());
        } catch (MalformedInputException e) {
            findings.error(Code.UNREADABLE, "the text must be UTF-8, but is not", Where.file(name));
        } catch (IOException e) {
            findings.error(Code.UNREADABLE, "the file of services can't be read", Where.file(name));
        }
        return Checked.of(found.get(), findings.toList());
    }

    private static void lines(Path file, String name, Findings findings, Consumer<Service> services)
            throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                Checked<Service> service = LotiJson.read(
                        name, new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)), Service.class);
                service.value().ifPresent(services);
                for (Finding finding : service.findings()) {
                    findings.add(new Finding(
                            finding.severity(),
                            finding.code(),
                            finding.message(),
                            new Where(name, number, finding.where().column())));
                }
            }
        }
    }
}
