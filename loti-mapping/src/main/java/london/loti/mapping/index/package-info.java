/**
 * An index is one number an area, made of many by a recipe: values are put on one scale, weighted and combined, and
 * areas are ranked, rank 1 being the highest estimated need. {@link london.loti.mapping.index.IndexBuilder} makes it;
 * {@link london.loti.mapping.index.AreaIndex} holds it and explains every area's score by the same code.
 */
@NullMarked
package london.loti.mapping.index;

import org.jspecify.annotations.NullMarked;
