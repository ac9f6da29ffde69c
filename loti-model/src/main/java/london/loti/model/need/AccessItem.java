package london.loti.model.need;

/**
 * What a resident needs to come online: the parts of a minimum access package. LOTI and the GLA named device, data and
 * skills (MD2809, 2021); support and accessibility are what later projects found missing.
 */
public enum AccessItem {
    /** A device that the resident can use at home and call their own. */
    DEVICE,
    /** A connection, and the means to pay for it. */
    DATA,
    /** Essential digital skills, and the confidence to use them. */
    SKILLS,
    /** Somebody to ask, at the start and afterwards. */
    SUPPORT,
    /** Adjustments, assistive technology, or a way that is not digital. */
    ACCESSIBILITY
}
