/**
 * A map page is one HTML file that shows an index to people: a map, a card for each area, a table and the method,
 * without a network. {@link london.loti.mapping.map.MapPage} makes it, and only of a table that has passed a
 * disclosure rule.
 */
@NullMarked
package london.loti.mapping.map;

import org.jspecify.annotations.NullMarked;
