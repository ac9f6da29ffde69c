package london.loti.referral.device.allocation;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * Devices that are as good as each other for whoever gets one: so many of a make and grade. Never a single device with
 * its serial number; which one of the class it will be is decided when it is reserved.
 *
 * @param code its code, which names a column of points in a list of needs
 * @param label its name for readers
 * @param count how many are in stock
 * @param wifiOnly whether it is online with wifi alone, and not with mobile data
 * @param needsContract whether it is of use with a broadband contract only
 * @param supportEnds the last day of security updates of its operating system; null where nobody knows
 */
public record StockClass(
        String code,
        String label,
        int count,
        boolean wifiOnly,
        boolean needsContract,
        @Nullable LocalDate supportEnds) {
    /** The most devices of a class. */
    static final int MOST = 100_000;

    /**
     * Checks code, label and number.
     *
     * @param code its code
     * @param label its name for readers
     * @param count how many are in stock, 0 to 100,000
     * @param wifiOnly whether it is online with wifi alone
     * @param needsContract whether it is of use with a broadband contract only
     * @param supportEnds the last day of security updates; null where nobody knows
     * @throws IllegalArgumentException if the number is another one or a text has another form
     */
    public StockClass {
        Require.code("a class of devices", code);
        Require.text(label, "a class of devices needs a 'label'");
        if (count < 0 || count > MOST) {
            throw new IllegalArgumentException("a class of devices must have 0 to " + MOST + " of them");
        }
    }

    /** {@return the same class with another number of devices} */
    StockClass withCount(int devices) {
        return new StockClass(code, label, devices, wifiOnly, needsContract, supportEnds);
    }
}
