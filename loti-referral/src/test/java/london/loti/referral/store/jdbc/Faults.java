package london.loti.referral.store.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A data source whose connections fail. Every call to a connection, a statement or a result set counts, over all connections,
 * save those that only set or get a value; {@link Plan} says at which one something goes wrong, and what.
 */
final class Faults extends PlainDataSource {
    private final DataSource real;
    private final Plan plan;
    private final AtomicInteger calls = new AtomicInteger();
    private final Set<Connection> cut = ConcurrentHashMap.newKeySet();

    Faults(DataSource real, Plan plan) {
        this.real = real;
        this.plan = plan;
    }

    /** What goes wrong. */
    enum Kind {
        /** The call is not made. */
        BEFORE("57014", false),
        /** The call is made, and then fails: after a commit, the sender can't know. */
        AFTER("08006", false),
        /** The call is not made, and the connection is lost with it. */
        LOST_BEFORE("08006", true),
        /** The call is made, and then the connection is lost. */
        LOST_AFTER("08006", true),
        /** No room is left on the disk of the database. */
        DISK_FULL("53100", false),
        /** The code itself breaks off, as when memory is short. */
        CRASH("", false);

        private final String state;
        private final boolean loses;

        Kind(String state, boolean loses) {
            this.state = state;
            this.loses = loses;
        }

        boolean makesTheCall() {
            return this == AFTER || this == LOST_AFTER;
        }
    }

    /** What goes wrong at a call, by its number from 1 on; null where nothing does. */
    interface Plan {
        Kind at(int call);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Kind fault = plan.at(calls.incrementAndGet());
        if (fault != null) {
            throw error(fault);
        }
        Connection connection = real.getConnection();
        return faulty(Connection.class, connection, connection);
    }

    static Connection withoutClose(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Faults.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    return invoke(connection, method, arguments);
                });
    }

    private <T> T faulty(Class<T> type, Object target, Connection connection) {
        int[] rows = {0};
        return type.cast(Proxy.newProxyInstance(
                Faults.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (isSpared(method, connection, rows)) {
                        return invoke(target, method, arguments);
                    }
                    Kind fault = plan.at(calls.incrementAndGet());
                    if (fault != null && !fault.makesTheCall()) {
                        fail(fault, connection);
                    }
                    Object answer = invoke(target, method, arguments);
                    if (fault != null) {
                        fail(fault, connection);
                    }
                    if (answer instanceof ResultSet result) {
                        return faulty(ResultSet.class, result, connection);
                    }
                    if (answer instanceof PreparedStatement statement) {
                        return faulty(PreparedStatement.class, statement, connection);
                    }
                    return answer instanceof Statement statement
                            ? faulty(Statement.class, statement, connection)
                            : answer;
                }));
    }

    /**
     * What sets or gets a value does not talk to the database, nor do rows after the first, which came with it. And to cut a
     * connection always works.
     */
    private boolean isSpared(Method method, Connection connection, int[] rows) {
        if (method.getName().equals("abort")) {
            cut.add(connection);
        }
        return method.getDeclaringClass() == Object.class
                || cut.contains(connection)
                || (method.getDeclaringClass() != Connection.class
                        && method.getName().matches("set.*|get.*"))
                || (method.getName().equals("next") && rows[0]++ > 1);
    }

    private static void fail(Kind fault, Connection connection) throws SQLException {
        if (fault.loses) {
            connection.abort(Runnable::run);
            connection.close(); // H2 knows no abort
        }
        throw error(fault);
    }

    private static SQLException error(Kind fault) {
        if (fault == Kind.CRASH) {
            throw new OutOfMemoryError("injected");
        }
        return new SQLException("injected: " + fault, fault.state);
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
