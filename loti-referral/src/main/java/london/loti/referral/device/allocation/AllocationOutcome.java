package london.loti.referral.device.allocation;

import java.util.List;
import java.util.function.Function;

/** What comes of asking for an allocation: a proposal, or floors that can't hold together. Never a floor that gave way. */
public sealed interface AllocationOutcome {
    /**
     * There is a proposal that keeps all floors.
     *
     * @param proposal the proposal
     */
    record Proposed(AllocationProposal proposal) implements AllocationOutcome {}

    /**
     * The floors can't hold together.
     *
     * @param floors floors that can't hold together; without any one of them the others could
     * @param most how many each of them could reach if it stood alone and everything went there
     */
    record FloorsConflict(List<Floor> floors, List<Integer> most) implements AllocationOutcome {
        /**
         * Copies the lists.
         *
         * @param floors floors that can't hold together
         * @param most how many each could reach alone
         */
        public FloorsConflict {
            floors = List.copyOf(floors);
            most = List.copyOf(most);
        }

        /** {@return what is wrong, in plain words} */
        public String words() {
            StringBuilder words = new StringBuilder(
                    floors.size() == 1
                            ? "this floor can't hold with the stock and the needs there are:"
                            : "these floors can't hold together, though they could if any one of them were left out:");
            for (int f = 0; f < floors.size(); f++) {
                words.append(f == 0 ? " " : "; ")
                        .append(floors.get(f).words())
                        .append(" (alone it could reach ")
                        .append(most.get(f))
                        .append(')');
            }
            return words.append("\nMaybe lower one of them; none is lowered by itself.")
                    .toString();
        }
    }

    /**
     * {@return what one of two functions makes of the outcome}
     *
     * @param <R> what both make
     * @param proposed for a proposal
     * @param conflict for floors that can't hold
     */
    default <R> R fold(
            Function<? super AllocationProposal, ? extends R> proposed,
            Function<? super FloorsConflict, ? extends R> conflict) {
        return this instanceof Proposed p ? proposed.apply(p.proposal()) : conflict.apply((FloorsConflict) this);
    }
}
