package london.loti.referral.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Which service has which words, in an index of Lucene that lives in memory. The services are its documents in their
 * order, in one segment, so that a document's number is a service's row. Immutable and thread-safe.
 */
final class TextIndex {
    private static final String TERMS = "terms";
    private static final String PHRASES = "phrases";
    private static final int MEGABYTES_BEFORE_A_SECOND_SEGMENT = 1_024;
    private static final FieldType COUNTED = fieldType(IndexOptions.DOCS_AND_FREQS);
    private static final FieldType IN_ORDER = fieldType(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);

    private final @Nullable LeafReader reader;
    private final @Nullable IndexSearcher searcher;
    private final long bytes;

    private TextIndex(@Nullable LeafReader reader, @Nullable IndexSearcher searcher, long bytes) {
        this.reader = reader;
        this.searcher = searcher;
        this.bytes = bytes;
    }

    /** Takes services in the order of their rows. */
    static final class Builder {
        private final ByteBuffersDirectory store = new ByteBuffersDirectory();
        private final IndexWriter writer;
        private final TokensOfService terms = new TokensOfService();
        private final TokensOfService phrases = new TokensOfService();
        private final Document document = new Document();

        Builder() {
            Analyzer unused = new KeywordAnalyzer();
            try {
                writer = new IndexWriter(
                        store,
                        new IndexWriterConfig(unused)
                                .setRAMBufferSizeMB(MEGABYTES_BEFORE_A_SECOND_SEGMENT)
                                .setUseCompoundFile(false));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            document.add(new Field(TERMS, terms, COUNTED));
            document.add(new Field(PHRASES, phrases, IN_ORDER));
        }

        /** Adds a service: its terms with how much each counts, and its texts as stems in their order. */
        void add(Map<String, Integer> weights, List<List<String>> texts) {
            terms.counted(weights);
            phrases.inOrder(texts);
            try {
                writer.addDocument(document);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        TextIndex build() {
            try {
                writer.forceMerge(1);
                writer.close();
                DirectoryReader all = DirectoryReader.open(store);
                long bytes = 0;
                for (String file : store.listAll()) {
                    bytes += store.fileLength(file);
                }
                if (all.leaves().isEmpty()) {
                    return new TextIndex(null, null, bytes);
                }
                IndexSearcher searcher = new IndexSearcher(all);
                searcher.setQueryCache(null);
                return new TextIndex(all.leaves().get(0).reader(), searcher, bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** How large the index is. */
    long bytes() {
        return bytes;
    }

    /** The services that have a term, with how much it counts in each; null where none has it. */
    @Nullable
    Postings postings(String term) {
        if (reader == null) {
            return null;
        }
        try {
            Terms terms = reader.terms(TERMS);
            if (terms == null) {
                return null;
            }
            TermsEnum at = terms.iterator();
            return at.seekExact(new BytesRef(term))
                    ? new Postings(at.postings(null, PostingsEnum.FREQS), at.docFreq())
                    : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The services that have a term.
     *
     * @param services their rows and how much it counts, once
     * @param count how many there are
     */
    record Postings(PostingsEnum services, int count) {}

    /** Tells the rows of all services in which these stems stand together, in their order. */
    void phrase(List<String> stems, IntConsumer rows) {
        if (searcher == null) {
            return;
        }
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        stems.forEach(stem -> phrase.add(new Term(PHRASES, stem)));
        try {
            Weight weight = searcher.createWeight(searcher.rewrite(phrase.build()), ScoreMode.COMPLETE_NO_SCORES, 1);
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                // one segment: a document's number is a row
                Scorer scorer = weight.scorer(leaf);
                DocIdSetIterator found = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
                int row = found.nextDoc();
                while (row != DocIdSetIterator.NO_MORE_DOCS) {
                    rows.accept(row);
                    row = found.nextDoc();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FieldType fieldType(IndexOptions options) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.setIndexOptions(options);
        type.freeze();
        return type;
    }
}
