package london.loti.referral.directory;

import java.util.Objects;

import london.loti.model.finding.Require;

/**
 * One thing that speaks for a service, against it, or is not known.
 *
 * @param kind what it is about
 * @param verdict whether it speaks for the service
 * @param words the same in plain words, for staff and residents
 */
public record Reason(Kind kind, Verdict verdict, String words) {

    /** What a reason is about. The order is the one in which a service is judged. */
    public enum Kind {
        /** The words that were looked for. */
        WORDS("not about the words"),
        /** Whether it is given now. */
        STATUS("not given now"),
        /** What kind of service it is, and which needs it helps with. */
        TYPE("of another kind"),
        /** Which groups it is for, and not for. */
        GROUP("only for a group that was not asked for"),
        /** Which ages it is for. */
        AGE("for other ages"),
        /** Its own conditions, in words that only a person can judge. */
        CONDITIONS("whose conditions are not met"),
        /** Where people must live. */
        AREA("for people who live elsewhere"),
        /** In which languages it is given. */
        LANGUAGE("not in the language"),
        /** Whether one can get in and take part. */
        ACCESS("without the access that is needed"),
        /** What it costs. */
        COST("that cost more"),
        /** Whether it takes referrals. */
        REFERRALS("that take no referrals"),
        /** Whether there is a place left. */
        CAPACITY("without a place left"),
        /** Whether it is open at the time. */
        OPEN("not open at the time"),
        /** How far it is. */
        DISTANCE("too far"),
        /** How long ago somebody vouched for the record; it excludes nothing. */
        FRESHNESS("not vouched for");

        private final String excluded;

        Kind(String excluded) {
            this.excluded = excluded;
        }

        /** {@return why services of this kind were left out, for a line with their count: "for other ages"} */
        public String excluded() {
            return excluded;
        }
    }

    /** Whether a reason speaks for a service. */
    public enum Verdict {
        /** It fits. */
        YES,
        /** It does not, and the service is left out. */
        NO,
        /** Nobody knows; the service is kept, and stands behind those that are known to fit. */
        UNKNOWN
    }

    /**
     * Checks that all is said.
     *
     * @param kind what it is about
     * @param verdict whether it speaks for the service
     * @param words the same in plain words
     * @throws IllegalArgumentException if the words are blank
     */
    public Reason {
        Objects.requireNonNull(kind, "a reason needs a 'kind'");
        Objects.requireNonNull(verdict, "a reason needs a 'verdict'");
        Require.text(words, "a reason needs 'words'");
    }
}
