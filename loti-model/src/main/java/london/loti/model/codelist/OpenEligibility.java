package london.loti.model.codelist;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.Where;
import london.loti.model.json.LotiJson;
import london.loti.model.need.Codelist;
import london.loti.model.need.Concept;
import london.loti.model.provenance.Licence;
import london.loti.model.provenance.Source;

/**
 * Reads the taxonomy Open Eligibility from a file of yours. It is under a share-alike licence, so that loti does not
 * bring it along: its crosswalks hold the numbers of terms and none of their words.
 *
 * <p>The file is the published XML in UTF-8, or the same shape as JSON: objects with {@code tag}, {@code id}, {@code title},
 * {@code text} and {@code children}.
 *
 * <pre>{@code
 * <taxonomy><version>2.0</version>
 *   <services><top_level id="1" title="First"><second_level id="2" title="A part of it"/></top_level></services>
 *   <situations>…</situations></taxonomy>
 * }</pre>
 *
 * <p>Services and situations become one codelist, {@code open-eligibility}, of the version that the file states. A
 * number that comes twice keeps its first meaning, and the other one is left out and told: of version 2.0, number 1206.
 */
public final class OpenEligibility {
    /** The id of the codelist. */
    public static final String ID = "open-eligibility";

    private static final int LONGEST_DOCUMENT = 32 << 20;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Licence SHARE_ALIKE = new Licence(
            "CC-BY-SA-3.0",
            "Creative Commons Attribution Share Alike 3.0 Unported",
            "https://creativecommons.org/licenses/by-sa/3.0/",
            true);

    /** The rules that a file can break. */
    public enum Code implements Finding.Code {
        /** It is neither this taxonomy's XML nor the same shape as JSON. */
        NOT_THE_TAXONOMY,
        /** It does not state its version. */
        NO_VERSION,
        /** A number comes twice. */
        DUPLICATE_ID,
        /** A term has no number, or no title. */
        INCOMPLETE_TERM
    }

    private final String source;
    private final Findings findings = new Findings();
    private final Map<String, Concept> terms = new LinkedHashMap<>();
    private final Map<String, String> definitions = new LinkedHashMap<>();

    private OpenEligibility(String source) {
        this.source = source;
    }

    /**
     * Reads a file.
     *
     * @param file the taxonomy, as XML or as JSON, in UTF-8
     * @return the codelist with a warning for every term that was left out; nothing where the file is something else
     */
    public static Checked<Codelist> read(Path file) {
        Path name = file.getFileName();
        OpenEligibility reader = new OpenEligibility(name == null ? file.toString() : name.toString());
        byte[] document;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            document = in.readNBytes(LONGEST_DOCUMENT + 1);
        } catch (IOException e) {
            return LotiJson.read(file, Codelist.class); // tells why the file can't be read
        }
        return reader.read(document);
    }

    private Checked<Codelist> read(byte[] document) {
        try {
            if (isXml(document) && document.length <= LONGEST_DOCUMENT) {
                return codelist(TermNode.ofXml(text(document)));
            }
            Checked<Object> json = LotiJson.read(source, new ByteArrayInputStream(document), Object.class);
            if (json.value().isEmpty()) {
                return Checked.failed(json.findings());
            }
            return json.value().get() instanceof Map<?, ?> object ? codelist(TermNode.ofJson(object)) : notIt(null);
        } catch (XMLStreamException e) {
            return notIt(e.getLocation() == null ? null : e.getLocation().getLineNumber());
        } catch (IOException e) {
            return notIt(null);
        }
    }

    private static boolean isXml(byte[] document) {
        for (byte b : document) {
            if (b == '<') {
                return true;
            }
            if (b == '{' || b == '[' || b == '"') {
                return false;
            }
        }
        return false;
    }

    /** Decoded here, because the parser of the JDK prints what it can't decode to the terminal. */
    private static String text(byte[] document) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(document))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private Checked<Codelist> notIt(@Nullable Integer line) {
        findings.error(
                Code.NOT_THE_TAXONOMY,
                "the file must be the taxonomy Open Eligibility, as XML or in the same shape as JSON, but is not",
                new Where(source, line, null));
        return Checked.failed(findings.toList());
    }

    private Checked<Codelist> codelist(TermNode root) {
        if (!root.tag().equals("taxonomy")) {
            return notIt(null);
        }
        String version = null;
        for (TermNode part : root.children()) {
            if (part.tag().equals("version")) {
                version = part.text();
            }
        }
        for (TermNode part : root.children()) {
            if (part.tag().equals("services") || part.tag().equals("situations")) {
                collectDefinitions(part);
                part.children().forEach(child -> collect(child, null));
            }
        }
        if (terms.isEmpty()) {
            return notIt(null);
        }
        if (version == null || version.isBlank()) {
            findings.warning(
                    Code.NO_VERSION,
                    "the taxonomy should state its version, but does not: no crosswalk can be checked against it",
                    Where.file(source));
            version = "not stated";
        }
        Codelist list = new Codelist(
                ID,
                version,
                "Open Eligibility",
                "Kinds of human services, and situations of people. Made for the United States.",
                "2026-11-25",
                new Source(
                        ID,
                        "Open Eligibility Project: human services taxonomy",
                        "Aunt Bertha, Inc.",
                        version,
                        "http://openeligibility.org",
                        SHARE_ALIKE,
                        "Read from a file of the user's; loti does not bring it along. Whoever passes it on, changed or"
                                + " not, does so under the same licence. The date of the codelist is that of this"
                                + " reader."),
                false,
                new ArrayList<>(terms.values()));
        return Checked.of(list, findings.toList());
    }

    private void collectDefinitions(TermNode part) {
        for (TermNode child : part.children()) {
            if (child.tag().equals("descriptions")) {
                for (TermNode described : child.children()) {
                    if (described.id() != null && described.text() != null) {
                        definitions.putIfAbsent(described.id(), described.text());
                    }
                }
            }
        }
    }

    private void collect(TermNode node, @Nullable String broader) {
        if (node.tag().equals("descriptions")) {
            return;
        }
        String id = node.id();
        String title = node.title();
        String within = broader;
        if (id == null
                || title == null
                || title.isBlank()
                || !NUMBER.matcher(id).matches()) {
            findings.warning(
                    Code.INCOMPLETE_TERM,
                    "a term must have a number and a title, but one has not; it is left out, and its parts are not",
                    Where.column(source, broader == null ? "at the top" : "below term '" + broader + "'"));
        } else if (terms.putIfAbsent(id, new Concept(id, title, definitions.get(id), broader, null)) != null) {
            findings.warning(
                    Code.DUPLICATE_ID,
                    "a number must come once, but comes twice: the first term keeps it, the other is left out, and its"
                            + " parts are not",
                    Where.column(source, "term '" + id + "'"));
            within = broader == null ? id : broader;
        } else {
            within = id;
        }
        for (TermNode child : node.children()) {
            collect(child, within);
        }
    }
}
