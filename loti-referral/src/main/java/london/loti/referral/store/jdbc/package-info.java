/**
 * A store on a relational database through JDBC: PostgreSQL for a service, H2 for demonstrations and tests on one computer.
 *
 * <p>Start with {@link london.loti.referral.store.jdbc.JdbcStores}. The tables are made by the plain SQL files beside it, in
 * the folders {@code postgresql} and {@code h2}, which Flyway and people can read.
 *
 * <p><b>Rights.</b> On PostgreSQL the role that the application uses needs no more than this, so that it can't change what has
 * happened: {@code SELECT, INSERT, UPDATE (sealed_part)} on {@code loti_referral_event}, {@code SELECT, UPDATE} on {@code
 * loti_referral_chain}, {@code SELECT, INSERT, UPDATE} on {@code loti_referral_key}. Let another role own the tables. On H2 the user
 * must have the admin right, because only such a user can make H2 write what it said was committed.
 *
 * <p><b>Erasure.</b> An erased part is overwritten with null. The database's own files may hold the old row until it is
 * vacuumed, and backups and write-ahead logs until their period is over; what lies there is encrypted, and its key is
 * destroyed.
 */
@NullMarked
package london.loti.referral.store.jdbc;

import org.jspecify.annotations.NullMarked;
