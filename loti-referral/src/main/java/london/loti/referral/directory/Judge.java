package london.loti.referral.directory;

import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

import london.loti.referral.directory.Reason.Verdict;

/** The verdicts of one search about one thing. */
final class Judge {
    /** Nothing is to be said. */
    static final byte SILENT = 0;
    /** It fits. */
    static final byte YES = 1;
    /** Nobody knows. */
    static final byte UNKNOWN = 2;
    /** It does not fit. */
    static final byte NO = 3;

    final Reason.Kind kind;
    /**
     * Whether what is not known ranks a hit lower. Of conditions in words nearly nothing is known, and freshness and
     * distance rank by themselves.
     */
    final boolean ranks;

    private final int @Nullable [] classOf;
    private final byte[] verdicts;
    private final IntFunction<String> words;

    private Judge(Reason.Kind kind, int @Nullable [] classOf, byte[] verdicts, IntFunction<String> words) {
        this.kind = kind;
        this.ranks = kind != Reason.Kind.CONDITIONS && kind != Reason.Kind.FRESHNESS && kind != Reason.Kind.DISTANCE;
        this.classOf = classOf;
        this.verdicts = verdicts;
        this.words = words;
    }

    /** Whether a class of services fits. */
    interface Ruling<K> {
        byte of(K key);
    }

    /** Whether a service fits. */
    interface RowRuling {
        byte of(int row);
    }

    /** Why, in words; asked for only where they are shown. */
    interface Words<K> {
        String of(K key, byte verdict);
    }

    /** Judges every class of a facet once. */
    static <K> Judge of(Reason.Kind kind, Facet<K> facet, Ruling<K> ruling, Words<K> words) {
        byte[] verdicts = new byte[facet.classes().size()];
        for (int i = 0; i < verdicts.length; i++) {
            verdicts[i] = ruling.of(facet.classes().get(i));
        }
        return of(kind, facet, verdicts, words);
    }

    /** Judges by verdicts that are known, one for every class of a facet. */
    static <K> Judge of(Reason.Kind kind, Facet<K> facet, byte[] verdicts, Words<K> words) {
        return new Judge(kind, facet.rows(), verdicts, row -> words.of(facet.key(row), verdicts[facet.classOf(row)]));
    }

    /** Judges every service by itself. */
    static Judge ofRows(Reason.Kind kind, int rows, RowRuling ruling, IntFunction<String> words) {
        byte[] verdicts = new byte[rows];
        for (int row = 0; row < rows; row++) {
            verdicts[row] = ruling.of(row);
        }
        return new Judge(kind, null, verdicts, words);
    }

    byte verdict(int row) {
        return verdicts[classOf == null ? row : classOf[row]];
    }

    /** The reason of a service; null where nothing is to be said. */
    @Nullable
    Reason reason(int row) {
        byte verdict = verdict(row);
        return verdict == SILENT ? null : new Reason(kind, verdictOf(verdict), sentence(words.apply(row)));
    }

    private static Verdict verdictOf(byte verdict) {
        return switch (verdict) {
            case YES -> Verdict.YES;
            case NO -> Verdict.NO;
            default -> Verdict.UNKNOWN;
        };
    }

    private static String sentence(String words) {
        String text = Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return text.endsWith(".") || text.endsWith("\"") ? text : text + ".";
    }
}
