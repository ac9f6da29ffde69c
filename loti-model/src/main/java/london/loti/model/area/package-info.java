/**
 * An area is a piece of land with a code and a vintage: the year of the geography that drew it. Most codes of 2011
 * and of 2021 are the same text for different land, so loti joins tables by vintage and code, never by code alone.
 * Begin with {@link london.loti.model.area.AreaTable}: one row an area, one column a metric, which every module reads.
 */
@NullMarked
package london.loti.model.area;

import org.jspecify.annotations.NullMarked;
