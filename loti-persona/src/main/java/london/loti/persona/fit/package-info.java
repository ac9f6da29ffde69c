/**
 * Fit is how well a bank of personas stands for the people it is used for: how many they are, and whether groups fare
 * alike. {@link london.loti.persona.fit.Proportion} is a share of people with its interval,
 * {@link london.loti.persona.fit.Prevalence} how many people have every trait that defines a persona,
 * {@link london.loti.persona.fit.ContingencyTable} whether two traits go together, and
 * {@link london.loti.persona.fit.FairnessAudit} whether groups are selected alike.
 */
@NullMarked
package london.loti.persona.fit;

import org.jspecify.annotations.NullMarked;
