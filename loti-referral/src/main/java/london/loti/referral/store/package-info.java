/**
 * Where events are kept. A store is a list of events that only grows, cut into streams (one a referral, for example),
 * and a chain: every event carries the hash of the one before it, so that a change, a gap or a cut end shows.
 *
 * <p>Start with {@link london.loti.referral.store.ReferralStore}, which a council may implement on a database of its own.
 * What reaches a store is sealed already: it never sees who a resident is. {@link
 * london.loti.referral.store.InMemoryReferralStore} is for tests and demonstrations.
 */
@NullMarked
package london.loti.referral.store;

import org.jspecify.annotations.NullMarked;
