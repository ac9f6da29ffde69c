package london.loti.model.service;

/** What a location or an address is good for: HSDS {@code location_type} and {@code address_type}. */
public enum LocationType {
    /** One can go there. */
    PHYSICAL,
    /** One can write there. */
    POSTAL,
    /** One can reach it by telephone or over the internet only. */
    VIRTUAL
}
