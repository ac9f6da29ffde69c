/**
 * A source table is a published CSV file with one row an area. {@link london.loti.mapping.source.TableReader} turns
 * one or several into an {@link london.loti.model.area.AreaTable}, and refuses to join geographies of different years.
 */
@NullMarked
package london.loti.mapping.source;

import org.jspecify.annotations.NullMarked;
