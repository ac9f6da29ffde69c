/** How fast residents are matched with personas and segments are found, and how much memory it takes. */
@NullMarked
package london.loti.benchmarks.persona;

import org.jspecify.annotations.NullMarked;
