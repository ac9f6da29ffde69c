package london.loti.model.service;

/** Whether a service is given: HSDS {@code status}. */
public enum ServiceStatus {
    /** It is given. */
    ACTIVE,
    /** It is not given now, and may be again. */
    INACTIVE,
    /** It is not given any more. */
    DEFUNCT,
    /** It is closed for a while. */
    TEMPORARILY_CLOSED
}
