/**
 * Fit is how well a bank of personas stands for the people it is used for: how many they are, whether groups fare alike,
 * and how much an area's figures can say of people who have several traits at once.
 *
 * <p>Start from {@link london.loti.persona.fit.BankFit}, which asks all of it at once of the matches of a sample;
 * {@link london.loti.persona.fit.BankMoves} compares two banks. The parts stand by themselves:
 * {@link london.loti.persona.fit.Proportion} is a share with its interval,
 * {@link london.loti.persona.fit.Prevalence} how many people have every trait that defines a persona,
 * {@link london.loti.persona.fit.ContingencyTable} whether two traits go together, and
 * {@link london.loti.persona.fit.FairnessAudit} whether groups are selected alike. Of areas:
 * {@link london.loti.persona.fit.PersonaBounds} says between which shares a persona must lie where only the shares of
 * its traits are published.
 *
 * <p>The two halves do not meet. What holds for an area need not hold for anybody who lives there (Robinson 1950,
 * <a href="https://doi.org/10.2307/2087176">doi:10.2307/2087176</a>), so no type leads from one to the other.
 */
@NullMarked
package london.loti.persona.fit;

import org.jspecify.annotations.NullMarked;
