package london.loti.referral.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;

/** The tokens of one service for Lucene: terms that count as often as they are told to, or texts in their order. */
final class TokensOfService extends TokenStream {
    /** No phrase reaches from one text into the next. */
    private static final int GAP = 100;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private final List<String> terms = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();
    private boolean counted;
    private int next;

    /** The next service, as terms and how much each counts. */
    void counted(Map<String, Integer> weights) {
        clear(true);
        terms.addAll(weights.keySet());
        numbers.addAll(weights.values());
    }

    /** The next service, as texts. */
    void inOrder(List<List<String>> texts) {
        clear(false);
        for (List<String> text : texts) {
            for (int i = 0; i < text.size(); i++) {
                terms.add(text.get(i));
                numbers.add(i == 0 ? GAP : 1);
            }
        }
    }

    private void clear(boolean count) {
        counted = count;
        terms.clear();
        numbers.clear();
        next = 0;
    }

    @Override
    public void reset() {
        next = 0;
    }

    @Override
    public boolean incrementToken() {
        if (next == terms.size()) {
            return false;
        }
        clearAttributes();
        term.append(terms.get(next));
        if (counted) {
            frequency.setTermFrequency(numbers.get(next));
        } else {
            step.setPositionIncrement(numbers.get(next));
        }
        next++;
        return true;
    }
}
