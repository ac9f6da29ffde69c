package london.loti.referral.device;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A device, by an id that means nothing outside the scheme. Its serial number, IMEI or network address stays on the
 * certificate at the workshop: they lead to whoever had the device before.
 *
 * @param value 4 to 40 letters, digits and hyphens
 */
public record DeviceId(String value) implements Comparable<DeviceId> {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{4,40}");
    private static final Pattern IMEI = Pattern.compile("[0-9]{14,16}");
    private static final Pattern NETWORK_ADDRESS = Pattern.compile("(?i)[0-9a-f]{2}(-[0-9a-f]{2}){5}");

    /**
     * Checks the form, and that it is no number that others know the device by.
     *
     * @param value 4 to 40 letters, digits and hyphens
     * @throws IllegalArgumentException if it has another form, or that of an IMEI or a network address; the message does
     *     not repeat it
     */
    public DeviceId {
        Objects.requireNonNull(value, "a device needs an id");
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a device's id must be 4 to 40 letters, digits and hyphens");
        }
        if (IMEI.matcher(value.replace("-", "")).matches()
                || NETWORK_ADDRESS.matcher(value).matches()) {
            throw new IllegalArgumentException("a device's id must be opaque, and no IMEI or network address\nMaybe"
                    + " number the devices of the scheme.");
        }
    }

    @Override
    public int compareTo(DeviceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
