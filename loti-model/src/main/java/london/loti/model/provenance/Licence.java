package london.loti.model.provenance;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The terms under which a source may be used.
 *
 * @param id a short name, the SPDX identifier where there is one
 * @param name the full name
 * @param url where its text stands, or null
 * @param open whether anybody may use, change and pass on the data for any purpose, so that publishing it again
 *     discloses nothing new
 */
public record Licence(String id, String name, @Nullable String url, boolean open) {
    /** Most data of the United Kingdom's public sector. */
    public static final Licence OGL_3 = new Licence(
            "OGL-UK-3.0",
            "Open Government Licence v3.0",
            "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
            true);

    /** Data that nobody may pass on as it is: a council's own records, for example. */
    public static final Licence NOT_OPEN = new Licence("not-open", "Not open: for the holder's own use", null, false);

    private static final List<Licence> KNOWN = List.of(
            OGL_3,
            NOT_OPEN,
            new Licence(
                    "CC0-1.0",
                    "Creative Commons Zero v1.0 Universal",
                    "https://creativecommons.org/publicdomain/zero/1.0/",
                    true),
            new Licence(
                    "CC-BY-4.0",
                    "Creative Commons Attribution 4.0 International",
                    "https://creativecommons.org/licenses/by/4.0/",
                    true),
            new Licence(
                    "CC-BY-SA-4.0",
                    "Creative Commons Attribution Share Alike 4.0 International",
                    "https://creativecommons.org/licenses/by-sa/4.0/",
                    true),
            new Licence("MIT", "MIT License", "https://opensource.org/license/mit", true),
            new Licence("Apache-2.0", "Apache License 2.0", "https://www.apache.org/licenses/LICENSE-2.0", true));

    /**
     * Checks that it can be told apart.
     *
     * @param id a short name, the SPDX identifier where there is one
     * @param name the full name
     * @param url where its text stands, or null
     * @param open whether anybody may use, change and pass on the data for any purpose
     */
    public Licence {
        Objects.requireNonNull(id, "a licence needs an 'id'");
        Objects.requireNonNull(name, "a licence needs a 'name'");
    }

    /**
     * {@return the licence with this identifier; empty where loti does not know it}
     *
     * @param id an SPDX identifier, or {@code not-open}; case counts
     */
    public static Optional<Licence> find(String id) {
        return KNOWN.stream().filter(licence -> licence.id.equals(id)).findFirst();
    }

    /**
     * {@return the licence with this identifier}
     *
     * @param id an SPDX identifier, or {@code not-open}; case counts
     * @throws IllegalArgumentException if loti does not know it: give its name, link and openness instead
     */
    public static Licence of(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("a licence's id must be one that loti knows "
                + KNOWN.stream().map(Licence::id).toList() + ", but was '" + id + "'"
                + "\nMaybe give it as an object with 'id', 'name', 'url' and 'open'."));
    }
}
