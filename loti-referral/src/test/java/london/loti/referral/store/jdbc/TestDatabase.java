package london.loti.referral.store.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGSimpleDataSource;

/** Empty databases for tests: H2 in memory, and a PostgreSQL server of our own, each with a pool. */
public enum TestDatabase {
    H2 {
        @Override
        DataSource empty() {
            String url = "jdbc:h2:mem:loti" + COUNT.incrementAndGet() + ";DB_CLOSE_DELAY=-1";
            JdbcConnectionPool pool = JdbcConnectionPool.create(url, "sa", "");
            pool.setMaxConnections(12);
            return pool;
        }
    },
    POSTGRESQL {
        @Override
        DataSource empty() {
            return new TestPool(inSchema("loti" + COUNT.incrementAndGet()), 12);
        }
    };

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** The test server with a schema of this name, which is made where it is not there. */
    static PGSimpleDataSource inSchema(String name) {
        execute(Server.RUNNING.getPostgresDatabase(), "CREATE SCHEMA IF NOT EXISTS " + name);
        PGSimpleDataSource plain = (PGSimpleDataSource) Server.RUNNING.getPostgresDatabase();
        plain.setCurrentSchema(name);
        plain.setOptions("-c lock_timeout=5s");
        return plain;
    }

    /** A database in which nothing is. */
    abstract DataSource empty();

    /** A database with the tables of a store. */
    public DataSource withTables() {
        DataSource dataSource = empty();
        JdbcStores.createTables(dataSource);
        return dataSource;
    }

    public static void execute(DataSource dataSource, String... sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String one : sql) {
                statement.execute(one);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One server for all tests, with safe commits, which the library switches off. */
    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("fsync", "on")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
