package london.loti.referral.audit;

import java.util.List;

import london.loti.model.finding.Finding;

/**
 * What an audit found.
 *
 * @param events how many events were looked at
 * @param erased how many of them had their sealed part erased
 * @param head the end of the chain, to keep as the next checkpoint's
 * @param findings everything that is not as it was written, in the order of the store; empty where all is
 */
public record AuditReport(long events, long erased, String head, List<Finding> findings) {
    /**
     * Copies the list.
     *
     * @param events how many events were looked at
     * @param erased how many of them had their sealed part erased
     * @param head the end of the chain
     * @param findings everything that is not as it was written
     */
    public AuditReport {
        findings = List.copyOf(findings);
    }

    /** {@return whether everything is as it was written} */
    public boolean isIntact() {
        return findings.isEmpty();
    }
}
