package london.loti.mapping.recipe;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.area.AreaVintage;

/**
 * Where a table's codes, names and parents stand, when their headers follow no custom. What is left out is found by
 * its header: {@code lsoa21_code}, {@code LSOA21NM}, {@code ward24_code} and so on.
 *
 * @param code the column of area codes; null to find it
 * @param name the column of area names; null to find it
 * @param parents the columns of larger areas, in place of those that would be found
 */
public record ColumnMapping(@Nullable String code, @Nullable String name, List<Parent> parents) {
    /** Everything is found by its header. */
    public static final ColumnMapping BY_HEADER = new ColumnMapping(null, null, List.of());

    /**
     * The larger areas of one geography.
     *
     * @param vintage their geography and year
     * @param code the column of their codes
     * @param name the column of their names; null where there is none
     */
    public record Parent(
            AreaVintage vintage, String code, @Nullable String name) {
        /**
         * Checks that nothing needed is absent.
         *
         * @param vintage the geography and year of the larger areas
         * @param code the header of the column of their codes
         * @param name the header of the column of their names; null where there is none
         */
        public Parent {
            Objects.requireNonNull(vintage, "a parent needs a 'vintage', for example ltla24");
            Objects.requireNonNull(code, "a parent needs a 'code': the column of its codes");
        }
    }

    /**
     * Copies the list.
     *
     * @param code the header of the column of area codes; null to find it
     * @param name the header of the column of area names; null to find it
     * @param parents the columns of larger areas; a document may leave them out
     */
    public ColumnMapping {
        parents = List.copyOf(Objects.requireNonNullElse(parents, List.of()));
    }

    /**
     * {@return the same mapping with another column of codes}
     *
     * @param column its header; null changes nothing
     */
    public ColumnMapping withCode(@Nullable String column) {
        return column == null ? this : new ColumnMapping(column, name, parents);
    }
}
