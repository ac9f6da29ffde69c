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

    private final RowRuling ruling;
    private final IntFunction<String> words;

    private Judge(Reason.Kind kind, RowRuling ruling, IntFunction<String> words) {
        this.kind = kind;
        this.ranks = kind != Reason.Kind.CONDITIONS && kind != Reason.Kind.FRESHNESS && kind != Reason.Kind.DISTANCE;
        this.ruling = ruling;
        this.words = words;
    }

    /** Whether a class of services fits. */
    interface Ruling<K> {
        byte of(K key);
    }

    /** Whether a service fits. */
    interface RowRuling {
        byte of(int row);

        /**
         * Marks what does not fit.
         *
         * @param rows the rows that matter, a bit a row
         * @param no gets a bit for each of those rows that does not fit; the others may get one, too
         */
        default void exclude(long[] rows, long[] no) {
            for (int word = 0; word < rows.length; word++) {
                long bits = 0;
                for (long left = rows[word]; left != 0; left &= left - 1) {
                    int row = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                    bits |= of(row) == NO ? left & -left : 0;
                }
                no[word] = bits;
            }
        }
    }

    /** Verdicts by the class that a service is of. */
    private static final class ClassRuling implements RowRuling {
        private final Facet<?> facet;
        private final byte[] verdicts;
        /** What does not fit, once somebody has asked; for a judge that is asked in many searches. */
        private volatile long @Nullable [] known;

        ClassRuling(Facet<?> facet, byte[] verdicts) {
            this.facet = facet;
            this.verdicts = verdicts;
        }

        @Override
        public byte of(int row) {
            return verdicts[facet.classOf(row)];
        }

        @Override
        public void exclude(long[] rows, long[] no) {
            long[] all = known;
            if (all == null) {
                all = excluded(no.length);
                known = all;
            }
            System.arraycopy(all, 0, no, 0, no.length);
        }

        private long[] excluded(int words) {
            boolean[] wanted = new boolean[verdicts.length];
            boolean any = false;
            for (int i = 0; i < wanted.length; i++) {
                wanted[i] = verdicts[i] == NO;
                any |= wanted[i];
            }
            long[] no = new long[words];
            if (any) {
                facet.mark(wanted, no);
            }
            return no;
        }
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
        return new Judge(
                kind, new ClassRuling(facet, verdicts), row -> words.of(facet.key(row), verdicts[facet.classOf(row)]));
    }

    /** Judges every service by itself, when it is asked about. */
    static Judge ofRows(Reason.Kind kind, RowRuling ruling, IntFunction<String> words) {
        return new Judge(kind, ruling, words);
    }

    /** Marks what does not fit, as {@link RowRuling#exclude}. */
    void exclude(long[] rows, long[] no) {
        ruling.exclude(rows, no);
    }

    byte verdict(int row) {
        return ruling.of(row);
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
