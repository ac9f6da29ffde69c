package london.loti.referral.message;

import java.util.regex.Pattern;

import london.loti.model.finding.Require;

/**
 * Hands a message over to whoever delivers it: an adapter to the council's own service, GOV.UK Notify for example.
 *
 * <p><b>At least once.</b> A message may come again with the same {@link OutgoingMessage#id()} and the same words, when
 * the process died between handing over and keeping that it did. Whoever delivers must take the id as the key by which a
 * second one is dropped; else the recipient gets two.
 *
 * <p>It is called outside any transaction, so that a slow one holds up no store. What it throws counts as "try again";
 * the exception is dropped, because its message may quote the message. Implementations are thread-safe and set a time
 * limit of their own.
 */
@FunctionalInterface
public interface MessageSender {
    /**
     * {@return what became of a message}
     *
     * @param message the message
     */
    Outcome send(OutgoingMessage message);

    /** What became of a message. */
    sealed interface Outcome {}

    /** It was taken over, now or when it came before. */
    record Accepted() implements Outcome {}

    /**
     * It was not taken over.
     *
     * @param problem what went wrong, a code, for example {@code bad-address}; never words, which may quote the message
     * @param again whether it may work later, so that the message stays in the queue
     */
    record Failed(String problem, boolean again) implements Outcome {
        /**
         * Checks the code.
         *
         * @param problem what went wrong, a code of letters, digits and hyphens that begins with a letter; no number
         *     of more than four digits, which may be somebody's
         * @param again whether it may work later
         */
        public Failed {
            Require.code("a failed message", "problem", problem);
            if (!PROBLEM.matcher(problem).matches()
                    || LONG_NUMBER.matcher(problem).find()) {
                throw new IllegalArgumentException("a failed message's 'problem' must be a code of letters, digits and"
                        + " hyphens that begins with a letter, without a long number");
            }
        }

        private static final Pattern PROBLEM = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");
        private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{5}|[0-9-]{7}");
    }
}
