package london.loti.referral.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import london.loti.referral.store.Append;
import london.loti.referral.store.Appended;
import london.loti.referral.store.Chain;
import london.loti.referral.store.ConcurrentChangeException;
import london.loti.referral.store.KeyDestroyedException;
import london.loti.referral.store.ReferralStore;
import london.loti.referral.store.StoredEvent;

/**
 * Keeps events in a database. An append locks the one row that holds the end of the chain until its transaction is over; so
 * the order of sequences is the order in which appends become visible, and a reader sees no gap.
 */
final class JdbcReferralStore implements ReferralStore {
    private static final String HEAD = """
            SELECT sequence, hash
            FROM loti_referral_chain
            WHERE id = 1
            """;

    private static final String LOCK = HEAD + "FOR UPDATE";

    private static final String ADVANCE = """
            UPDATE loti_referral_chain
            SET sequence = ?, hash = ?
            WHERE id = 1
            """;

    private static final String UNIQUE_VIOLATION = "23505";

    private final Transactions transactions;

    JdbcReferralStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Appended append(Append append) {
        return transactions.write("appended", connection -> {
            Chain.Head head = head(connection, LOCK);
            EventTable events = new EventTable(connection);
            List<StoredEvent> kept = events.ofCommand(append.command());
            if (!kept.isEmpty()) {
                return Appended.before(kept);
            }
            EventTable.Last last = events.lastOfStream(append.stream());
            if (last.version() != append.expectedVersion()) {
                throw new ConcurrentChangeException(append.expectedVersion(), last.version());
            }
            List<StoredEvent> linked = Chain.link(head, append, last.at());
            events.insert(linked);
            advance(connection, Chain.head(linked.get(linked.size() - 1)));
            return Appended.now(linked);
        });
    }

    @Override
    public List<StoredEvent> read(String stream) {
        return transactions.read("read a stream", connection -> new EventTable(connection).ofStream(stream));
    }

    @Override
    public List<StoredEvent> ofCommand(String command) {
        return transactions.read("looked for a command", connection -> new EventTable(connection).ofCommand(command));
    }

    @Override
    public List<StoredEvent> after(long sequence, int limit) {
        return transactions.read(
                "read on", connection -> new EventTable(connection).after(sequence, Math.max(limit, 1)));
    }

    @Override
    public List<String> streamsOf(String subject) {
        return transactions.read(
                "looked for a resident's streams", connection -> new EventTable(connection).streamsOf(subject));
    }

    @Override
    public Chain.Head head() {
        return transactions.read("read the end of the chain", connection -> head(connection, HEAD));
    }

    @Override
    public int erase(String stream, String subject) {
        return transactions.write("erased", connection -> new EventTable(connection).erase(stream, subject));
    }

    @Override
    public Optional<String> key(String subject) {
        return transactions.read(
                "read a key",
                connection -> Optional.ofNullable(
                        new KeyTable(connection).select(subject).wrapped()));
    }

    @Override
    public String keepKey(String subject, String wrapped) {
        return transactions.write("kept a key", connection -> keepKey(connection, subject, wrapped));
    }

    @Override
    public boolean replaceKey(String subject, String kept, String renewed) {
        return transactions.write(
                "replaced a key", connection -> new KeyTable(connection).replace(subject, kept, renewed));
    }

    @Override
    public List<String> subjectsWithKey(String after, int limit) {
        return transactions.read(
                "listed keys", connection -> new KeyTable(connection).subjects(after, Math.max(limit, 1)));
    }

    @Override
    public boolean destroyKey(String subject) {
        return transactions.write("destroyed a key", connection -> new KeyTable(connection).destroy(subject));
    }

    @Override
    public void close() {
        // The data source is the embedder's.
    }

    private static String keepKey(Connection connection, String subject, String wrapped) throws SQLException {
        KeyTable keys = new KeyTable(connection);
        KeyTable.Known known = keys.select(subject);
        if (!known.known()) {
            try {
                keys.insert(subject, wrapped);
                return wrapped;
            } catch (SQLException e) {
                if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
                    throw e;
                }
                // Somebody else was quicker. The transaction is over on PostgreSQL; begin another one.
                connection.rollback();
                known = keys.select(subject);
            }
        }
        String kept = known.wrapped();
        if (kept == null) {
            throw new KeyDestroyedException();
        }
        return kept;
    }

    private static Chain.Head head(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("loti_referral_chain must have one row", "02000");
            }
            return new Chain.Head(row.getLong(1), row.getString(2));
        }
    }

    private static void advance(Connection connection, Chain.Head head) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(ADVANCE)) {
            update.setLong(1, head.sequence());
            update.setString(2, head.hash());
            if (update.executeUpdate() != 1) {
                throw new SQLException("loti_referral_chain must have one row", "02000");
            }
        }
    }
}
