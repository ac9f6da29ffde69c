package london.loti.referral.store.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A small pool with the habits of the usual ones: it waits for a free connection and then gives up, drops a connection that
 * was aborted, and trusts a borrower to give it back as it was, which it checks.
 */
final class TestPool extends PlainDataSource {
    private final DataSource plain;
    private final Semaphore free;
    private final long patienceMillis;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final AtomicInteger lent = new AtomicInteger();
    private final AtomicInteger changed = new AtomicInteger();

    TestPool(DataSource plain, int size) {
        this(plain, size, 30_000);
    }

    TestPool(DataSource plain, int size, long patienceMillis) {
        this.plain = plain;
        this.free = new Semaphore(size);
        this.patienceMillis = patienceMillis;
    }

    /** How many connections are out. */
    int lent() {
        return lent.get();
    }

    /** How many came back otherwise than they went. */
    int changed() {
        return changed.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            if (!free.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS)) {
                throw new SQLTransientConnectionException("no connection was free in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("interrupted", e);
        }
        lent.incrementAndGet();
        try {
            return lend(connection());
        } catch (SQLException e) {
            giveBack();
            throw e;
        }
    }

    private Connection connection() throws SQLException {
        synchronized (idle) {
            while (!idle.isEmpty()) {
                Connection connection = idle.pop();
                if (!connection.isClosed()) {
                    return connection;
                }
            }
        }
        return plain.getConnection();
    }

    private Connection lend(Connection connection) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        int[] closed = {0};
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("equals")) {
                        return proxy == arguments[0];
                    }
                    if (method.getName().equals("hashCode")) {
                        return System.identityHashCode(proxy);
                    }
                    if (!method.getName().equals("close")) {
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }
                    if (closed[0]++ == 0) {
                        takeBack(connection, autoCommit);
                    }
                    return null;
                });
    }

    private void takeBack(Connection connection, boolean autoCommit) throws SQLException {
        try {
            if (!connection.isClosed()) {
                if (connection.getAutoCommit() != autoCommit) {
                    changed.incrementAndGet();
                    connection.close();
                } else {
                    synchronized (idle) {
                        idle.push(connection);
                    }
                }
            }
        } finally {
            giveBack();
        }
    }

    private void giveBack() {
        lent.decrementAndGet();
        free.release();
    }
}
