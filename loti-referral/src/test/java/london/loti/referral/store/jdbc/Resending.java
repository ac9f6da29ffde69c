package london.loti.referral.store.jdbc;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

import london.loti.referral.store.Append;
import london.loti.referral.store.Appended;
import london.loti.referral.store.Chain;
import london.loti.referral.store.ReferralStore;
import london.loti.referral.store.StoreException;
import london.loti.referral.store.StoredEvent;

/**
 * Sends again what failed, as a careful caller does. What an erasure, a destroyed or a replaced key answers the second time
 * is another thing than the first time, so faults spare those.
 */
final class Resending implements ReferralStore {
    private static final ThreadLocal<Boolean> SPARED = ThreadLocal.withInitial(() -> false);
    private static final int TIMES = 50;

    private final ReferralStore store;

    private Resending(ReferralStore store) {
        this.store = store;
    }

    static ReferralStore on(DataSource dataSource) {
        return new Resending(again(() -> JdbcStores.of(dataSource)));
    }

    static boolean isSpared() {
        return SPARED.get();
    }

    private static <T> T again(Supplier<T> action) {
        StoreException last = null;
        for (int i = 0; i < TIMES; i++) {
            try {
                return action.get();
            } catch (StoreException e) {
                last = e;
            }
        }
        throw new IllegalStateException("it failed too often", last);
    }

    private static <T> T spared(Supplier<T> action) {
        SPARED.set(true);
        try {
            return action.get();
        } finally {
            SPARED.set(false);
        }
    }

    @Override
    public List<StoredEvent> read(String stream) {
        return again(() -> store.read(stream));
    }

    @Override
    public Appended append(Append append) {
        return again(() -> store.append(append));
    }

    @Override
    public List<StoredEvent> ofCommand(String command) {
        return again(() -> store.ofCommand(command));
    }

    @Override
    public List<StoredEvent> after(long sequence, int limit) {
        return again(() -> store.after(sequence, limit));
    }

    @Override
    public List<String> streamsOf(String subject) {
        return again(() -> store.streamsOf(subject));
    }

    @Override
    public Chain.Head head() {
        return again(store::head);
    }

    @Override
    public int erase(String stream, String subject) {
        return spared(() -> store.erase(stream, subject));
    }

    @Override
    public Optional<String> key(String subject) {
        return again(() -> store.key(subject));
    }

    @Override
    public String keepKey(String subject, String wrapped) {
        return again(() -> store.keepKey(subject, wrapped));
    }

    @Override
    public boolean replaceKey(String subject, String kept, String renewed) {
        return spared(() -> store.replaceKey(subject, kept, renewed));
    }

    @Override
    public List<String> subjectsWithKey(String after, int limit) {
        return again(() -> store.subjectsWithKey(after, limit));
    }

    @Override
    public boolean destroyKey(String subject) {
        return spared(() -> store.destroyKey(subject));
    }

    @Override
    public void close() {
        store.close();
    }
}
