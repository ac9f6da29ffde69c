package london.loti.referral.message;

import london.loti.model.finding.Require;

/**
 * Who writes.
 *
 * @param council the council's name as residents know it
 * @param phone the number to call back
 */
public record Letterhead(String council, String phone) {
    /**
     * Checks that both say something.
     *
     * @param council the council's name
     * @param phone the number to call back
     */
    public Letterhead {
        Require.text(council, "a letterhead needs the 'council'");
        Require.text(phone, "a letterhead needs a 'phone' number");
    }
}
