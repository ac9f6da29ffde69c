/**
 * An intervention is a kind of help: a data SIM, a class, a visit at home. An
 * {@link london.loti.persona.intervention.InterventionCatalogue} says what each provides, and how sure anybody can be
 * that it works: an {@link london.loti.persona.intervention.EvidenceRating} on a published scale, with whom, where and
 * when it was tried and what was found. An {@link london.loti.persona.intervention.InterventionTable} lays it beside
 * the personas of a bank, and shows the needs that nothing helps.
 *
 * <p><b>Unrated is not the lowest level:</b> nobody has looked, or nobody could. Levels of two scales are never
 * compared or averaged. A level says how sure a finding is, and not that it is a good one: read what was found.
 */
@NullMarked
package london.loti.persona.intervention;

import org.jspecify.annotations.NullMarked;
