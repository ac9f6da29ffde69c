package london.loti.referral.store.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;

import london.loti.referral.store.Chain;
import london.loti.referral.store.ReferralStore;
import london.loti.referral.store.StoreException;
import london.loti.referral.store.contract.StoreContract;
import london.loti.referral.store.contract.StoreFixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JdbcStoresTest {
    /** Stores on databases that are emptied by making another one. */
    private static final class Fixture implements StoreFixture {
        private final TestDatabase database;
        private DataSource dataSource;

        Fixture(TestDatabase database) {
            this.database = database;
        }

        @Override
        public ReferralStore empty() {
            dataSource = database.withTables();
            return JdbcStores.of(dataSource);
        }

        @Override
        public ReferralStore beside(ReferralStore store) {
            return JdbcStores.of(dataSource);
        }

        @Override
        public Optional<ReferralStore> reopened() {
            return Optional.of(JdbcStores.of(dataSource));
        }
    }

    @TestFactory
    Stream<DynamicTest> h2KeepsTheContract() {
        return contract(TestDatabase.H2);
    }

    @TestFactory
    Stream<DynamicTest> postgresqlKeepsTheContract() {
        return contract(TestDatabase.POSTGRESQL);
    }

    private static Stream<DynamicTest> contract(TestDatabase database) {
        Fixture fixture = new Fixture(database);
        return StoreContract.checks().stream()
                .map(check -> DynamicTest.dynamicTest(check.name(), () -> check.run(fixture)));
    }

    @ParameterizedTest
    @EnumSource
    void makesTablesOnceAndLeavesThem(TestDatabase database) {
        DataSource dataSource = database.withTables();
        try (ReferralStore store = JdbcStores.of(dataSource)) {
            store.append(Samples.append("r-1", 0, "c-1", 2));
            Chain.Head head = store.head();
            JdbcStores.createTables(dataSource);
            assertThat(store.head()).isEqualTo(head);
            assertThat(store.read("r-1")).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysWhenTheTablesAreMissing(TestDatabase database) {
        DataSource empty = database.empty();
        assertThatThrownBy(() -> JdbcStores.of(empty))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("SQL state");
    }

    @Test
    void refusesADatabaseThatForgetsWhatItSaidWasSafe() {
        PGSimpleDataSource forgetful = TestDatabase.inSchema("forgetful");
        forgetful.setOptions("-c synchronous_commit=off");
        JdbcStores.createTables(forgetful);
        assertThatThrownBy(() -> JdbcStores.of(forgetful))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("synchronous_commit");
    }

    @Test
    void refusesAnH2UserWhoMayNotMakeItWrite() {
        DataSource dataSource = TestDatabase.H2.withTables();
        TestDatabase.execute(dataSource, "CREATE USER weak PASSWORD ''", "GRANT ALL ON SCHEMA public TO weak");
        DataSource weak = new PlainDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                try (Connection admin = dataSource.getConnection()) {
                    return DriverManager.getConnection(admin.getMetaData().getURL(), "weak", "");
                }
            }
        };
        assertThatThrownBy(() -> JdbcStores.of(weak))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must have H2's admin right")
                .hasMessageContaining("ALTER USER");
        TestDatabase.execute(dataSource, "ALTER USER weak ADMIN TRUE");
        JdbcStores.of(weak).append(Samples.append("r-1", 0, "c-1", 1));
    }

    @ParameterizedTest
    @EnumSource
    void worksOnConnectionsWithoutAutocommitOrWithAnotherIsolation(TestDatabase database) throws SQLException {
        DataSource plain = database.withTables();
        List<Connection> given = new ArrayList<>();
        DataSource odd = new PlainDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = plain.getConnection();
                connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
                connection.setAutoCommit(false);
                given.add(connection);
                Connection kept = Faults.withoutClose(connection);
                return kept;
            }
        };
        try (ReferralStore store = JdbcStores.of(odd)) {
            store.append(Samples.append("r-1", 0, "c-1", 2));
            assertThat(store.read("r-1")).hasSize(2);
        }
        assertThat(given).hasSizeGreaterThan(3);
        for (Connection connection : given) {
            assertThat(connection.getAutoCommit()).isFalse();
            assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
            connection.rollback();
            connection.close();
        }
        try (ReferralStore store = JdbcStores.of(plain)) {
            assertThat(store.read("r-1")).hasSize(2);
        }
    }

    /** What the application's role needs, as the package page says; what has happened it can't change. */
    @Test
    void aRoleWithFewRightsIsEnough() {
        DataSource owner = TestDatabase.POSTGRESQL.withTables();
        TestDatabase.execute(
                owner,
                "DROP ROLE IF EXISTS council_app",
                "CREATE ROLE council_app",
                "DO $$ BEGIN EXECUTE 'GRANT USAGE ON SCHEMA ' || current_schema() || ' TO council_app'; END $$",
                "GRANT SELECT, INSERT, UPDATE (sealed_part) ON loti_referral_event TO council_app",
                "GRANT SELECT, UPDATE ON loti_referral_chain TO council_app",
                "GRANT SELECT, INSERT, UPDATE ON loti_referral_key TO council_app");
        DataSource application = new PlainDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = owner.getConnection();
                try (var statement = connection.createStatement()) {
                    statement.execute("SET ROLE council_app");
                }
                return connection;
            }
        };
        try (ReferralStore store = JdbcStores.of(application)) {
            store.append(Samples.append("r-1", 0, "c-1", 2));
            assertThat(store.erase("r-1", Samples.SUBJECT)).isEqualTo(2);
            assertThat(store.keepKey(Samples.SUBJECT, "wrapped")).isEqualTo("wrapped");
            assertThat(store.destroyKey(Samples.SUBJECT)).isTrue();
        }
        for (String forbidden : List.of(
                "UPDATE loti_referral_event SET actor = 'x'",
                "DELETE FROM loti_referral_event",
                "DELETE FROM loti_referral_key")) {
            assertThatThrownBy(() -> TestDatabase.execute(application, forbidden))
                    .hasStackTraceContaining("permission denied");
        }
        TestDatabase.execute(owner, "RESET ROLE", "DROP OWNED BY council_app", "DROP ROLE council_app");
    }

    /** A message of PostgreSQL's repeats the row that it refuses. */
    @ParameterizedTest
    @EnumSource
    void noExceptionRepeatsWhatARowHolds(TestDatabase database) {
        DataSource dataSource = database.withTables();
        TestDatabase.execute(dataSource, "ALTER TABLE loti_referral_event ADD CONSTRAINT never CHECK (version < 1)");
        try (ReferralStore store = JdbcStores.of(dataSource)) {
            assertThatThrownBy(() -> store.append(Samples.append("r-1", 0, "c-1", 2)))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("SQL state 23")
                    .satisfies(e -> assertThat(Samples.printed(e))
                            .doesNotContain(Samples.SUBJECT, Samples.OPEN, Samples.SEALED));
        }
    }
}
