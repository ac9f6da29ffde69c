package london.loti.referral.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

import london.loti.referral.store.ReferralStore;
import london.loti.referral.store.StoreException;

/**
 * Stores on a relational database. Which one it is, PostgreSQL or H2, a connection tells.
 *
 * <p>Flyway makes the tables from the folders {@code classpath:london/loti/referral/store/jdbc/postgresql} and {@code …/h2};
 * give it a history table of loti's own ({@code flyway.table=loti_flyway_history}), so that its versions do not meet those of
 * the council's application. {@link #createTables} does the same without Flyway.
 *
 * <p>A store opens a transaction of its own for every append, on a connection that it borrows and gives back as it was. Its
 * {@link ReferralStore#close} leaves the data source open.
 *
 * <p>Appends of all processes come one after the other, by a lock on one row: how many there can be in a second is how often
 * the database can make a transaction safe in a second. A process that the network cut off keeps the lock until the database
 * finds out: on PostgreSQL set {@code idle_in_transaction_session_timeout} (ten seconds will do) for the application's role.
 *
 * <p>H2 writes some time after it said that a transaction is committed, so the store makes it write ({@code CHECKPOINT SYNC})
 * before it goes on. Only a user with H2's admin right can: the one who made the database, or one to whom {@code ALTER USER
 * … ADMIN TRUE} gave it. So H2 can't keep the application from changing what has happened; where that matters, use PostgreSQL.
 */
public final class JdbcStores {
    private static final String OPENED = "was opened";
    private static final String MADE = "made its tables";

    private JdbcStores() {}

    /**
     * {@return a store on tables that are there already}
     *
     * @param dataSource where connections come from, best a pool. Connections that take part in somebody else's transaction
     *     won't do
     * @throws StoreException if the database can't be reached, or has not the tables
     * @throws IllegalArgumentException if it is neither PostgreSQL nor H2, or may forget transactions that it said were safe:
     *     a PostgreSQL that is set up so, an H2 whose user has not the admin right
     */
    public static ReferralStore of(DataSource dataSource) {
        Transactions transactions =
                Transactions.on(Objects.requireNonNull(dataSource, "a store needs a data source"), OPENED);
        transactions.read(OPENED, transactions.database()::requireSafeCommits);
        JdbcReferralStore store = new JdbcReferralStore(transactions);
        store.head();
        store.after(0, 1);
        store.subjectsWithKey("", 1);
        return store;
    }

    /**
     * Makes the tables where they are not there yet, and leaves those that are there. For small installations and tests;
     * others use Flyway.
     *
     * @param dataSource where a connection comes from, of a user who may make tables
     * @throws StoreException if the database fails
     * @throws IllegalArgumentException if it is neither PostgreSQL nor H2
     */
    public static void createTables(DataSource dataSource) {
        Transactions transactions = Transactions.on(dataSource, MADE);
        transactions.write(MADE, connection -> runScript(connection, transactions.database()));
    }

    private static int runScript(Connection connection, Database database) throws SQLException {
        List<String> script = database.script();
        try (Statement statement = connection.createStatement()) {
            for (String sql : script) {
                statement.execute(sql);
            }
        }
        return script.size();
    }
}
