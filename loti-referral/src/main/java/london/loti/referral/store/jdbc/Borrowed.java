package london.loti.referral.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * A borrowed connection, which goes back as it came. One whose transaction can't be rolled back, or whose settings can't be
 * restored, is cut: to switch on autocommit would commit the half of it.
 */
final class Borrowed implements AutoCloseable {
    private final Connection connection;
    private final boolean autoCommit;
    private final int isolation;
    private boolean unfinished;

    private Borrowed(Connection connection, boolean autoCommit, int isolation) {
        this.connection = connection;
        this.autoCommit = autoCommit;
        this.isolation = isolation;
    }

    /** Borrows one, either for single statements or, with read committed, for a transaction. */
    static Borrowed from(DataSource dataSource, boolean singleStatements) throws SQLException {
        Connection connection = dataSource.getConnection();
        boolean ready = false;
        try {
            boolean autoCommit = connection.getAutoCommit();
            int isolation =
                    singleStatements ? Connection.TRANSACTION_READ_COMMITTED : connection.getTransactionIsolation();
            Borrowed borrowed = new Borrowed(connection, autoCommit, isolation);
            if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
            if (autoCommit != singleStatements) {
                connection.setAutoCommit(singleStatements);
            }
            borrowed.unfinished = !singleStatements;
            ready = true;
            return borrowed;
        } finally {
            if (!ready) {
                cut(connection);
            }
        }
    }

    Connection connection() {
        return connection;
    }

    void commit() throws SQLException {
        connection.commit();
        unfinished = false;
    }

    /** Fails for no SQL: what is committed is committed, and what is not is lost either way. */
    @Override
    public void close() {
        boolean back = false;
        try {
            if (unfinished) {
                connection.rollback();
            }
            if (connection.getAutoCommit() != autoCommit) {
                connection.setAutoCommit(autoCommit);
            }
            if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
                connection.setTransactionIsolation(isolation);
            }
            connection.close();
            back = true;
        } catch (SQLException e) {
            // It is cut below.
        } finally {
            if (!back) {
                cut(connection);
            }
        }
    }

    private static void cut(Connection connection) {
        try (connection) {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            // It is gone already.
        }
    }
}
