package london.loti.referral.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * How well every service answers to what was typed: the sum over its terms of how rare the term is, as in BM25, times how
 * much it counts there, which levels off. A service without a phrase that was quoted does not answer.
 */
final class WordScores implements Judge.RowRuling {
    private static final double SATURATION = 4;

    private final double[] scores;
    /** A bit for every row that answers. */
    private final long[] answers;
    /** Terms as they are shown to people, and the rows that have them, in their order. */
    private final List<String> terms = new ArrayList<>();

    private final List<int[]> rows = new ArrayList<>();

    WordScores(TextIndex index, int size, WordIndex.Asked asked) {
        scores = new double[size];
        answers = new long[(size + Long.SIZE - 1) / Long.SIZE];
        double all = 0;
        for (Map.Entry<String, Double> term : asked.terms().entrySet()) {
            TextIndex.Postings postings = index.postings(term.getKey());
            if (postings != null) {
                double rarity = Math.log(1 + (size - postings.count() + 0.5) / (postings.count() + 0.5));
                all += rarity * term.getValue();
                terms.add(asked.shown().getOrDefault(term.getKey(), term.getKey()));
                rows.add(add(postings, rarity * term.getValue()));
            }
        }
        for (int i = 0; i < asked.phrases().size(); i++) {
            addPhrase(index, asked.phrases().get(i), all == 0 ? 1 : all, i == 0);
        }
    }

    /** Once something is quoted, words alone are no answer any more; and all that is quoted must be there. */
    private void addPhrase(TextIndex index, List<String> phrase, double worth, boolean isFirst) {
        long[] has = new long[answers.length];
        index.phrase(phrase, row -> {
            has[row / Long.SIZE] |= 1L << row; // a shift counts modulo 64
            scores[row] += worth;
        });
        for (int word = 0; word < has.length; word++) {
            answers[word] = isFirst ? has[word] : answers[word] & has[word];
        }
    }

    private int[] add(TextIndex.Postings postings, double worth) {
        int[] having = new int[postings.count()];
        PostingsEnum services = postings.services();
        try {
            int count = 0;
            int row = services.nextDoc();
            while (row != DocIdSetIterator.NO_MORE_DOCS) {
                int weight = services.freq();
                scores[row] += worth * weight / (weight + SATURATION);
                answers[row / Long.SIZE] |= 1L << row;
                having[count++] = row;
                row = services.nextDoc();
            }
            return having;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How well a service answers that does. */
    double score(int row) {
        return scores[row];
    }

    @Override
    public byte of(int row) {
        return (answers[row / Long.SIZE] >>> row & 1) == 1 ? Judge.YES : Judge.NO;
    }

    @Override
    public void exclude(long[] rows, long[] no) {
        for (int word = 0; word < no.length; word++) {
            no[word] = rows[word] & ~answers[word];
        }
    }

    /** Why a service answers or not, in words. */
    String words(int row) {
        List<String> found = found(row);
        if (of(row) == Judge.YES) {
            return found.isEmpty() ? "it has the words" : "it is about " + String.join(", ", found);
        }
        return "it has none of the words, or not all that were quoted";
    }

    private List<String> found(int row) {
        List<String> found = new ArrayList<>();
        for (int term = 0; term < terms.size(); term++) {
            if (Arrays.binarySearch(rows.get(term), row) >= 0) {
                found.add(terms.get(term));
            }
        }
        return found;
    }
}
