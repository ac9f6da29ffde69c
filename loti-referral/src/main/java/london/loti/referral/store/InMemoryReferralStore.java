package london.loti.referral.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A store that forgets everything with the process: for tests and demonstrations. Thread-safe. */
public final class InMemoryReferralStore implements ReferralStore {
    private final List<StoredEvent> events = new ArrayList<>();
    private final Map<String, List<Integer>> streams = new LinkedHashMap<>();
    private final Map<String, List<Integer>> commands = new HashMap<>();
    private final Map<String, Set<String>> subjects = new HashMap<>();
    private final TreeMap<String, String> keys = new TreeMap<>();
    private final Set<String> destroyed = new HashSet<>();

    /** Starts empty. */
    public InMemoryReferralStore() {}

    @Override
    public synchronized List<StoredEvent> read(String stream) {
        return at(streams.getOrDefault(stream, List.of()));
    }

    @Override
    public synchronized Appended append(Append append) {
        if (commands.containsKey(append.command())) {
            return Appended.before(ofCommand(append.command()));
        }
        List<StoredEvent> known = read(append.stream());
        if (known.size() != append.expectedVersion()) {
            throw new ConcurrentChangeException(append.expectedVersion(), known.size());
        }
        Instant last = known.isEmpty() ? null : known.get(known.size() - 1).at();
        List<StoredEvent> linked = Chain.link(head(), append, last);
        for (StoredEvent event : linked) {
            int place = events.size();
            events.add(event);
            streams.computeIfAbsent(event.stream(), s -> new ArrayList<>()).add(place);
            commands.computeIfAbsent(event.command(), c -> new ArrayList<>()).add(place);
            String subject = event.subject();
            if (subject != null) {
                subjects.computeIfAbsent(subject, s -> new LinkedHashSet<>()).add(event.stream());
            }
        }
        return Appended.now(linked);
    }

    @Override
    public synchronized List<StoredEvent> ofCommand(String command) {
        return at(commands.getOrDefault(command, List.of()));
    }

    @Override
    public synchronized List<StoredEvent> after(long sequence, int limit) {
        int from = (int) Math.min(Math.max(sequence, 0), events.size());
        return List.copyOf(events.subList(from, (int) Math.min(events.size(), (long) from + Math.max(limit, 1))));
    }

    @Override
    public synchronized List<String> streamsOf(String subject) {
        return List.copyOf(subjects.getOrDefault(subject, Set.of()));
    }

    @Override
    public synchronized Chain.Head head() {
        return events.isEmpty() ? Chain.Head.EMPTY : Chain.head(events.get(events.size() - 1));
    }

    @Override
    public synchronized int erase(String stream, String subject) {
        int erased = 0;
        for (int place : streams.getOrDefault(stream, List.of())) {
            StoredEvent event = events.get(place);
            if (event.sealed() != null && Objects.equals(event.subject(), subject)) {
                events.set(place, event.erased());
                erased++;
            }
        }
        return erased;
    }

    @Override
    public synchronized Optional<String> key(String subject) {
        return Optional.ofNullable(keys.get(subject));
    }

    @Override
    public synchronized String keepKey(String subject, String wrapped) {
        if (destroyed.contains(subject)) {
            throw new KeyDestroyedException();
        }
        String kept = keys.putIfAbsent(subject, wrapped);
        return kept == null ? wrapped : kept;
    }

    @Override
    public synchronized boolean replaceKey(String subject, String kept, String renewed) {
        return keys.replace(subject, kept, renewed);
    }

    @Override
    public synchronized List<String> subjectsWithKey(String after, int limit) {
        return keys.tailMap(after, false).keySet().stream()
                .limit(Math.max(limit, 1))
                .toList();
    }

    @Override
    public synchronized boolean destroyKey(String subject) {
        boolean had = keys.remove(subject) != null;
        if (had) {
            destroyed.add(subject);
        }
        return had;
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    private List<StoredEvent> at(List<Integer> places) {
        return places.stream().map(events::get).toList();
    }
}
