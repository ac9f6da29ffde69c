package london.loti.referral.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import london.loti.referral.store.StoredEvent;

/** The SQL of {@code loti_referral_event}: the same on every database. */
final class EventTable {
    private static final String COLUMNS = """
            sequence, stream, version, subject, event_type, schema_version, recorded_at, actor, actor_role, command,
            open_part, sealed_part, sealed_digest, previous_hash, hash
            """;

    private static final String OF_STREAM = "SELECT " + COLUMNS + """
            FROM loti_referral_event
            WHERE stream = ?
            ORDER BY version
            """;

    private static final String OF_COMMAND = "SELECT " + COLUMNS + """
            FROM loti_referral_event
            WHERE command = ?
            ORDER BY command_part
            """;

    private static final String AFTER = "SELECT " + COLUMNS + """
            FROM loti_referral_event
            WHERE sequence > ?
            ORDER BY sequence
            LIMIT ?
            """;

    private static final String LAST_OF_STREAM = """
            SELECT version, recorded_at
            FROM loti_referral_event
            WHERE stream = ?
            ORDER BY version DESC
            LIMIT 1
            """;

    private static final String STREAMS_OF_SUBJECT = """
            SELECT stream
            FROM loti_referral_event
            WHERE subject = ?
            GROUP BY stream
            ORDER BY MIN(sequence)
            """;

    private static final String INSERT = "INSERT INTO loti_referral_event (" + COLUMNS + """
            , command_part)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String ERASE = """
            UPDATE loti_referral_event
            SET sealed_part = NULL
            WHERE stream = ? AND subject = ? AND sealed_part IS NOT NULL
            """;

    private final Connection connection;

    EventTable(Connection connection) {
        this.connection = connection;
    }

    /** The last event of a stream, as far as an append needs it. */
    record Last(long version, @Nullable Instant at) {}

    List<StoredEvent> ofStream(String stream) throws SQLException {
        return select(OF_STREAM, stream);
    }

    List<StoredEvent> ofCommand(String command) throws SQLException {
        return select(OF_COMMAND, command);
    }

    List<StoredEvent> after(long sequence, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(AFTER)) {
            select.setLong(1, sequence);
            select.setInt(2, limit);
            return events(select);
        }
    }

    Last lastOfStream(String stream) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LAST_OF_STREAM)) {
            select.setString(1, stream);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new Last(row.getLong(1), instant(row, 2)) : new Last(0, null);
            }
        }
    }

    List<String> streamsOf(String subject) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(STREAMS_OF_SUBJECT)) {
            select.setString(1, subject);
            try (ResultSet rows = select.executeQuery()) {
                List<String> streams = new ArrayList<>();
                while (rows.next()) {
                    streams.add(rows.getString(1));
                }
                return List.copyOf(streams);
            }
        }
    }

    void insert(List<StoredEvent> events) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            int part = 0;
            for (StoredEvent e : events) {
                part++;
                insert.setLong(1, e.sequence());
                insert.setString(2, e.stream());
                insert.setLong(3, e.version());
                insert.setString(4, e.subject());
                insert.setString(5, e.type());
                insert.setInt(6, e.schemaVersion());
                insert.setObject(7, e.at().atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
                insert.setString(8, e.actor());
                insert.setString(9, e.role());
                insert.setString(10, e.command());
                insert.setString(11, e.open());
                insert.setString(12, e.sealed());
                insert.setString(13, e.sealedDigest());
                insert.setString(14, e.previousHash());
                insert.setString(15, e.hash());
                insert.setInt(16, part);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    int erase(String stream, String subject) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(ERASE)) {
            update.setString(1, stream);
            update.setString(2, subject);
            return update.executeUpdate();
        }
    }

    private List<StoredEvent> select(String sql, String key) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, key);
            return events(select);
        }
    }

    private static List<StoredEvent> events(PreparedStatement select) throws SQLException {
        try (ResultSet rows = select.executeQuery()) {
            List<StoredEvent> events = new ArrayList<>();
            while (rows.next()) {
                events.add(event(rows));
            }
            return List.copyOf(events);
        }
    }

    private static StoredEvent event(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong("sequence"),
                row.getString("stream"),
                row.getLong("version"),
                row.getString("subject"),
                row.getString("event_type"),
                row.getInt("schema_version"),
                instant(row, 7),
                row.getString("actor"),
                row.getString("actor_role"),
                row.getString("command"),
                row.getString("open_part"),
                row.getString("sealed_part"),
                row.getString("sealed_digest"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
