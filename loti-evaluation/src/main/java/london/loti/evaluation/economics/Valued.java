package london.loti.evaluation.economics;

import java.util.SortedSet;

/** A benefit that is expressed in pounds. It names the outcomes that it values, so that none is valued twice. */
public interface Valued {
    /** {@return its name in messages and tables} */
    String name();

    /** {@return the outcomes that it values, for example {@code loneliness}; empty where it values none} */
    SortedSet<String> outcomes();
}
