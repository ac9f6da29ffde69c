package london.loti.referral.device;

import java.util.Optional;

/**
 * Says how the data of a device were removed: for whoever had it before, and for an auditor. It names nobody and no
 * serial number; the certificate that it refers to, at whoever wiped it, has that.
 *
 * @param device which device
 * @param offered what it is
 * @param record how its data were removed
 */
public record WipingCertificate(DeviceId device, DeviceEvent.Offered offered, WipingRecord record) {
    /**
     * {@return the certificate as plain text}
     *
     * @param policy where the standard's title stands
     */
    public String text(DevicePolicy policy) {
        String standard = policy.standard(record.standard())
                .map(DevicePolicy.Standard::title)
                .orElse(record.standard());
        String level = Optional.ofNullable(record.assuranceLevel())
                .map(l -> "Assurance level: " + l + "\n")
                .orElse("");
        return "CERTIFICATE OF DATA WIPING\n\n"
                + "Device: " + device + "\n"
                + "Kind and make class: " + offered.device().code() + ", " + offered.makeClass() + "\n"
                + "Standard: " + standard + "\n"
                + "Level: " + record.level().word() + "\n"
                + level
                + "Tool: " + record.tool() + "\n"
                + "Verified afterwards: " + (record.verified() ? "yes" : "no") + "\n"
                + "Wiped by: " + record.by().code() + "\n"
                + "On: " + record.on() + "\n"
                + "Certificate of the workshop: " + record.certificate() + "\n";
    }
}
