package london.loti.mapping.geojson;

import java.io.IOException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

import london.loti.mapping.geojson.GeoJsonReader.Code;
import london.loti.model.area.AreaCode;
import london.loti.model.area.AreaVintage;
import london.loti.model.finding.Checked;
import london.loti.model.finding.Findings;
import london.loti.model.finding.Nearest;
import london.loti.model.finding.Where;
import london.loti.model.provenance.Dataset;

/** The features of one document, collected as its tokens go by. */
final class FeatureCollection {
    private static final Set<String> WGS84 = Set.of(
            "urn:ogc:def:crs:ogc:1.3:crs84", "urn:ogc:def:crs:ogc::crs84", "urn:ogc:def:crs:epsg::4326", "epsg:4326");

    /** Latitudes of the United Kingdom in place of longitudes, and the other way round. */
    private static final Envelope SWAPPED = new Envelope(
            49.0 * Boundaries.SCALE, 62.0 * Boundaries.SCALE, -9.0 * Boundaries.SCALE, 3.0 * Boundaries.SCALE);

    private final String source;
    private final @Nullable AreaVintage declared;
    private final Findings findings;
    private final SortedMap<AreaCode, Geometry> shapes = new TreeMap<>();
    private final @Nullable String givenProperty;
    private @Nullable CodeProperty codes;
    private boolean seenFeatures;
    private boolean hopeless;
    private int features;

    private record CodeProperty(String name, AreaVintage vintage) {}

    FeatureCollection(
            String source, @Nullable String givenProperty, @Nullable AreaVintage declared, Findings findings) {
        this.source = source;
        this.givenProperty = givenProperty;
        this.declared = declared;
        this.findings = findings;
    }

    /** Reads the members of the document; the parser stands at its opening brace. */
    void read(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String member = json.currentName();
            json.nextToken();
            if (member.equals("features") && json.currentToken() == JsonToken.START_ARRAY) {
                seenFeatures = true;
                while (json.nextToken() != JsonToken.END_ARRAY && !hopeless) {
                    if (json.currentToken() == JsonToken.START_OBJECT) {
                        readFeature(json);
                    } else {
                        notAFeature(json);
                    }
                }
                if (hopeless) {
                    return;
                }
            } else if (member.equals("crs") && json.currentToken() == JsonToken.START_OBJECT) {
                checkReferenceSystem(Properties.read(json));
            } else {
                json.skipChildren();
            }
        }
        if (!seenFeatures) {
            error(Code.NOT_GEOJSON, "the document must be a FeatureCollection, but has no list of features", null);
        } else if (features == 0) {
            error(Code.NOT_GEOJSON, "the document must have features, but has none", null);
        }
        checkOrder();
    }

    Checked<Boundaries> boundaries(Dataset dataset) {
        if (codes == null) {
            throw new IllegalStateException("boundaries without a vintage must have been refused");
        }
        return Checked.of(new Boundaries(codes.vintage(), shapes, dataset), findings.toList());
    }

    private void notAFeature(JsonParser json) throws IOException {
        if (json.currentToken() == null) {
            throw new JsonEOFException(json, null, "the list of features breaks off");
        }
        Where where = Where.cell(source, json.currentLocation().getLineNr(), "features[" + features + "]");
        features++;
        findings.error(Code.NOT_GEOJSON, "a feature must be an object", where);
        json.skipChildren();
    }

    /** The areas are all of the United Kingdom, so a file with latitude first can be told. */
    private void checkOrder() {
        Envelope all = new Envelope();
        shapes.values().forEach(shape -> all.expandToInclude(shape.getEnvelopeInternal()));
        if (!shapes.isEmpty() && SWAPPED.contains(all)) {
            error(
                    Code.NOT_WGS84,
                    "a longitude must come before its latitude, but here they come the other way round"
                            + "\nMaybe save the file again as RFC 7946 GeoJSON.",
                    null);
        }
    }

    private void readFeature(JsonParser json) throws IOException {
        Where where = Where.cell(source, json.currentLocation().getLineNr(), "features[" + features + "]");
        features++;
        Map<String, String> properties = Map.of();
        Polygons polygons = new Polygons();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String member = json.currentName();
            json.nextToken();
            if (member.equals("properties") && json.currentToken() == JsonToken.START_OBJECT) {
                properties = Properties.read(json);
            } else if (member.equals("geometry") && json.currentToken() == JsonToken.START_OBJECT) {
                polygons.read(json);
            } else {
                json.skipChildren();
            }
        }
        Optional<AreaCode> code = code(properties, where);
        Optional<Geometry> shape = polygons.toGeometry();
        if (polygons.isOutOfRange()) {
            error(
                    Code.NOT_WGS84,
                    "coordinates must be longitudes and latitudes (WGS84), but are out of their range"
                            + "\nMaybe they are British National Grid: convert the file to EPSG:4326 first.",
                    where);
        } else if (shape.isEmpty()) {
            error(
                    Code.NOT_GEOJSON,
                    "a feature must have a Polygon or MultiPolygon with rings of at least four corners",
                    where);
        } else if (code.isPresent() && shapes.putIfAbsent(code.get(), shape.get()) != null) {
            error(Code.DUPLICATE_AREA, "an area must come once, but " + code.get() + " comes twice", where);
        }
    }

    private Optional<AreaCode> code(Map<String, String> properties, Where where) {
        if (codes == null) {
            codes = chooseProperty(properties, where);
        }
        if (codes == null) {
            return Optional.empty();
        }
        String text = properties.getOrDefault(codes.name(), "");
        if (!AreaCode.isCode(text)) {
            error(
                    Code.NO_CODE,
                    "the property " + codes.name() + " must hold the code of an area, but does not"
                            + (properties.containsKey(codes.name())
                                    ? ""
                                    : Nearest.hint(codes.name(), properties.keySet())),
                    where);
            return Optional.empty();
        }
        AreaCode code = new AreaCode(text);
        if (!codes.vintage().geography().covers(code.type())) {
            error(
                    Code.UNKNOWN_AREA,
                    "the code of an area of " + codes.vintage() + " is wanted, but " + code + " is the code of a "
                            + code.type().label(),
                    where);
            return Optional.empty();
        }
        return Optional.of(code);
    }

    /** Decides by the first feature; null, with a finding, where it can't be decided. */
    private @Nullable CodeProperty chooseProperty(Map<String, String> properties, Where where) {
        String name = givenProperty;
        if (name == null) {
            name = properties.keySet().stream()
                    .filter(FeatureCollection::holdsCodes)
                    .min(Comparator.comparing(this::isOther).thenComparing(FeatureCollection::geography))
                    .orElse(null);
        }
        if (name == null) {
            error(
                    Code.NO_CODE,
                    "a property of area codes is needed whose name tells geography and year, for example lsoa21_code,"
                            + " but there are " + properties.keySet() + "\nMaybe name the property and the vintage.",
                    where);
            return null;
        }
        AreaVintage told = AreaVintage.fromHeader(name).orElse(declared);
        if (told == null) {
            error(
                    Code.NO_VINTAGE,
                    "the property " + name + " does not tell the year of the geography"
                            + "\nMaybe give the vintage, for example lsoa21.",
                    where);
            return null;
        }
        if (declared != null && !declared.equals(told)) {
            error(
                    Code.OTHER_VINTAGE,
                    "boundaries of " + declared + " are wanted, but these are of " + told
                            + "\nMaybe take the other boundary file: equal codes may be other land.",
                    where);
            return null;
        }
        return new CodeProperty(name, told);
    }

    private static boolean holdsCodes(String property) {
        String lower = property.toLowerCase(Locale.ROOT);
        return AreaVintage.fromHeader(property).isPresent() && !lower.endsWith("name") && !lower.endsWith("nm");
    }

    /** The declared vintage comes first, then the finest geography. */
    private boolean isOther(String property) {
        return !AreaVintage.fromHeader(property).equals(Optional.ofNullable(declared));
    }

    private static AreaVintage.Geography geography(String property) {
        return AreaVintage.fromHeader(property).orElseThrow().geography();
    }

    private void checkReferenceSystem(Map<String, String> crs) {
        String name = crs.getOrDefault("properties.name", "");
        if (!name.isEmpty() && !WGS84.contains(name.toLowerCase(Locale.ROOT))) {
            error(
                    Code.NOT_WGS84,
                    "coordinates must be longitudes and latitudes (WGS84), but the file says " + name
                            + "\nMaybe convert it to EPSG:4326 first.",
                    Where.column(source, "crs"));
        }
    }

    private void error(Code code, String message, @Nullable Where where) {
        findings.error(code, message, where == null ? Where.file(source) : where);
        // Without codes or in another reference system, every further feature would be wrong in the same way.
        hopeless |= code == Code.NOT_WGS84 || codes == null;
    }
}
