/**
 * JSON is how loti's policies and results are written down. {@link london.loti.model.json.LotiJson} reads strictly,
 * with every problem named at once, and writes canonically: the same value gives the same bytes on every platform.
 */
@NullMarked
package london.loti.model.json;

import org.jspecify.annotations.NullMarked;
