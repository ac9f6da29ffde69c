package london.loti.quickstart;

import java.time.Instant;
import java.util.List;

import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;

import london.loti.referral.store.Append;
import london.loti.referral.store.NewEvent;
import london.loti.referral.store.ReferralStore;
import london.loti.referral.store.jdbc.JdbcStores;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How an application that has Flyway, and tables of its own, gets loti's tables beside them. On PostgreSQL the folder is {@code
 * postgresql}, and Flyway needs its module {@code flyway-database-postgresql}.
 */
class FlywayTest {
    @Test
    void flywayMakesTheTablesBesideThoseOfTheApplication() {
        JdbcConnectionPool dataSource = JdbcConnectionPool.create("jdbc:h2:mem:council;DB_CLOSE_DELAY=-1", "sa", "");
        Flyway loti = Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:london/loti/referral/store/jdbc/h2")
                .table("loti_flyway_history")
                .load();
        assertThat(loti.migrate().migrationsExecuted).isEqualTo(1);
        assertThat(loti.migrate().migrationsExecuted).isZero();
        try (ReferralStore store = JdbcStores.of(dataSource)) {
            NewEvent event = new NewEvent(
                    null, "Noted", 1, Instant.parse("2026-11-25T09:00:00Z"), "worker-7", "LINK_WORKER", "{}", null);
            store.append(new Append("r-1", 0, "c-1", List.of(event)));
            assertThat(store.head().sequence()).isEqualTo(1);
        }
        dataSource.dispose();
    }
}
