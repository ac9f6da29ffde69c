package london.loti.quickstart;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import london.loti.referral.store.Append;
import london.loti.referral.store.Appended;
import london.loti.referral.store.Chain;
import london.loti.referral.store.ConcurrentChangeException;
import london.loti.referral.store.KeyDestroyedException;
import london.loti.referral.store.ReferralStore;
import london.loti.referral.store.StoreException;
import london.loti.referral.store.StoredEvent;

/**
 * A store of an agency's own, in one text file, for one process and a few thousand events. One line an event or a key; what
 * belongs together ends with a line that says so, and what has no such end was never acknowledged. It keeps the contract:
 * {@code OwnStoreTest} runs {@code StoreContract} against it.
 */
public final class OwnStore implements ReferralStore {
    private static final String END = "end\n";
    private static final String DESTROYED = "";

    private final Path file;
    private List<StoredEvent> events = new ArrayList<>();
    private TreeMap<String, String> keys = new TreeMap<>();
    private FileChannel channel;

    /** Opens a file, or begins it; what has no end is cut off. */
    public OwnStore(Path file) {
        this.file = file;
        this.channel = io(() -> {
            FileChannel opened = open(file);
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            String whole = text.substring(0, text.lastIndexOf("\n" + END) + 1) + END;
            whole.lines().map(line -> line.split("\t", -1)).forEach(this::load);
            long length = text.contains("\n" + END) ? whole.getBytes(StandardCharsets.UTF_8).length : 0;
            return opened.truncate(length).position(length);
        });
    }

    @Override
    public synchronized Appended append(Append append) {
        List<StoredEvent> kept = ofCommand(append.command());
        if (!kept.isEmpty()) {
            return Appended.before(kept);
        }
        List<StoredEvent> stream = read(append.stream());
        if (stream.size() != append.expectedVersion()) {
            throw new ConcurrentChangeException(append.expectedVersion(), stream.size());
        }
        Instant last = stream.isEmpty() ? null : stream.get(stream.size() - 1).at();
        List<StoredEvent> linked = Chain.link(head(), append, last);
        write(linked.stream().map(OwnStore::line));
        events.addAll(linked);
        return Appended.now(linked);
    }

    @Override
    public synchronized List<StoredEvent> read(String stream) {
        return where(event -> event.stream().equals(stream));
    }

    @Override
    public synchronized List<StoredEvent> ofCommand(String command) {
        return where(event -> event.command().equals(command));
    }

    @Override
    public synchronized List<StoredEvent> after(long sequence, int limit) {
        return events.stream()
                .filter(event -> event.sequence() > sequence)
                .limit(Math.max(limit, 1))
                .toList();
    }

    @Override
    public synchronized List<String> streamsOf(String subject) {
        return where(event -> subject.equals(event.subject())).stream()
                .map(StoredEvent::stream)
                .distinct()
                .toList();
    }

    @Override
    public synchronized Chain.Head head() {
        return events.isEmpty() ? Chain.Head.EMPTY : Chain.head(events.get(events.size() - 1));
    }

    @Override
    public synchronized int erase(String stream, String subject) {
        Predicate<StoredEvent> meant =
                event -> event.stream().equals(stream) && subject.equals(event.subject()) && event.sealed() != null;
        int erased = where(meant).size();
        rewrite(
                events.stream()
                        .map(event -> meant.test(event) ? event.erased() : event)
                        .toList(),
                keys);
        return erased;
    }

    @Override
    public synchronized Optional<String> key(String subject) {
        return Optional.ofNullable(keys.get(subject)).filter(key -> !key.equals(DESTROYED));
    }

    @Override
    public synchronized String keepKey(String subject, String wrapped) {
        String kept = keys.get(subject);
        if (DESTROYED.equals(kept)) {
            throw new KeyDestroyedException();
        }
        if (kept == null) {
            write(Stream.of(line(subject, wrapped)));
            keys.put(subject, wrapped);
        }
        return kept == null ? wrapped : kept;
    }

    @Override
    public synchronized boolean replaceKey(String subject, String kept, String renewed) {
        boolean replaced = key(subject).filter(kept::equals).isPresent();
        if (replaced) {
            TreeMap<String, String> changed = new TreeMap<>(keys);
            changed.put(subject, renewed);
            rewrite(events, changed);
        }
        return replaced;
    }

    @Override
    public synchronized List<String> subjectsWithKey(String after, int limit) {
        return keys.tailMap(after, false).entrySet().stream()
                .filter(entry -> !entry.getValue().equals(DESTROYED))
                .map(Map.Entry::getKey)
                .limit(Math.max(limit, 1))
                .toList();
    }

    @Override
    public synchronized boolean destroyKey(String subject) {
        return key(subject).filter(kept -> replaceKey(subject, kept, DESTROYED)).isPresent();
    }

    @Override
    public synchronized void close() {
        io(() -> {
            channel.close();
            return channel;
        });
    }

    private List<StoredEvent> where(Predicate<StoredEvent> condition) {
        return events.stream().filter(condition).toList();
    }

    /** Adds lines, and their end; where that fails, takes back what was written of them. */
    private void write(Stream<String> lines) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines.collect(Collectors.joining()) + END);
        io(() -> {
            long before = channel.position();
            try {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            } catch (IOException e) {
                channel.truncate(before).position(before);
                throw e;
            }
            return channel;
        });
    }

    /** Puts another file in the place of this one, in one step, so that what was erased is in no file of ours any more. */
    private void rewrite(List<StoredEvent> newEvents, Map<String, String> newKeys) {
        String text = Stream.concat(
                        newEvents.stream().map(OwnStore::line),
                        newKeys.entrySet().stream().map(key -> line(key.getKey(), key.getValue())))
                .collect(Collectors.joining());
        channel = io(() -> {
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.deleteIfExists(next);
            FileChannel opened = open(next);
            try {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(text.isEmpty() ? "" : text + END);
                while (bytes.hasRemaining()) {
                    opened.write(bytes);
                }
                opened.force(true);
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                opened.close();
                throw e;
            }
            channel.close();
            return opened;
        });
        events = new ArrayList<>(newEvents);
        keys = new TreeMap<>(newKeys);
    }

    private void load(String[] f) {
        if (f[0].equals("key")) {
            keys.put(f[1], f[2]);
        } else if (f[0].equals("event")) {
            events.add(new StoredEvent(
                    Long.parseLong(f[1]),
                    f[2],
                    Long.parseLong(f[3]),
                    orNull(f[4]),
                    f[5],
                    Integer.parseInt(f[6]),
                    Instant.parse(f[7]),
                    f[8],
                    f[9],
                    f[10],
                    f[11],
                    orNull(f[12]),
                    orNull(f[13]),
                    f[14],
                    f[15]));
        }
    }

    /** No field holds a tab or an end of line: an event's texts have no control characters. */
    private static String line(StoredEvent e) {
        return Stream.of(
                        "event",
                        e.sequence(),
                        e.stream(),
                        e.version(),
                        orEmpty(e.subject()),
                        e.type(),
                        e.schemaVersion(),
                        e.at(),
                        e.actor(),
                        e.role(),
                        e.command(),
                        e.open(),
                        orEmpty(e.sealed()),
                        orEmpty(e.sealedDigest()),
                        e.previousHash(),
                        e.hash())
                .map(Object::toString)
                .collect(Collectors.joining("\t", "", "\n"));
    }

    private static String line(String subject, String wrapped) {
        return "key\t" + subject + "\t" + wrapped + "\n";
    }

    private static @Nullable String orNull(String field) {
        return field.isEmpty() ? null : field;
    }

    private static String orEmpty(@Nullable String field) {
        return field == null ? "" : field;
    }

    private static FileChannel open(Path file) throws IOException {
        FileChannel opened =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (opened.tryLock() == null) {
            throw new IOException("another process has the file");
        }
        return opened;
    }

    private interface Io<T> {
        T run() throws IOException;
    }

    private static <T> T io(Io<T> action) {
        try {
            return action.run();
        } catch (IOException e) {
            throw new StoreException("the file of the store failed", e);
        }
    }
}
