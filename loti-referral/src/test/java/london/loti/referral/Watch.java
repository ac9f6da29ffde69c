package london.loti.referral;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

import london.loti.model.privacy.Sensitive;

/**
 * Listens to everything by which a value could come to light by accident: what is printed, what is logged, what is thrown
 * with all its causes, and what every object of loti says of itself when somebody prints it. It finds canaries there.
 */
public final class Watch implements AutoCloseable {
    private static final int DEEPEST = 40;

    private final Set<String> leaks = new LinkedHashSet<>();
    private final Set<String> met = new TreeSet<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Logger root = Logger.getLogger("");
    private final Level level = root.getLevel();
    private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            String text = new SimpleFormatter().format(entry);
            // A database driver that is told to trace shows what it sends: tokens, and what is sealed; nothing else.
            boolean isTrace = entry.getLevel().intValue() < Level.INFO.intValue()
                    && String.valueOf(entry.getLoggerName()).startsWith("org.postgresql");
            logged.add(isTrace ? text.replace(Canary.RESIDENT.token(), "token") : text);
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    /** Begins to listen. */
    public Watch() {
        PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
        handler.setLevel(Level.ALL);
        root.setLevel(Level.ALL);
        root.addHandler(handler);
    }

    /** Does something, and looks at what it returns or throws. Returns it, or null where it threw. */
    public <T> T run(Callable<T> step) {
        try {
            T answer = step.call();
            look(answer);
            return answer;
        } catch (Exception | Error e) {
            look(e);
            return null;
        }
    }

    /** Looks at a text that leaves: a message of ours, a page, a file that is for others. */
    public void text(String what, String text) {
        Canary.in(text).ifPresent(canary -> leaks.add(what + " holds '" + canary + "'"));
    }

    /** Looks at what an object and everything in it says of itself. */
    public void look(Object object) {
        look(object, 0);
    }

    private void look(Object object, int depth) {
        boolean plain =
                object == null || object instanceof String || object.getClass().isEnum();
        if (plain || depth > DEEPEST || !seen.add(object)) {
            return;
        }
        if (object instanceof Throwable thrown) {
            lookAtThrown(thrown, depth);
        }
        boolean ours = object.getClass().getName().startsWith("london.loti");
        if (ours) {
            met.add(object.getClass().getName());
            text(object.getClass().getName() + ".toString()", object.toString());
        }
        if (object instanceof Optional<?> optional) {
            optional.ifPresent(value -> look(value, depth + 1));
        } else if (object instanceof Iterable<?> many && !(object instanceof java.nio.file.Path)) {
            many.forEach(one -> look(one, depth + 1));
        } else if (object instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                look(key, depth + 1);
                look(value, depth + 1);
            });
        } else if (object instanceof Object[]) {
            for (int i = 0; i < Array.getLength(object); i++) {
                look(Array.get(object, i), depth + 1);
            }
        } else if (ours && !(object instanceof Sensitive)) {
            lookInside(object, depth);
        }
    }

    private void lookAtThrown(Throwable thrown, int depth) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        text("stack trace of " + thrown.getClass().getName(), trace.toString());
        text("message of " + thrown.getClass().getName(), String.valueOf(thrown.getMessage()));
        text("localised message of " + thrown.getClass().getName(), String.valueOf(thrown.getLocalizedMessage()));
        look(thrown.getCause(), depth + 1);
        look(thrown.getSuppressed(), depth + 1);
        if (thrown instanceof java.sql.SQLException sql) {
            look(sql.getNextException(), depth + 1);
        }
    }

    private void lookInside(Object object, int depth) {
        for (Class<?> type = object.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) || field.getType().isPrimitive()) {
                    continue;
                }
                try {
                    field.setAccessible(true);
                    look(field.get(object), depth + 1);
                } catch (InaccessibleObjectException e) {
                    return; // of another module: it was asked what it says, and its records are met elsewhere
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    /** {@return the names of the classes of loti whose objects were looked at} */
    public Set<String> met() {
        return met;
    }

    /** {@return where a canary came to light} */
    public Set<String> leaks() {
        text("what was printed", printed.toString(StandardCharsets.UTF_8));
        List.copyOf(logged).forEach(entry -> text("the log", entry));
        return leaks;
    }

    /** Stops listening. */
    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
        root.removeHandler(handler);
        root.setLevel(level);
    }
}
