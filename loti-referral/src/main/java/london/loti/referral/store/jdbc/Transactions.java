package london.loti.referral.store.jdbc;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import javax.sql.DataSource;

import london.loti.referral.store.StoreException;

/** Borrows connections, and gives them back as they were or not at all. */
final class Transactions {
    /** Transactions that the database gave up so that another could go on: nothing of them is kept, so try again. */
    private static final Set<String> GIVEN_UP = Set.of("40001", "40P01", "55P03", "HYT00", "90131");

    /** States whose messages tell of connections, not of rows. */
    private static final Set<String> HARMLESS_CLASSES = Set.of("08", "28");

    private static final int ATTEMPTS = 10;

    private final DataSource dataSource;
    private final Database database;

    private Transactions(DataSource dataSource, Database database) {
        this.dataSource = dataSource;
        this.database = database;
    }

    /** Asks a connection which database it is; the words say what the store was about to do. */
    static Transactions on(DataSource dataSource, String what) {
        try (Borrowed borrowed = Borrowed.from(dataSource, true)) {
            return new Transactions(dataSource, Database.of(borrowed.connection()));
        } catch (SQLException e) {
            throw failed(what, e);
        }
    }

    Database database() {
        return database;
    }

    /**
     * What is done on a connection.
     *
     * @param <T> the answer
     */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Runs one statement that reads: it sees what is committed when it begins, all of it and nothing else. */
    <T> T read(String what, Work<T> work) {
        try (Borrowed borrowed = Borrowed.from(dataSource, true)) {
            return work.on(borrowed.connection());
        } catch (SQLException e) {
            throw failed(what, e);
        }
    }

    /** Runs statements that are kept all or not at all; when this returns they are kept. */
    <T> T write(String what, Work<T> work) {
        int attempt = 1;
        while (true) {
            try (Borrowed borrowed = Borrowed.from(dataSource, false)) {
                T answer = work.on(borrowed.connection());
                borrowed.commit();
                database.makeSafe(borrowed.connection());
                return answer;
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !GIVEN_UP.contains(state(e))) {
                    throw failed(what, e);
                }
                attempt++;
            }
        }
    }

    private static StoreException failed(String what, SQLException e) {
        return new StoreException(
                "the database failed while the store " + what + " (SQL state " + state(e) + ", code " + e.getErrorCode()
                        + ")" + plainWords(e),
                withoutValues(e));
    }

    /** What the system said where the disk or the network failed, or what the state means: never the database's words. */
    private static String plainWords(SQLException e) {
        Throwable cause = e;
        while (cause != null && !(cause instanceof IOException)) {
            cause = cause.getCause();
        }
        String words = cause == null ? null : cause.getMessage();
        if (cause instanceof FileSystemException file) {
            words = file.getReason();
        } else if (state(e).equals("53100")) {
            words = "its disk is full";
        } else if (state(e).startsWith("57P")) {
            words = "it was shut down, or ended the connection";
        }
        return words == null ? "" : ": " + words;
    }

    /** A database's own message may repeat what a row holds. */
    private static SQLException withoutValues(SQLException e) {
        String state = state(e);
        boolean aboutConnections =
                e instanceof SQLTransientConnectionException || e instanceof SQLNonTransientConnectionException;
        boolean harmless = state.length() == 5 && HARMLESS_CLASSES.contains(state.substring(0, 2));
        // A batch repeats its statement with all values, whatever made it fail.
        if ((aboutConnections || harmless) && !(e instanceof BatchUpdateException) && e.getNextException() == null) {
            return e;
        }
        SQLException without = new SQLException(
                "the database's words are left out, because they may repeat what a row holds", state, e.getErrorCode());
        without.setStackTrace(e.getStackTrace());
        return without;
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "unknown" : e.getSQLState();
    }
}
