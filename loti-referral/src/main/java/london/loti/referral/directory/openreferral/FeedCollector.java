package london.loti.referral.directory.openreferral;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Finding;
import london.loti.model.finding.Severity;
import london.loti.model.provenance.Dataset;
import london.loti.model.service.Location;
import london.loti.model.service.Organisation;
import london.loti.model.service.Service;
import london.loti.model.service.ServiceAtLocation;
import london.loti.model.service.Taxonomy;
import london.loti.model.service.TaxonomyTerm;
import london.loti.referral.directory.openreferral.RuleTable.Kind;

/** Makes loti's records of the trees of a feed. */
final class FeedCollector implements FeedSink {
    /** Records that no other one owns, so that no id can be made for them. */
    private static final Set<String> STANDS_ALONE =
            Set.of("service", "organization", "location", "taxonomy", "taxonomy_term");

    private final Consumer<Service> services;
    private final FeedProblems problems = new FeedProblems();
    private final Map<String, String> sourceOfService = new HashMap<>();
    private final List<Organisation> organisations = new ArrayList<>();
    private final List<Location> locations = new ArrayList<>();
    private final List<Taxonomy> taxonomies = new ArrayList<>();
    private final List<TaxonomyTerm> terms = new ArrayList<>();
    private final Set<Standard> possible = EnumSet.allOf(Standard.class);
    private boolean anyOruk1;
    private long count;
    private long others;

    FeedCollector(Consumer<Service> services) {
        this.services = services;
    }

    boolean isEmpty() {
        return count == 0
                && others == 0
                && organisations.isEmpty()
                && locations.isEmpty()
                && taxonomies.isEmpty()
                && terms.isEmpty();
    }

    List<Finding> findings(String source) {
        if (isEmpty() && !problems.hasErrors()) {
            problems.add(
                    Severity.ERROR, FeedRule.EMPTY, source, null, null, "a feed must have records, but this has none");
        }
        return problems.toList();
    }

    Feed feed(FeedForm form, List<Service> collected, List<Dataset> sources) {
        return new Feed(form, standard(), count, collected, organisations, locations, taxonomies, terms, sources);
    }

    private Standard standard() {
        for (Standard standard : List.of(Standard.ORUK_3_0, Standard.HSDS_3_0, Standard.HSDS_3_1, Standard.ORUK_1_0)) {
            if (possible.contains(standard)) {
                return standard;
            }
        }
        return anyOruk1 ? Standard.ORUK_1_0 : Standard.HSDS_3_1;
    }

    @Override
    public void problem(
            Severity severity,
            FeedRule rule,
            String source,
            @Nullable Integer line,
            @Nullable String path,
            String words) {
        problems.add(severity, rule, source, line, path, words);
    }

    @Override
    public void page(String source, FeedPage page) {
        page.check((severity, rule, path, words) -> problems.add(Severity.WARNING, rule, source, null, path, words));
    }

    @Override
    public void row(FeedItem item) {
        RecordFindings findings = new RecordFindings(item, problems);
        findings.check(true, possible);
        String owner = STANDS_ALONE.contains(item.kind().name()) ? null : "";
        if (item.kind().recordName() != null) {
            new RecordCodec(findings).decode(item.kind(), ownValues(item), item.path(), owner);
        }
        findings.tell();
    }

    /** The record without its parts, which are told where they stand. */
    private static ObjectNode ownValues(FeedItem item) {
        ObjectNode own = item.node().deepCopy();
        own.retain(item.kind().fields().values().stream()
                .filter(field -> !CsvTables.isPart(field))
                .map(RuleTable.FieldRule::name)
                .toList());
        return own;
    }

    @Override
    public void record(FeedItem item) {
        RecordFindings findings = new RecordFindings(item, problems);
        if (!item.isChecked()) {
            findings.check(false, possible);
        }
        anyOruk1 |= !item.kind().isHsds();
        RecordCodec codec = new RecordCodec(findings);
        switch (item.kind().name()) {
            case "service" -> service(codec, item.kind(), item.node(), item, item.path(), null);
            case "organization" -> organisation(codec, item);
            case "service_at_location" -> serviceAtLocation(codec, item);
            case "location" -> add(locations, Location.class, codec, item.kind(), item.node(), item.path());
            case "taxonomy_term" -> add(terms, TaxonomyTerm.class, codec, item.kind(), item.node(), item.path());
            case "taxonomy" -> taxonomy(codec, item);
            default -> {
                others++;
                if (!item.kind().name().equals("api_details")) {
                    problem(
                            Severity.WARNING,
                            FeedRule.NOT_KEPT,
                            item.source(),
                            item.line(),
                            item.path(),
                            "loti keeps no record of this kind");
                }
            }
        }
        if (!item.isChecked()) {
            findings.tell();
        }
    }

    private void service(
            RecordCodec codec,
            Kind kind,
            JsonNode node,
            FeedItem item,
            String path,
            @Nullable Organisation organisation) {
        if (!(node instanceof ObjectNode object)
                || !(codec.decode(kind, object, path, null) instanceof Service service)) {
            return;
        }
        boolean lacks =
                service.organisation() == null && !service.extras().extensions().containsKey("organization");
        emit(
                lacks && organisation != null
                        ? service.toBuilder().organisation(organisation).build()
                        : service,
                item,
                path);
    }

    private void emit(Service service, FeedItem item, String path) {
        String other = sourceOfService.putIfAbsent(service.id(), item.source());
        if (other == null) {
            count++;
            services.accept(service);
            return;
        }
        boolean isSameFile = other.equals(item.source());
        problem(
                isSameFile ? Severity.ERROR : Severity.WARNING,
                isSameFile ? FeedRule.DUPLICATE_ID : FeedRule.REPEATED_RECORD,
                item.source(),
                item.line(),
                path + "/id",
                "a service's id must come once, but comes twice; the first is kept");
    }

    private void organisation(RecordCodec codec, FeedItem item) {
        ObjectNode own = item.node().deepCopy();
        JsonNode nested = own.remove("services");
        Object decoded = codec.decode(item.kind(), own, item.path(), null);
        Organisation organisation = decoded instanceof Organisation made ? made : null;
        if (organisation != null) {
            organisations.add(organisation);
        }
        if (nested == null || !nested.isArray()) {
            return;
        }
        Kind kind = RuleTable.kind(item.kind().isHsds(), item.kind().isHsds() ? "service" : "nested_service");
        for (int i = 0; i < nested.size(); i++) {
            service(codec, kind, nested.get(i), item, item.path() + "/services/" + i, organisation);
        }
    }

    /** A service as it is given at one place becomes the service, given there. */
    private void serviceAtLocation(RecordCodec codec, FeedItem item) {
        ObjectNode own = item.node().deepCopy();
        JsonNode nested = own.remove("service");
        Object decoded = codec.decode(item.kind(), own, item.path(), null);
        if (!(nested instanceof ObjectNode node)) {
            problem(
                    Severity.ERROR,
                    FeedRule.NOT_KEPT,
                    item.source(),
                    item.line(),
                    item.path() + "/service",
                    "a place where a service is given can be kept only with the service");
            return;
        }
        Kind kind = RuleTable.kind(true, "service");
        if (codec.decode(kind, node, item.path() + "/service", null) instanceof Service service) {
            Service given = decoded instanceof ServiceAtLocation place ? at(service, place) : service;
            emit(given, item, item.path() + "/service");
        }
    }

    private static Service at(Service service, ServiceAtLocation place) {
        List<ServiceAtLocation> places = new ArrayList<>(service.serviceAtLocations());
        if (places.stream().noneMatch(there -> there.id().equals(place.id()))) {
            places.add(place);
        }
        return service.toBuilder().serviceAtLocations(places).build();
    }

    private void taxonomy(RecordCodec codec, FeedItem item) {
        if (!item.kind().isHsds()) {
            add(terms, TaxonomyTerm.class, codec, item.kind(), item.node(), item.path());
            return;
        }
        add(taxonomies, Taxonomy.class, codec, item.kind(), item.node(), item.path());
        JsonNode nested = item.node().path("taxonomy_terms");
        Kind kind = RuleTable.kind(true, "taxonomy_term");
        for (int i = 0; i < nested.size(); i++) {
            if (nested.isArray() && nested.get(i) instanceof ObjectNode term) {
                add(terms, TaxonomyTerm.class, codec, kind, term, item.path() + "/taxonomy_terms/" + i);
            }
        }
    }

    private static <T> void add(List<T> to, Class<T> type, RecordCodec codec, Kind kind, ObjectNode node, String path) {
        Object record = codec.decode(kind, node, path, null);
        if (type.isInstance(record)) {
            to.add(type.cast(record));
        }
    }
}
