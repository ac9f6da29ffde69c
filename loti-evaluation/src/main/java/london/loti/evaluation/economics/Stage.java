package london.loti.evaluation.economics;

/**
 * The stages of a system's life in which it costs money, after Shaikh and Cornford 2011, Total cost of ownership of open
 * source software (London School of Economics for the Cabinet Office).
 */
public enum Stage {
    /** Finding and choosing it. */
    SEARCH,
    /** Buying or building it. */
    ACQUIRE,
    /** Fitting it to other systems and moving data in. */
    INTEGRATE,
    /** Running it. */
    HOST,
    /** Helping its users, and keeping it working. */
    SUPPORT,
    /** Patching and testing it against attack. */
    SECURE,
    /** Teaching its users. */
    TRAIN,
    /** Accessibility, data protection and other assurance. */
    ASSURE,
    /** Changing it to new needs. */
    CHANGE,
    /** Leaving it, and taking the data along. */
    EXIT
}
