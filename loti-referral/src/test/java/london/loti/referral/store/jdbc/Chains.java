package london.loti.referral.store.jdbc;

import java.util.List;

import london.loti.referral.store.Chain;
import london.loti.referral.store.ReferralStore;
import london.loti.referral.store.StoredEvent;

import static org.assertj.core.api.Assertions.assertThat;

/** The plain way to look at a whole chain. */
final class Chains {
    private Chains() {}

    /** The number of events of a chain that holds from its beginning to its head. */
    static long verified(ReferralStore store) {
        Chain.Head end = Chain.Head.EMPTY;
        List<StoredEvent> page = store.after(0, 1_000);
        while (!page.isEmpty()) {
            for (StoredEvent event : page) {
                assertThat(event.sequence()).isEqualTo(end.sequence() + 1);
                assertThat(event.previousHash()).isEqualTo(end.hash());
                assertThat(event.hash()).isEqualTo(Chain.hash(event));
                if (event.sealed() != null) {
                    assertThat(event.sealedDigest()).isEqualTo(Chain.digest(event.sealed()));
                }
                end = Chain.head(event);
            }
            page = store.after(end.sequence(), 1_000);
        }
        assertThat(store.head()).isEqualTo(end);
        return end.sequence();
    }
}
