package london.loti.referral.directory.openreferral;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import london.loti.model.service.Service;
import london.loti.referral.directory.openreferral.RuleTable.Kind;

/**
 * Writes services as a feed, in any of the standards and forms that {@link OpenReferralReader} reads.
 *
 * <pre>{@code
 * List<Loss> losses = OpenReferralWriter.to(Standard.ORUK_3_0).write(services, FeedForm.NDJSON, file);
 * }</pre>
 *
 * <p><b>Nothing is lost within a standard.</b> What was read from a feed without an error and is written in the same
 * standard gives the same JSON, where absent, null and an empty list mean the same, as do numbers of one value and
 * fields in any order. Written in another standard, what that has no place for is left out, and counted. Fields that no
 * standard knows stay, as do loti's own, which begin with {@code x-loti-}; {@link #withoutExtensions()} leaves them out.
 *
 * <p><b>Confidential locations can't be found.</b> Of a location that is confidential, its id, type, languages and hours
 * are written, and no name, address, point, contact or telephone number; of its service areas only the names. A location
 * with the same id, point or postcode counts as confidential, too, and its postcode, lines of address, names and numbers
 * are struck out of all texts of the services that are given there and of their organisations' services. A text that
 * describes the way in other words stays: nobody but its author can see that. {@link #asInternalCopy()} writes
 * everything.
 *
 * <p>A file is written under another name and moved into place when it is whole. Thread-safe.
 */
public final class OpenReferralWriter {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(StreamWriteFeature.AUTO_CLOSE_CONTENT).build();

    private final Standard standard;
    private final boolean keepsExtensions;
    private final boolean goesBeyondProfile;
    private final boolean redacts;
    private final int pageSize;

    private OpenReferralWriter(
            Standard standard, boolean keepsExtensions, boolean goesBeyondProfile, boolean redacts, int pageSize) {
        this.standard = standard;
        this.keepsExtensions = keepsExtensions;
        this.goesBeyondProfile = goesBeyondProfile;
        this.redacts = redacts;
        this.pageSize = pageSize;
    }

    /**
     * {@return a writer that keeps extensions and hides confidential locations}
     *
     * @param standard the standard to write
     */
    public static OpenReferralWriter to(Standard standard) {
        return new OpenReferralWriter(
                Objects.requireNonNull(standard, "a writer needs a standard"), true, false, true, 100);
    }

    /** {@return a writer that leaves out, and counts, every field that the standard does not have} */
    public OpenReferralWriter withoutExtensions() {
        return new OpenReferralWriter(standard, false, false, redacts, pageSize);
    }

    /**
     * {@return a writer that also writes fields of the other versions and profiles of HSDS} A feed that went beyond its
     * profile then comes back as it was.
     */
    public OpenReferralWriter withFieldsBeyondProfile() {
        return new OpenReferralWriter(standard, true, true, redacts, pageSize);
    }

    /** {@return a writer that also tells where confidential locations are: its files must not leave the house} */
    public OpenReferralWriter asInternalCopy() {
        return new OpenReferralWriter(standard, keepsExtensions, goesBeyondProfile, false, pageSize);
    }

    /**
     * {@return a writer that puts so many services into each page of a folder}
     *
     * @param services how many, at least 1
     * @throws IllegalArgumentException if it is below 1
     */
    public OpenReferralWriter withPageSize(int services) {
        if (services < 1) {
            throw new IllegalArgumentException("a page must have at least 1 service, but had " + services);
        }
        return new OpenReferralWriter(standard, keepsExtensions, goesBeyondProfile, redacts, services);
    }

    /**
     * Writes services.
     *
     * @param services the services, gone through more than once
     * @param form the form: one service ({@link FeedForm#SINGLE}), one page with all of them, a list, a service a line,
     *     a folder of pages, or a folder of tables, which Open Referral UK 1.0 does not have
     * @param to the file, or the folder, which must be empty or absent
     * @return what was left out, in a fixed order
     * @throws IllegalArgumentException if the form does not fit the standard or the number of services
     * @throws IOException if the files can't be written
     */
    public List<Loss> write(Iterable<Service> services, FeedForm form, Path to) throws IOException {
        ConfidentialPlaces places = new ConfidentialPlaces();
        long count = 0;
        for (Service service : services) {
            count++;
            if (redacts) {
                places.learn(service);
            }
        }
        if (form == FeedForm.SINGLE && count != 1) {
            throw new IllegalArgumentException("a single record must be one service, but there were " + count);
        }
        Losses losses = new Losses();
        Trees trees = new Trees(services, places, losses);
        switch (form) {
            case CSV -> new CsvFeedWriter(standard, goesBeyondProfile).write(trees, emptyFolder(to), losses);
            case FOLDER -> pages(trees.iterator(), count, emptyFolder(to));
            default -> {
                long all = count;
                draft(to, out -> document(trees.iterator(), form, all, out));
            }
        }
        return trees.losses().toList();
    }

    /**
     * {@return a service as one JSON document, indented} Where a location of it is confidential, no other service can
     * tell what must be hidden.
     *
     * @param service the service
     */
    public String toJson(Service service) {
        ConfidentialPlaces places = new ConfidentialPlaces();
        if (redacts) {
            places.learn(service);
        }
        ObjectNode tree =
                new Trees(List.of(service), places, new Losses()).iterator().next();
        try {
            return MAPPER.writer(printer()).writeValueAsString(tree) + "\n";
        } catch (IOException e) {
            throw new IllegalStateException("a tree can be written to memory", e);
        }
    }

    private void document(Iterator<ObjectNode> trees, FeedForm form, long count, OutputStream out) throws IOException {
        try (JsonGenerator json = MAPPER.createGenerator(out, JsonEncoding.UTF8)) {
            switch (form) {
                case SINGLE -> {
                    json.setPrettyPrinter(printer());
                    json.writeTree(trees.next());
                    json.writeRaw('\n');
                }
                case NDJSON -> {
                    json.setRootValueSeparator(new SerializedString(""));
                    while (trees.hasNext()) {
                        json.writeTree(trees.next());
                        json.writeRaw('\n');
                    }
                }
                case LIST -> {
                    json.setPrettyPrinter(printer());
                    json.writeStartArray();
                    while (trees.hasNext()) {
                        json.writeTree(trees.next());
                    }
                    json.writeEndArray();
                    json.writeRaw('\n');
                }
                default -> page(json, trees, new Page(form == FeedForm.PAGE_1_0, 1, 1, count, count));
            }
        }
    }

    private void pages(Iterator<ObjectNode> trees, long count, Path folder) throws IOException {
        long pages = Math.max(1, (count + pageSize - 1) / pageSize);
        boolean isOruk1 = !standard.isHsds();
        for (long number = 1; number <= pages; number++) {
            long size = Math.min(pageSize, count - (number - 1) * pageSize);
            Page page = new Page(isOruk1, number, pages, count, size);
            String name = String.format(Locale.ROOT, "service_list_%06d.json", number);
            draft(folder.resolve(name), out -> {
                try (JsonGenerator json = MAPPER.createGenerator(out, JsonEncoding.UTF8)) {
                    page(json, trees, page);
                }
            });
        }
    }

    private static void page(JsonGenerator json, Iterator<ObjectNode> trees, Page page) throws IOException {
        json.setPrettyPrinter(printer());
        json.writeStartObject();
        json.writeNumberField(page.isOruk1() ? "totalElements" : "total_items", page.all());
        json.writeNumberField(page.isOruk1() ? "totalPages" : "total_pages", page.pages());
        json.writeNumberField(page.isOruk1() ? "number" : "page_number", page.number());
        json.writeNumberField("size", page.size());
        json.writeBooleanField(page.isOruk1() ? "first" : "first_page", page.number() == 1);
        json.writeBooleanField(page.isOruk1() ? "last" : "last_page", page.number() == page.pages());
        json.writeBooleanField("empty", page.size() == 0);
        json.writeArrayFieldStart(page.isOruk1() ? "content" : "contents");
        for (long i = 0; i < page.size(); i++) {
            json.writeTree(trees.next());
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
    }

    private static Path emptyFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new IllegalArgumentException("a feed must be written into an empty folder, but there are files");
            }
        }
        return folder;
    }

    /** Writes a file under another name, and moves it into place. */
    static void draft(Path to, Written written) throws IOException {
        Path place = to.toAbsolutePath();
        Path draft = place.resolveSibling("." + FeedFiles.name(place) + ".draft");
        Files.deleteIfExists(draft);
        try {
            try (OutputStream out =
                    new BufferedOutputStream(Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW), 1 << 16)) {
                written.to(out);
            }
            Files.move(draft, place, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Writes the bytes of a file. */
    interface Written {
        void to(OutputStream out) throws IOException;
    }

    private record Page(boolean isOruk1, long number, long pages, long all, long size) {}

    /** The trees of services, made one by one; what is left out is counted in the first pass that asks for it. */
    private final class Trees implements Iterable<ObjectNode> {
        private final Iterable<Service> services;
        private final ConfidentialPlaces places;
        private final List<Losses> passes = new ArrayList<>();
        private final Losses outer;

        Trees(Iterable<Service> services, ConfidentialPlaces places, Losses losses) {
            this.services = services;
            this.places = places;
            this.outer = losses;
        }

        Losses losses() {
            return outer;
        }

        @Override
        public Iterator<ObjectNode> iterator() {
            Losses losses = passes.isEmpty() ? outer : new Losses();
            passes.add(losses);
            RecordEncoder encoder = new RecordEncoder(standard, keepsExtensions, goesBeyondProfile, losses);
            Kind kind = RuleTable.kind(standard.isHsds(), "service");
            Iterator<Service> all = services.iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return all.hasNext();
                }

                @Override
                public ObjectNode next() {
                    Service service = all.next();
                    return encoder.encode(kind, redacts ? places.hide(service, losses) : service);
                }
            };
        }
    }
}
