/** How fast an index is made, and how much memory it takes, beside a plain way of doing the same. */
@NullMarked
package london.loti.benchmarks.index;

import org.jspecify.annotations.NullMarked;
