package london.loti.persona.evidence;

import org.jspecify.annotations.Nullable;

/**
 * What to do about one category (a persona, a code) after people tried to use it. It is advice to those who write the
 * definitions; nothing follows by itself, and it says nothing about the raters.
 *
 * @param category the category
 * @param verdict what to do
 * @param with the category that it is taken for; null unless the verdict is {@link Verdict#MERGE}
 * @param cases the cases with two ratings or more for which somebody chose it
 * @param alpha how far raters agree on it: nominal alpha of the category against all others
 * @param words the advice and its reason, in a sentence
 */
public record CategoryAdvice(
        String category, Verdict verdict, @Nullable String with, int cases, AgreementResult alpha, String words) {

    /** What to do about a category. */
    public enum Verdict {
        /** Raters agree on it. */
        KEEP,
        /** Raters agree on it well enough for tentative conclusions. */
        KEEP_FOR_NOW,
        /** Raters take it for one other category as often as by chance: one of the two is too many. */
        MERGE,
        /** Raters do not agree on it, and no one other category explains why: split it, or define it better. */
        SPLIT_OR_DEFINE,
        /** Too few cases, or no coefficient: no advice. */
        TOO_LITTLE_KNOWN
    }
}
