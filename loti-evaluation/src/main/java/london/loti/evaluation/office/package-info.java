/**
 * The files of office programs: zips of XML parts (Office Open XML, ECMA-376). Documents and workbooks are made of the same
 * two things, texts that are safe inside markup and parts in a zip that is the same bytes each time. Not exported.
 */
@NullMarked
package london.loti.evaluation.office;

import org.jspecify.annotations.NullMarked;
