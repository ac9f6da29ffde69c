/**
 * What every store must do, as checks that a council runs against its own. They need no test library, so that they fit into
 * any: each check is a name and something to run.
 *
 * <p>Start with {@link london.loti.referral.store.contract.StoreContract}.
 */
@NullMarked
package london.loti.referral.store.contract;

import org.jspecify.annotations.NullMarked;
