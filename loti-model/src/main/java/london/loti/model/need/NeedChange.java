package london.loti.model.need;

/**
 * What became of one need or strength between two conversations. It follows from the two answers alone, and
 * <b>unknown is never no</b>: what was a yes and was not asked again is {@link #NO_LONGER_KNOWN}, not resolved; what
 * nobody had asked before is {@link #FIRST_KNOWN}, not new.
 */
public enum NeedChange {
    /** A need: it was not there, and is now. */
    NEW("was not there before, and is now", true),
    /** A need that persists, and is worse. */
    WORSE("got worse", true),
    /** A need that persists; how bad it is did not change, or is not known of both times. */
    PERSISTING("is still there", true),
    /** A need that persists, and is less bad. */
    BETTER("is still there, but got better", true),
    /** A need: it was there, and no longer is. */
    RESOLVED("was there before, and no longer is", true),
    /** A strength: it was not there, and is now. */
    GAINED("was gained", true),
    /** A strength that is still there. */
    KEPT("is still there to build on", true),
    /** A strength: it was there, and no longer is. */
    LOST("was lost", true),
    /** It is there now; nobody knows whether it was before. */
    FIRST_KNOWN("is known for the first time; it may have been there before", false),
    /** It was there before; nobody knows whether it still is. */
    NO_LONGER_KNOWN("was there before; whether it still is, is not known", false),
    /** It is not there now; nobody knows whether it was before. */
    FOUND_ABSENT("is not there; whether it was before, is not known", false),
    /** It was not there before; nobody knows whether it is now. */
    ABSENCE_NO_LONGER_KNOWN("was not there before; whether it is now, is not known", false),
    /** It was not there, and is not now. */
    STILL_ABSENT("was not there before, and is not now", true),
    /** Not known then, and not now. */
    STILL_UNKNOWN("was not known before, and is not now", false);

    private final String words;
    private final boolean knownBothTimes;

    NeedChange(String words, boolean knownBothTimes) {
        this.words = words;
        this.knownBothTimes = knownBothTimes;
    }

    /** {@return it in plain words, to follow the name of a need or strength} */
    public String words() {
        return words;
    }

    /** {@return whether both answers are known: only then anything is known to have changed, or not to have} */
    public boolean isKnownBothTimes() {
        return knownBothTimes;
    }

    /** {@return what it would be with the two conversations in the other order} */
    public NeedChange mirrored() {
        return switch (this) {
            case NEW -> RESOLVED;
            case RESOLVED -> NEW;
            case WORSE -> BETTER;
            case BETTER -> WORSE;
            case GAINED -> LOST;
            case LOST -> GAINED;
            case FIRST_KNOWN -> NO_LONGER_KNOWN;
            case NO_LONGER_KNOWN -> FIRST_KNOWN;
            case FOUND_ABSENT -> ABSENCE_NO_LONGER_KNOWN;
            case ABSENCE_NO_LONGER_KNOWN -> FOUND_ABSENT;
            case PERSISTING, KEPT, STILL_ABSENT, STILL_UNKNOWN -> this;
        };
    }

    /** From two answers; WORSE and BETTER come from severities, which are not seen here. */
    static NeedChange of(boolean need, Answer before, Answer now) {
        if (!before.isKnown() && !now.isKnown()) {
            return STILL_UNKNOWN;
        }
        if (!before.isKnown()) {
            return now == Answer.YES ? FIRST_KNOWN : FOUND_ABSENT;
        }
        if (!now.isKnown()) {
            return before == Answer.YES ? NO_LONGER_KNOWN : ABSENCE_NO_LONGER_KNOWN;
        }
        if (before == now) {
            return now == Answer.NO ? STILL_ABSENT : need ? PERSISTING : KEPT;
        }
        if (now == Answer.YES) {
            return need ? NEW : GAINED;
        }
        return need ? RESOLVED : LOST;
    }
}
