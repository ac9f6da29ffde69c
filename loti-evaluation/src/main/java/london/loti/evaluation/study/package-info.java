/**
 * The data of a study: a table with one row a person, a person and wave, or an area and period. A table knows from which
 * file and line each row is, so that what is wrong can be told where it stands, and keeps the hash of all that was read.
 * Start at {@link london.loti.evaluation.study.StudyReader}.
 */
@NullMarked
package london.loti.evaluation.study;

import org.jspecify.annotations.NullMarked;
