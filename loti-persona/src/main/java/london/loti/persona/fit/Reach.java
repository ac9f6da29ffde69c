package london.loti.persona.fit;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;

import london.loti.persona.match.AbstainReason;
import london.loti.persona.match.BatchMatch;

/** Whom the personas of a bank reach: of how many enough is known, who is near one, who is suggested one. Exact. */
final class Reach {
    private final boolean[] known;
    private final boolean[] near;
    private final int[] nearTo;
    private final int[] suggestedTo;

    private Reach(int rows, int personas) {
        known = new boolean[rows];
        near = new boolean[rows];
        nearTo = new int[personas];
        suggestedTo = new int[personas];
    }

    static Reach of(BatchMatch batch) {
        Reach reach = new Reach(batch.size(), batch.bank().personas().size());
        for (int row = 0; row < batch.size(); row++) {
            Set<AbstainReason> reasons = batch.reasons(row);
            reach.known[row] = !reasons.contains(AbstainReason.TOO_LITTLE_KNOWN);
            reach.near[row] = reach.known[row] && !reasons.contains(AbstainReason.TOO_FAR);
            if (reach.near[row]) {
                reach.nearTo[batch.nearest(row)]++;
            }
            if (reasons.isEmpty()) {
                reach.suggestedTo[batch.nearest(row)]++;
            }
        }
        return reach;
    }

    /** The rows of whom enough is known. */
    int[] knownRows() {
        return IntStream.range(0, known.length).filter(row -> known[row]).toArray();
    }

    boolean isNear(int row) {
        return near[row];
    }

    int near(int persona) {
        return nearTo[persona];
    }

    int suggested(int persona) {
        return suggestedTo[persona];
    }

    int covered() {
        return Arrays.stream(nearTo).sum();
    }

    int suggested() {
        return Arrays.stream(suggestedTo).sum();
    }
}
