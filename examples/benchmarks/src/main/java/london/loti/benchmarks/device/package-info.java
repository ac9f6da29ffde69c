/** How fast scarce devices are allocated. */
@NullMarked
package london.loti.benchmarks.device;

import org.jspecify.annotations.NullMarked;
