/**
 * An evaluation says whether a programme helped, whom, by how much and how surely, and whether it was worth its cost. It
 * reports an effect with its interval, and claims no more than the design allows.
 */
@NullMarked
package london.loti.evaluation;

import org.jspecify.annotations.NullMarked;
