/**
 * A proposal is what was learnt from people who were helped, put so that somebody can decide on it: which value of which
 * document should be another, or what somebody should look at; from which numbers; and what speaks against it. It changes
 * nothing. There is no method that applies one: an accepted proposal is handed over as a JSON Patch (RFC 6902), which
 * refuses a document that has changed since.
 *
 * <p>The documents are the recipe of an index, a bank of personas and a directory of services. They belong to other
 * modules, so a proposal speaks of them by id, version and JSON Pointer (RFC 6901) only.
 *
 * <p>Three calculators make proposals: {@link london.loti.evaluation.proposal.ServiceSuccess},
 * {@link london.loti.evaluation.proposal.ClaimedShare} and {@link london.loti.evaluation.proposal.AreaGap}. All of them
 * see counts of people only as a disclosure rule shows them, so that a proposal tells nothing that the counts may not. Put
 * those of a round together in {@link london.loti.evaluation.proposal.Proposals}, decide, and read what is open and
 * accepted from a {@link london.loti.evaluation.proposal.Review}.
 */
@NullMarked
package london.loti.evaluation.proposal;

import org.jspecify.annotations.NullMarked;
