package london.loti.model.provenance;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A published source of data, or of a choice that a method makes.
 *
 * @param id the short name by which a recipe refers to it
 * @param title its title as published
 * @param publisher who stands behind it
 * @param date the date or period it describes or appeared in, as its publisher writes it
 * @param url where it is published, or null
 * @param licence its terms
 * @param note what a reader must know, for example that a fact in it is unverified; or null
 */
public record Source(
        String id,
        String title,
        String publisher,
        String date,
        @Nullable String url,
        Licence licence,
        @Nullable String note) {

    /**
     * Checks that nothing needed is absent.
     *
     * @param id the short name by which a recipe refers to it
     * @param title its title as published
     * @param publisher who stands behind it
     * @param date the date or period it describes or appeared in, as its publisher writes it
     * @param url where it is published, or null
     * @param licence its terms
     * @param note what a reader must know, or null
     */
    public Source {
        Objects.requireNonNull(id, "a source needs an 'id'");
        Objects.requireNonNull(title, "a source needs a 'title'");
        Objects.requireNonNull(publisher, "a source needs a 'publisher'");
        Objects.requireNonNull(date, "a source needs a 'date'");
        Objects.requireNonNull(licence, "a source needs a 'licence'");
    }
}
