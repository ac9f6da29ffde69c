package london.loti.referral.store.contract;

import java.util.Optional;

import london.loti.referral.store.ReferralStore;

/** How the contract gets stores to check. Nothing but the contract may use their data meanwhile. */
public interface StoreFixture {
    /** {@return a store in which nothing is; each call gives another one, whose data are apart} */
    ReferralStore empty();

    /**
     * {@return a second store on the same data, as another process has it at the same time; the store itself where only one
     * process may use it}
     *
     * @param store what {@link #empty} returned last; it is in use
     */
    default ReferralStore beside(ReferralStore store) {
        return store;
    }

    /**
     * {@return a store on the data of the one that {@link #empty} returned last and that was closed since, as after a
     * restart; empty where nothing outlives the process}
     */
    default Optional<ReferralStore> reopened() {
        return Optional.empty();
    }
}
