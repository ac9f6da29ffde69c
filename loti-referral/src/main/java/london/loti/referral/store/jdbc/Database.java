package london.loti.referral.store.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** The databases that are known. The SQL of the store is the same on both; making tables and settings differ. */
enum Database {
    POSTGRESQL("PostgreSQL", "postgresql/V1__referral_store.sql", null),
    H2("H2", "h2/V1__referral_store.sql", "CHECKPOINT SYNC");

    private static final Pattern END_OF_STATEMENT = Pattern.compile(";\\s*(?:\\n|$)");

    private static final int H2_WANTS_ADMIN = 90040;

    private final String product;
    private final String script;
    private final @Nullable String afterCommit;

    Database(String product, String script, @Nullable String afterCommit) {
        this.product = product;
        this.script = script;
        this.afterCommit = afterCommit;
    }

    static Database of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        for (Database database : values()) {
            if (database.product.equals(product)) {
                return database;
            }
        }
        throw new IllegalArgumentException("the database must be PostgreSQL or H2\nMaybe implement ReferralStore for"
                + " another one; StoreContract says whether it does what it must.");
    }

    /** A server that says that a transaction is safe before it is would lose what was acknowledged. */
    Database requireSafeCommits(Connection connection) throws SQLException {
        if (this == POSTGRESQL) {
            try (Statement statement = connection.createStatement();
                    ResultSet answer = statement.executeQuery("SHOW synchronous_commit")) {
                if (answer.next() && "off".equals(answer.getString(1))) {
                    throw new IllegalArgumentException(
                            "the database must write before it says that a transaction is safe"
                                    + "\nMaybe set synchronous_commit to on.");
                }
            }
        }
        try {
            makeSafe(connection);
        } catch (SQLException e) {
            if (this == H2 && e.getErrorCode() == H2_WANTS_ADMIN) {
                throw new IllegalArgumentException(
                        "the user of the H2 database must have H2's admin right, without which what was said to be safe"
                                + " can't be made so (CHECKPOINT SYNC)"
                                + "\nMaybe an admin runs ALTER USER … ADMIN TRUE, or the store opens as the user who made"
                                + " the database.");
            }
            throw e;
        }
        return this;
    }

    /** H2 says that a transaction is committed, and writes later; a process that is killed meanwhile takes it along. */
    void makeSafe(Connection connection) throws SQLException {
        if (afterCommit != null) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(afterCommit);
            }
        }
    }

    /** The statements that make the tables. No text in them holds a semicolon at the end of a line. */
    List<String> script() {
        try (InputStream in = Database.class.getResourceAsStream(script)) {
            String text = new String(Objects.requireNonNull(in, script).readAllBytes(), StandardCharsets.UTF_8);
            String statements =
                    text.lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n"));
            return END_OF_STATEMENT
                    .splitAsStream(statements)
                    .map(String::strip)
                    .filter(sql -> !sql.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("a file of loti's own jar can't be read", e);
        }
    }
}
