package london.loti.referral.device.allocation;

/**
 * What a floor does, and its shadow price: what would change if it were lower by one.
 *
 * @param floor the floor
 * @param met how many of those whom it counts are offered a device
 * @param metWithoutFloors how many would be if there were no floors at all
 * @param oneLessMeets how many more needs would be met if it were one lower
 * @param oneLessSaves by how many points the total would fall if it were one lower
 */
public record FloorUse(Floor floor, int met, int metWithoutFloors, long oneLessMeets, long oneLessSaves) {
    /** {@return the floor in plain words} */
    public String words() {
        String words = ProposalWords.sentence(floor.words()) + ": " + met + " offered; " + metWithoutFloors
                + " without any floors. One fewer would " + ProposalWords.change(oneLessMeets, oneLessSaves) + ".";
        Floor.Justification why = floor.justification();
        return why == null
                ? words
                : words + " On the protected characteristic " + floor.characteristic() + ", decided on "
                        + why.decidedOn() + " by " + why.decidedBy() + " on this basis: " + why.legalBasis()
                        + ". Reason: " + why.reason();
    }
}
