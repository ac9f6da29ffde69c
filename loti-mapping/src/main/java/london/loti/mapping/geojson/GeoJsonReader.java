package london.loti.mapping.geojson;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import org.jspecify.annotations.Nullable;

import london.loti.model.area.AreaVintage;
import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.Where;
import london.loti.model.provenance.Dataset;

/**
 * Reads the boundaries of areas from a GeoJSON file (RFC 7946).
 *
 * <pre>{@code
 * {"type": "FeatureCollection", "features": [
 *   {"type": "Feature", "properties": {"lsoa21_code": "E01000001"},
 *    "geometry": {"type": "Polygon", "coordinates": [[[-0.0973, 51.5216], [-0.0985, 51.5205], …]]}},
 *   …
 * ]}
 * }</pre>
 *
 * <p>The property with the codes is found by its name, which tells the vintage ({@code lsoa21_code},
 * {@code LSOA21CD}), or both are given. A file in another reference system than WGS84, British National Grid for
 * example, is refused: nothing is reprojected silently. All problems are told at once. The file is read as a stream.
 */
public final class GeoJsonReader {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(32).build())
            .build();

    private final @Nullable String codeProperty;
    private final @Nullable AreaVintage vintage;

    private GeoJsonReader(@Nullable String codeProperty, @Nullable AreaVintage vintage) {
        this.codeProperty = codeProperty;
        this.vintage = vintage;
    }

    /** The rules that a boundary file can break. */
    public enum Code implements Finding.Code {
        /** The file is absent, a folder, or not to be read. */
        UNREADABLE,
        /** The text is not JSON, or breaks off. */
        NOT_JSON,
        /** The document is not a collection of polygons. */
        NOT_GEOJSON,
        /** The coordinates are not longitudes and latitudes. */
        NOT_WGS84,
        /** No property holds area codes, or some feature lacks it. */
        NO_CODE,
        /** The year of the geography is not told. */
        NO_VINTAGE,
        /** The file is of another geography or year than declared. */
        OTHER_VINTAGE,
        /** A code that is no area's, or an area of another kind. */
        UNKNOWN_AREA,
        /** An area comes twice. */
        DUPLICATE_AREA
    }

    /** {@return a reader that finds the property with the codes, and the vintage, by itself} */
    public static GeoJsonReader withDefaults() {
        return new GeoJsonReader(null, null);
    }

    /**
     * Names the property with the codes.
     *
     * @param property its name as the file has it; null to find it
     * @return a reader of codes in this property
     */
    public GeoJsonReader withCodeProperty(@Nullable String property) {
        return new GeoJsonReader(property, vintage);
    }

    /**
     * Declares geography and year, where the property's name does not tell them; where a file has codes of several
     * geographies, chooses among them.
     *
     * @param declared the geography and year; null to take them from the property's name
     * @return a reader of boundaries of this vintage only
     */
    public GeoJsonReader withVintage(@Nullable AreaVintage declared) {
        return new GeoJsonReader(codeProperty, declared);
    }

    /**
     * Reads a file.
     *
     * @param file a collection of polygons and multipolygons in WGS84, each with the code of its area
     * @return the boundaries, or every reason why there are none; nothing is read in part
     */
    public Checked<Boundaries> read(Path file) {
        Path name = file.getFileName();
        String source = name == null ? file.toString() : name.toString();
        Findings findings = new Findings();
        FeatureCollection features = new FeatureCollection(source, codeProperty, vintage, findings);
        MessageDigest digest = Dataset.newDigest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest);
                JsonParser json = JSON.createParser(new BufferedInputStream(in))) {
            json.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            if (json.nextToken() == JsonToken.START_OBJECT) {
                features.read(json);
            } else {
                findings.error(Code.NOT_GEOJSON, "the document must be a FeatureCollection", Where.file(source));
            }
            in.transferTo(OutputStream.nullOutputStream());
        } catch (JsonProcessingException e) {
            Integer line = e.getLocation() == null ? null : e.getLocation().getLineNr();
            findings.error(
                    Code.NOT_JSON,
                    "the text is not valid JSON here, or breaks off\nMaybe the file is cut off.",
                    new Where(source, line, null));
        } catch (NoSuchFileException e) {
            findings.error(Code.UNREADABLE, "the file must exist, but does not", Where.file(source));
        } catch (IOException e) {
            String what = Files.isDirectory(file) ? "a file is wanted, but this is a folder" : "the file can't be read";
            findings.error(Code.UNREADABLE, what, Where.file(source));
        }
        if (findings.hasErrors()) {
            return Checked.failed(findings.toList());
        }
        return features.boundaries(Dataset.of(source, digest));
    }
}
