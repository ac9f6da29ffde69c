package london.loti.benchmarks.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

import london.loti.model.service.Location;
import london.loti.model.service.Service;
import london.loti.model.service.ServiceAtLocation;

/** Lucene as it comes: any of the words, within a distance; no rules, no counts of what was left out, and no reasons. */
final class PlainLucene {
    private static final String TEXT = "text";
    private static final String POINT = "point";
    private static final String NUMBER = "number";

    private final List<Service> services;
    private final Analyzer english = new EnglishAnalyzer();
    private final IndexSearcher searcher;

    PlainLucene(List<Service> services) {
        this.services = services;
        ByteBuffersDirectory store = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(store, new IndexWriterConfig(english))) {
            for (int i = 0; i < services.size(); i++) {
                writer.addDocument(document(services.get(i), i));
            }
            writer.forceMerge(1);
            writer.commit();
            searcher = new IndexSearcher(DirectoryReader.open(store));
            searcher.setQueryCache(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document document(Service service, int number) {
        Document document = new Document();
        String organisation =
                service.organisation() == null ? "" : service.organisation().name();
        for (String text :
                List.of(service.name(), organisation, Objects.requireNonNullElse(service.description(), ""))) {
            document.add(new TextField(TEXT, text, Field.Store.NO));
        }
        for (ServiceAtLocation there : service.serviceAtLocations()) {
            Location place = there.location();
            if (place != null && place.latitude() != null && place.longitude() != null) {
                document.add(new LatLonPoint(POINT, place.latitude(), place.longitude()));
            }
        }
        document.add(new StoredField(NUMBER, number));
        return document;
    }

    List<Service> search(String query, double latitude, double longitude, double metres, int most) {
        try {
            BooleanQuery.Builder any = new BooleanQuery.Builder();
            try (TokenStream words = english.tokenStream(TEXT, query)) {
                CharTermAttribute word = words.addAttribute(CharTermAttribute.class);
                words.reset();
                while (words.incrementToken()) {
                    any.add(new TermQuery(new Term(TEXT, word.toString())), BooleanClause.Occur.SHOULD);
                }
                words.end();
            }
            BooleanQuery both = new BooleanQuery.Builder()
                    .add(any.build(), BooleanClause.Occur.MUST)
                    .add(LatLonPoint.newDistanceQuery(POINT, latitude, longitude, metres), BooleanClause.Occur.FILTER)
                    .build();
            List<Service> found = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(both, most).scoreDocs) {
                found.add(services.get(searcher.storedFields()
                        .document(hit.doc)
                        .getField(NUMBER)
                        .numericValue()
                        .intValue()));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
