package london.loti.referral.store.jdbc;

import java.util.Locale;
import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import london.loti.referral.store.Chain;
import london.loti.referral.store.ReferralStore;

import static org.assertj.core.api.Assertions.assertThat;

/** Flyway runs the SQL of the jar on every database, and a store works on what it made. */
class FlywayTest {
    private static FluentConfiguration flyway(TestDatabase database, DataSource dataSource, String history) {
        return Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:london/loti/referral/store/jdbc/"
                        + database.name().toLowerCase(Locale.ROOT))
                .table(history);
    }

    @ParameterizedTest
    @EnumSource
    void aStoreWorksOnTheTablesThatFlywayMade(TestDatabase database) {
        DataSource dataSource = database.empty();
        Flyway loti = flyway(database, dataSource, "loti_flyway_history").load();
        assertThat(loti.migrate().migrationsExecuted).isEqualTo(1);
        try (ReferralStore store = JdbcStores.of(dataSource)) {
            store.append(Samples.append("r-1", 0, "c-1", 2));
            Chain.Head head = store.head();
            assertThat(loti.migrate().migrationsExecuted).as("a second time").isZero();
            loti.validate();
            JdbcStores.createTables(dataSource);
            assertThat(store.head()).isEqualTo(head);
            store.append(Samples.append("r-1", 2, "c-2", 1));
            assertThat(Chains.verified(store)).isEqualTo(3);
        }
    }

    /** The SQL runs again over a store that is in use: by Flyway after it was made without, in a council's own schema. */
    @ParameterizedTest
    @EnumSource
    void theSqlIsHarmlessWhereTheTablesAre(TestDatabase database) {
        DataSource dataSource = database.withTables();
        try (ReferralStore store = JdbcStores.of(dataSource)) {
            store.append(Samples.append("r-1", 0, "c-1", 2));
            assertThat(store.keepKey(Samples.SUBJECT, "wrapped")).isEqualTo("wrapped");
            Flyway later = flyway(database, dataSource, "loti_flyway_history")
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load();
            assertThat(later.migrate().migrationsExecuted).isEqualTo(1);
            assertThat(Chains.verified(store)).isEqualTo(2);
            assertThat(store.key(Samples.SUBJECT)).contains("wrapped");
            store.append(Samples.append("r-1", 2, "c-2", 1));
            assertThat(Chains.verified(store)).isEqualTo(3);
        }
    }
}
