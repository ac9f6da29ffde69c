/** How fast an evaluation is, beside a plain way of doing the same. */
@NullMarked
package london.loti.benchmarks.evaluation;

import org.jspecify.annotations.NullMarked;
