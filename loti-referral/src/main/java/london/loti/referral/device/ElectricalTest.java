package london.loti.referral.device;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A look at a device's electrical safety.
 *
 * @param method how
 * @param passed whether it may be used
 * @param on the day
 */
public record ElectricalTest(Method method, boolean passed, LocalDate on) {
    /** How it was tested. */
    public enum Method {
        /** Portable appliance testing with an instrument, of device and charger. */
        PAT,
        /** A look at case, cable and charger, for what does not plug into the mains itself. */
        VISUAL
    }

    /**
     * Checks that nothing is absent.
     *
     * @param method how
     * @param passed whether it may be used
     * @param on the day
     */
    public ElectricalTest {
        Objects.requireNonNull(method, "a test needs its 'method'");
        Objects.requireNonNull(on, "a test needs the day 'on'");
    }
}
