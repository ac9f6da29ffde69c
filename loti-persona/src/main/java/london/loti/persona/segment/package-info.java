/**
 * A segment is a group of rows of a sample that are more alike than others: the raw material of a persona, not a persona
 * yet. Whatever the method, its result is {@link london.loti.persona.segment.Segments}: the rows of a sample, each in
 * one segment. How well the rows sit in their segments, how far two divisions agree, and whether any number of
 * segments is convincing, can then be asked in the same way of all methods.
 *
 * <p>Segments are found in a sample, by number of row. They lead back to no resident, and a method always finds as many
 * as it is asked for, whether or not there are any: read the measures before the segments.
 *
 * <p>Start with {@link london.loti.persona.segment.SegmentNumbers}, which tries several numbers of segments around
 * medoids (people of the sample) or prototypes (means and most frequent answers) and says in words whether any is
 * convincing. {@link london.loti.persona.segment.SegmentInput} checks a sample before, and {@link
 * london.loti.persona.segment.DraftPersonas} makes a first draft of personas after.
 *
 * <p>{@link london.loti.persona.segment.LatentClasses} takes answers in categories for the traces of a class that
 * nobody asked for, and says for every row how likely each class is.
 */
@NullMarked
package london.loti.persona.segment;

import org.jspecify.annotations.NullMarked;
