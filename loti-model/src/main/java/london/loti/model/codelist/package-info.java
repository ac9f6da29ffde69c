/**
 * The codelists, crosswalks and the grid of needs that come with loti, as versioned JSON with source and date, and the
 * reading of a council's own. Begin at {@link london.loti.model.codelist.Codelists}; what a codelist is, says
 * {@link london.loti.model.need.Codelist}.
 */
@NullMarked
package london.loti.model.codelist;

import org.jspecify.annotations.NullMarked;
