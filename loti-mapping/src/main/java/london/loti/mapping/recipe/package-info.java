/**
 * A recipe says how an index is made: which indicators, which way each of them points, how they are put on one scale,
 * weighted and combined, and where every one of these choices comes from. It is a JSON document with a version and a
 * date, so that a borough can change a choice without changing code. Begin with
 * {@link london.loti.mapping.recipe.Recipe}.
 */
@NullMarked
package london.loti.mapping.recipe;

import org.jspecify.annotations.NullMarked;
