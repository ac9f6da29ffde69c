package london.loti.referral.device.allocation;

import java.util.List;

/**
 * Which class goes to which need, and what that costs.
 *
 * @param shipments what goes where, by need and then by class; needs that go unmet have none
 * @param points the total, with the penalties of needs that go unmet where the problem has penalties
 * @param met how many are met
 * @param unmet how many go unmet
 * @param oneMore what one more device of each class would change, by class
 */
public record TransportSolution(List<Shipment> shipments, long points, int met, int unmet, List<OneMore> oneMore) {
    /**
     * Some devices of one class for one need.
     *
     * @param need which need
     * @param stock which class
     * @param units how many
     */
    public record Shipment(int need, int stock, int units) {}

    /**
     * The shadow price: what one more device would change, if all were then given out anew.
     *
     * @param met how many more needs would be met, 0 or 1
     * @param points by how much the total would fall; negative where a need more is met and its points are added
     */
    public record OneMore(int met, long points) {}

    /**
     * Copies the lists.
     *
     * @param shipments what goes where
     * @param points the total
     * @param met how many are met
     * @param unmet how many go unmet
     * @param oneMore what one more device of each class would change
     */
    public TransportSolution {
        shipments = List.copyOf(shipments);
        oneMore = List.copyOf(oneMore);
    }
}
