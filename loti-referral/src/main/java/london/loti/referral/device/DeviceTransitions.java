package london.loti.referral.device;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What may happen to a device in which state, and the state that follows: one table, which {@link #table()} shows as it
 * stands. What else must hold is a matter of {@link DevicePolicy}.
 */
public final class DeviceTransitions {
    /** A line an event, a column a state; a dot is "may not happen". */
    private static final String TABLE = """
                                  NONE     OFFERED   DECLINED COLLECTED WIPED    TESTED   GRADED   IN_STOCK RESERVED ISSUED   RETURNED  RECYCLED LOST
            OFFERED               OFFERED  .         .        .         .        .        .        .        .        .        .         .        .
            DECLINED              .        DECLINED  .        .         .        .        .        .        .        .        .         .        .
            COLLECTED             .        COLLECTED .        .         .        .        .        .        .        .        .         .        .
            OWNERSHIP_TRANSFERRED .        OFFERED   .        COLLECTED WIPED    TESTED   GRADED   .        .        .        RETURNED  .        .
            WIPED                 .        .         .        WIPED     WIPED    .        .        .        .        .        WIPED     .        .
            TESTED                .        .         .        .         TESTED   TESTED   GRADED   IN_STOCK .        .        .         .        .
            GRADED                .        .         .        .         .        GRADED   GRADED   GRADED   .        .        .         .        .
            STOCKED               .        .         .        .         .        .        IN_STOCK .        .        .        .         .        .
            RESERVED              .        .         .        .         .        .        .        RESERVED .        .        .         .        .
            RELEASED              .        .         .        .         .        .        .        .        IN_STOCK .        .         .        .
            ISSUED                .        .         .        .         .        .        .        .        ISSUED   .        .         .        .
            MOVED_WITH_RESIDENT   .        .         .        .         .        .        .        .        .        ISSUED   .         .        .
            RETURNED              .        .         .        .         .        .        .        .        .        RETURNED .         .        .
            RECYCLED              .        .         .        .         RECYCLED RECYCLED RECYCLED RECYCLED .        .        .         .        .
            LOST                  .        .         .        LOST      LOST     LOST     LOST     LOST     LOST     LOST     LOST      .        .
            FOUND                 .        .         .        .         .        .        .        .        .        .        .         .        RETURNED
            """;

    private static final Map<DeviceEvent.Kind, Map<DeviceState, DeviceState>> NEXT = parse();

    private DeviceTransitions() {}

    /**
     * {@return the state after an event; empty where the event may not happen}
     *
     * @param state the state before
     * @param event what happens
     */
    public static Optional<DeviceState> next(DeviceState state, DeviceEvent.Kind event) {
        return Optional.ofNullable(row(event).get(state));
    }

    /**
     * {@return what may happen in a state, in the order of the table}
     *
     * @param state a state
     */
    public static List<DeviceEvent.Kind> possible(DeviceState state) {
        return Arrays.stream(DeviceEvent.Kind.values())
                .filter(event -> row(event).containsKey(state))
                .toList();
    }

    /** {@return the table as text: a line an event, a column a state, a dot where the event may not happen} */
    public static String table() {
        return TABLE;
    }

    private static Map<DeviceState, DeviceState> row(DeviceEvent.Kind event) {
        return Objects.requireNonNull(NEXT.get(event));
    }

    private static Map<DeviceEvent.Kind, Map<DeviceState, DeviceState>> parse() {
        List<List<String>> lines = TABLE.lines()
                .map(line -> Arrays.stream(line.strip().split(" +", -1)).toList())
                .toList();
        List<DeviceState> states =
                lines.get(0).stream().map(DeviceState::valueOf).collect(Collectors.toList());
        Map<DeviceEvent.Kind, Map<DeviceState, DeviceState>> table = new EnumMap<>(DeviceEvent.Kind.class);
        for (List<String> line : lines.subList(1, lines.size())) {
            Map<DeviceState, DeviceState> row = new EnumMap<>(DeviceState.class);
            for (int column = 1; column < line.size(); column++) {
                if (!line.get(column).equals(".")) {
                    row.put(states.get(column - 1), DeviceState.valueOf(line.get(column)));
                }
            }
            table.put(DeviceEvent.Kind.valueOf(line.get(0)), row);
        }
        return table;
    }
}
