package london.loti.model.finding;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Suggests the known name that a mistyped one was most likely meant to be. */
public final class Nearest {
    /** Longer names are no typing mistakes, and comparing them would be slow. */
    private static final int LONGEST = 100;

    private Nearest() {}

    /**
     * {@return the nearest known name; empty where none is near} Near means that at most a third of the letters (or
     * two, but never all of them) must be changed, added, dropped or swapped with their neighbour; case does not count.
     * Of equally near names the first in alphabetical order is taken.
     *
     * @param wanted the mistyped name; nothing is near to one of more than 100 characters
     * @param known the names to choose from, in any order
     */
    public static Optional<String> to(String wanted, Collection<String> known) {
        if (wanted.length() > LONGEST) {
            return Optional.empty();
        }
        String name = wanted.toLowerCase(Locale.ROOT);
        int reach = Math.min(name.length() - 1, Math.max(2, name.length() / 3));
        return known.stream()
                .filter(k -> k.length() <= LONGEST)
                .filter(k -> distance(name, k.toLowerCase(Locale.ROOT)) <= reach)
                .min(Comparator.<String>comparingInt(k -> distance(name, k.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /**
     * {@return a new line with the suggestion, or an empty text: made to be appended to a message}
     *
     * @param wanted the mistyped name
     * @param known the names to choose from, none of them personal: the message will hold one
     */
    public static String hint(String wanted, Collection<String> known) {
        return to(wanted, known).map(k -> "\nMaybe '" + k + "' is meant.").orElse("");
    }

    /** Optimal string alignment distance. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(d[i - 1][j - 1] + change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
