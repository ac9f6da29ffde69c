/**
 * The invented borough is a London borough that does not exist: wards, LSOAs, boundaries and indicators that look like
 * those of a real one, drawn from a seed. It lies out at sea and its codes are outside the blocks in use, so that
 * nobody can take it for somebody's home. {@link london.loti.examples.borough.InventedBorough} is where to begin.
 */
@NullMarked
package london.loti.examples.borough;

import org.jspecify.annotations.NullMarked;
