/**
 * The workbench is loti's command line for researchers and analysts: from published tables to an index, a map and a
 * manifest by which anybody can recompute both. Begin with {@link london.loti.workbench.Loti}.
 */
@NullMarked
package london.loti.workbench;

import org.jspecify.annotations.NullMarked;
