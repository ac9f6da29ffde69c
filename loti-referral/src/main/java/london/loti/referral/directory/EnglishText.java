package london.loti.referral.directory;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * English text as words and their stems: split as Unicode says, without a possessive 's, in lower case, without accents,
 * and stemmed by Porter's rules, so that "computers" and "computing" are one. Thread-safe.
 */
final class EnglishText {
    private final Map<String, String> stems = new ConcurrentHashMap<>();

    private final Analyzer surfaces = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new StandardTokenizer();
            return new TokenStreamComponents(
                    words, new ASCIIFoldingFilter(new LowerCaseFilter(new EnglishPossessiveFilter(words))));
        }
    };

    /**
     * A word.
     *
     * @param surface as it stands, in lower case
     * @param stem its stem
     */
    record Token(String surface, String stem) {}

    /** The words of a published text; their stems are remembered, as the same words come again and again. */
    List<Token> learn(String text) {
        return tokens(text, true);
    }

    /** The words of a text that somebody typed; nothing of it is remembered. */
    List<Token> read(String text) {
        return tokens(text, false);
    }

    private List<Token> tokens(String text, boolean remember) {
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream = surfaces.tokenStream("", new StringReader(text.replace('\u2019', '\'')))) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                String surface = term.toString();
                String stem = stems.get(surface);
                if (stem == null) {
                    stem = stem(surface);
                    if (remember) {
                        stems.put(surface, stem);
                    }
                }
                tokens.add(new Token(surface, stem));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }

    private static String stem(String surface) throws IOException {
        try (Tokenizer whole = new KeywordTokenizer()) {
            whole.setReader(new StringReader(surface));
            TokenStream stemmed = new PorterStemFilter(whole);
            CharTermAttribute term = stemmed.addAttribute(CharTermAttribute.class);
            stemmed.reset();
            String stem = stemmed.incrementToken() ? term.toString() : surface;
            stemmed.end();
            return stem;
        }
    }
}
