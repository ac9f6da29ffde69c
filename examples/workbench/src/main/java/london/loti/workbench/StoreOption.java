package london.loti.workbench;

import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;

import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Option;

import london.loti.referral.store.ReferralStore;
import london.loti.referral.store.StoreException;
import london.loti.referral.store.jdbc.JdbcStores;

/** Where referrals are kept. A password is never on the command line, where others could read it. */
final class StoreOption {
    private static final String PASSWORD = "LOTI_STORE_PASSWORD";
    private static final String H2 = "jdbc:h2:";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    @Option(
            names = "--store",
            required = true,
            paramLabel = "URL",
            description =
                    "Where referrals are kept: jdbc:h2:file:FILE or jdbc:postgresql://HOST/DATABASE. A password is"
                            + " taken from the environment variable " + PASSWORD + ".")
    private String url;

    @Option(names = "--store-user", paramLabel = "NAME", description = "The database's user.")
    private @Nullable String user;

    /** The store, which the caller closes; a database that is not there is not made. */
    ReferralStore open() {
        try {
            return JdbcStores.of(dataSource(System.getenv()));
        } catch (StoreException | IllegalArgumentException e) {
            // What a driver says may quote the URL, with a password in it.
            throw BadInput.because(
                    BadInput.Code.NO_STORE,
                    "the store must be a database that can be reached and has loti's tables, but is not"
                            + "\nMaybe the file, the host, the user or the password is another one; an H2 user needs"
                            + " the admin right.",
                    "--store");
        }
    }

    private DataSource dataSource(Map<String, String> environment) {
        String password = environment.get(PASSWORD);
        if (url.startsWith(H2)) {
            JdbcDataSource h2 = new JdbcDataSource();
            boolean told = url.toUpperCase(Locale.ROOT).contains(";IFEXISTS=");
            h2.setURL(told ? url : url + ";IFEXISTS=TRUE");
            h2.setUser(user == null ? "sa" : user);
            h2.setPassword(password == null ? "" : password);
            return h2;
        }
        if (url.startsWith(POSTGRESQL)) {
            PGSimpleDataSource postgresql = new PGSimpleDataSource();
            postgresql.setURL(url);
            if (user != null) {
                postgresql.setUser(user);
            }
            if (password != null) {
                postgresql.setPassword(password);
            }
            return postgresql;
        }
        throw BadInput.because(
                BadInput.Code.NO_STORE,
                "the address of a store must begin with " + H2 + " or " + POSTGRESQL,
                "--store");
    }
}
