package london.loti.referral.directory.openreferral;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import london.loti.referral.directory.openreferral.RuleTable.Kind;

/** Counts what a writer leaves out. */
final class Losses {
    private final Map<Key, Long> counts = new TreeMap<>(
            Comparator.comparing(Key::reason).thenComparing(Key::kind).thenComparing(Key::field));

    void noPlace(Kind kind, String field) {
        add(kind.name(), field, Loss.Reason.NO_PLACE);
    }

    void add(String kind, String field, Loss.Reason reason) {
        counts.merge(new Key(kind, field, reason), 1L, Long::sum);
    }

    /** In the order of reason, kind and field. */
    List<Loss> toList() {
        return counts.entrySet().stream()
                .map(e -> new Loss(
                        e.getKey().kind(), e.getKey().field(), e.getKey().reason(), e.getValue()))
                .toList();
    }

    private record Key(String kind, String field, Loss.Reason reason) {}
}
