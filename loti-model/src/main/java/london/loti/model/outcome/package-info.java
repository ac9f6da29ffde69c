/**
 * What a programme is meant to change, and what was seen of it. A theory of change says by which steps a programme leads
 * from what is put in to what it is for, what each step takes for granted, and which measure would show it. A measure says
 * what a number means and which way is better; an observation is one such number of one person at one time. Referral
 * feedback makes observations, evaluation reads them: these are the words that both share. Start at
 * {@link london.loti.model.outcome.TheoryOfChange} or {@link london.loti.model.outcome.OutcomeMeasure}.
 */
@NullMarked
package london.loti.model.outcome;

import org.jspecify.annotations.NullMarked;
