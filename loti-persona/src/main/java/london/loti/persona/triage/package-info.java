/**
 * Triage is a short conversation that ends with what would bring somebody online. A
 * {@link london.loti.persona.triage.TriageForm} holds few questions in plain words,
 * {@link london.loti.persona.triage.TriageAnswers} what was answered, and
 * {@link london.loti.persona.triage.Triage} makes a {@link london.loti.persona.triage.PackageAdvice} of them: which parts
 * of a minimum access package are needed and why, what may help, and what is worth asking next.
 *
 * <p><b>Nobody is refused:</b> there is no such outcome. The answers advise a person, who decides with the resident and
 * keeps a {@link london.loti.model.governance.DecisionRecord}. <b>Unknown is not no:</b> who does not answer is offered
 * at least what they would be offered otherwise. No persona is used or stored.
 */
@NullMarked
package london.loti.persona.triage;

import org.jspecify.annotations.NullMarked;
