package london.loti.referral.device;

import london.loti.model.codelist.Vocabulary;
import london.loti.model.json.LotiJson;
import london.loti.model.need.Codelist;

/** The codelists of the ledger and of allocations. A council may load its own in their place, under the same ids. */
public final class DeviceCodelists {
    private DeviceCodelists() {}

    /** {@return kinds of devices, {@code device-kinds}} */
    public static Codelist kinds() {
        return read("device-kinds", Codelist.class);
    }

    /** {@return grades of refurbished devices, {@code device-grades}} */
    public static Codelist grades() {
        return read("device-grades", Codelist.class);
    }

    /** {@return why a device was declined, released or returned, {@code device-reasons}} */
    public static Codelist reasons() {
        return read("device-reasons", Codelist.class);
    }

    /** {@return the nine of the Equality Act 2010, {@code protected-characteristics}} */
    public static Codelist protectedCharacteristics() {
        return read("protected-characteristics", Codelist.class);
    }

    /**
     * {@return a vocabulary with these codelists too}
     *
     * @param vocabulary the vocabulary without them
     */
    public static Vocabulary addedTo(Vocabulary vocabulary) {
        return vocabulary.with(kinds()).with(grades()).with(reasons()).with(protectedCharacteristics());
    }

    /** A document that lies beside this class. */
    static <T> T read(String name, Class<T> type) {
        String file = name + ".json";
        return LotiJson.bundled(file, DeviceCodelists.class.getResourceAsStream(file), type);
    }
}
