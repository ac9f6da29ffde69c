package london.loti.referral.device;

import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;
import london.loti.model.need.ConceptRef;

/**
 * How the data of a device were removed. The serial number stays with the certificate at whoever wiped it.
 *
 * @param standard the code of the standard in the policy, {@code nist-800-88-rev-2} for example
 * @param level how far the data are beyond reach
 * @param tool the tool and its version, or how it was destroyed
 * @param verified whether somebody looked afterwards that nothing was left
 * @param by in whose role it was wiped
 * @param on the day
 * @param certificate the reference of the certificate
 * @param assuranceLevel the level that whoever wiped it may work at, 1 to 3; null where they have none
 */
public record WipingRecord(
        String standard,
        WipingLevel level,
        String tool,
        boolean verified,
        ConceptRef by,
        LocalDate on,
        String certificate,
        @Nullable Integer assuranceLevel) {
    /**
     * Checks that nothing is left out.
     *
     * @param standard the code of the standard
     * @param level how far the data are beyond reach
     * @param tool the tool and its version
     * @param verified whether somebody looked afterwards
     * @param by in whose role it was wiped
     * @param on the day
     * @param certificate the reference of the certificate
     * @param assuranceLevel 1 to 3; null where they have none
     */
    public WipingRecord {
        Require.code("a wiping record", "standard", standard);
        Objects.requireNonNull(level, "a wiping record needs its 'level'");
        Require.text(tool, "a wiping record needs its 'tool'");
        Objects.requireNonNull(by, "a wiping record needs the role 'by'");
        Objects.requireNonNull(on, "a wiping record needs the day 'on'");
        Require.text(certificate, "a wiping record needs the reference of its 'certificate'");
        if (assuranceLevel != null && (assuranceLevel < 1 || assuranceLevel > 3)) {
            throw new IllegalArgumentException("an assurance level must be 1, 2 or 3, but was " + assuranceLevel);
        }
    }
}
