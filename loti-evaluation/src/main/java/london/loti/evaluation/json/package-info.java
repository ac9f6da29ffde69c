/**
 * An effect as JSON: {@code result.json}, which other tools can read and a report can be made of later.
 * {@link london.loti.evaluation.json.ResultFile} is its form.
 */
@NullMarked
package london.loti.evaluation.json;

import org.jspecify.annotations.NullMarked;
