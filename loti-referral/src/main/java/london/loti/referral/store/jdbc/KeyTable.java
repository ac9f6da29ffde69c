package london.loti.referral.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The SQL of {@code loti_referral_key}. A row without a key is the mark that it was destroyed. */
final class KeyTable {
    private static final String SELECT = """
            SELECT wrapped_key
            FROM loti_referral_key
            WHERE subject = ?
            """;

    private static final String SUBJECTS = """
            SELECT subject
            FROM loti_referral_key
            WHERE subject > ? AND wrapped_key IS NOT NULL
            ORDER BY subject
            LIMIT ?
            """;

    private static final String INSERT = """
            INSERT INTO loti_referral_key (subject, wrapped_key)
            VALUES (?, ?)
            """;

    private static final String REPLACE = """
            UPDATE loti_referral_key
            SET wrapped_key = ?
            WHERE subject = ? AND wrapped_key = ?
            """;

    private static final String DESTROY = """
            UPDATE loti_referral_key
            SET wrapped_key = NULL
            WHERE subject = ? AND wrapped_key IS NOT NULL
            """;

    private final Connection connection;

    KeyTable(Connection connection) {
        this.connection = connection;
    }

    /** What is known of a resident's key; where it is known and null, it was destroyed. */
    record Known(boolean known, @Nullable String wrapped) {}

    Known select(String subject) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, subject);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new Known(true, row.getString(1)) : new Known(false, null);
            }
        }
    }

    List<String> subjects(String after, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SUBJECTS)) {
            select.setString(1, after);
            select.setInt(2, limit);
            try (ResultSet rows = select.executeQuery()) {
                List<String> subjects = new ArrayList<>();
                while (rows.next()) {
                    subjects.add(rows.getString(1));
                }
                return List.copyOf(subjects);
            }
        }
    }

    void insert(String subject, String wrapped) throws SQLException {
        update(INSERT, subject, wrapped);
    }

    boolean replace(String subject, String kept, String renewed) throws SQLException {
        return update(REPLACE, renewed, subject, kept) > 0;
    }

    boolean destroy(String subject) throws SQLException {
        return update(DESTROY, subject) > 0;
    }

    private int update(String sql, String... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setString(i + 1, values[i]);
            }
            return update.executeUpdate();
        }
    }
}
