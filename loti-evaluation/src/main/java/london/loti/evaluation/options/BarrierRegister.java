package london.loti.evaluation.options;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import london.loti.model.finding.Checked;
import london.loti.model.json.LotiJson;

/**
 * The barriers to a change, with who deals with each.
 *
 * @param barriers the barriers, each id once
 */
public record BarrierRegister(List<Barrier> barriers) {
    /**
     * Copies the barriers.
     *
     * @param barriers the barriers
     * @throws IllegalArgumentException if an id comes twice
     */
    public BarrierRegister {
        barriers = List.copyOf(Objects.requireNonNull(barriers, "a register needs 'barriers'"));
        Set<String> ids = new HashSet<>();
        for (Barrier barrier : barriers) {
            if (!ids.add(barrier.id())) {
                throw new IllegalArgumentException(
                        "a barrier's id must come once, but '" + barrier.id() + "' comes twice");
            }
        }
    }

    /**
     * Reads a register.
     *
     * @param file a JSON document with the fields of this record
     * @return the register, or every problem that was found
     */
    public static Checked<BarrierRegister> read(Path file) {
        return LotiJson.read(file, BarrierRegister.class);
    }

    /** {@return the barriers that are not closed, the highest score first, equal ones by id} */
    public List<Barrier> standing() {
        return barriers.stream()
                .filter(barrier -> barrier.status() != Barrier.Status.CLOSED)
                .sorted(Comparator.comparingInt(Barrier::score).reversed().thenComparing(Barrier::id))
                .toList();
    }
}
