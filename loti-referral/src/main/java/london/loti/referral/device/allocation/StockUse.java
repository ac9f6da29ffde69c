package london.loti.referral.device.allocation;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of a class of devices, and its shadow price: what one more of them would change if all were allocated
 * anew under the same floors.
 *
 * @param stockClass the code of the class
 * @param label its name for readers
 * @param count how many there are
 * @param offered how many are offered
 * @param outOfUse why none of them may go out, as a sentence; null where they may
 * @param oneMoreMeets how many more needs one more device would meet, 0 or 1
 * @param oneMoreSaves by how many points the total would fall; negative where a need more is met and its points count
 */
public record StockUse(
        String stockClass,
        String label,
        int count,
        int offered,
        @Nullable String outOfUse,
        long oneMoreMeets,
        long oneMoreSaves) {
    /** {@return the class in plain words} */
    public String words() {
        String use = ProposalWords.sentence(label) + ": " + offered + " of " + count + " offered. ";
        if (outOfUse != null) {
            return use + outOfUse;
        }
        return use + "One more would " + ProposalWords.change(oneMoreMeets, oneMoreSaves) + ".";
    }
}
