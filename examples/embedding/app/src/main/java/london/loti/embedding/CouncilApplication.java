package london.loti.embedding;

import java.security.SecureRandom;
import java.time.Clock;
import javax.crypto.KeyGenerator;
import javax.sql.DataSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

import london.loti.referral.journey.Referrals;
import london.loti.referral.seal.KeyWrapper;
import london.loti.referral.seal.Sealer;
import london.loti.referral.store.ReferralStore;
import london.loti.referral.store.jdbc.JdbcStores;

/** Wires loti's referrals to the database that Spring Boot set up. */
@SpringBootApplication
public class CouncilApplication {
    /**
     * Starts the application.
     *
     * @param args Spring Boot's own
     */
    public static void main(String[] args) {
        SpringApplication.run(CouncilApplication.class, args);
    }

    /** {@return the store, in Spring Boot's database; a council runs the SQL with its migration tool} */
    @Bean
    ReferralStore referralStore(DataSource dataSource) {
        JdbcStores.createTables(dataSource);
        return JdbcStores.of(dataSource);
    }

    /** {@return seals what is about residents; a council's master key comes from its key store, and not from here} */
    @Bean
    Sealer sealer(ReferralStore store) throws java.security.NoSuchAlgorithmException {
        SecureRandom random = new SecureRandom();
        KeyGenerator keys = KeyGenerator.getInstance("AES");
        keys.init(256, random);
        return Sealer.of(store, KeyWrapper.aes("example", keys.generateKey(), random), random);
    }

    /** {@return the referrals} */
    @Bean
    Referrals referrals(ReferralStore store, Sealer sealer) {
        return Referrals.in(store, sealer, Clock.systemUTC());
    }
}
