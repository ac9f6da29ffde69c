package london.loti.examples.borough;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

import london.loti.model.json.LotiJson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Reads the document back and looks at the polygons that another program would see. */
class BoundariesTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    @ParameterizedTest
    @ValueSource(longs = {2021, 0, 3, 4, 5, 6})
    void coverTheBoroughWithoutGapOrOverlap(long seed) throws IOException {
        List<Polygon> polygons = polygons(features(InventedBorough.withSeed(seed)));
        assertThat(polygons).hasSize(150).allMatch(Geometry::isValid);
        Geometry[] coverage = polygons.toArray(Geometry[]::new);
        assertThat(CoverageValidator.isValid(coverage)).as("seed %d", seed).isTrue();
        Geometry whole = CoverageUnion.union(coverage);
        assertThat(whole.getGeometryType()).as("seed %d in one piece", seed).isEqualTo("Polygon");
        assertThat(((Polygon) whole).getNumInteriorRing()).as("holes").isZero();
        assertThat(whole.getArea())
                .isCloseTo(polygons.stream().mapToDouble(Geometry::getArea).sum(), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(longs = {2021, 0, 3, 4})
    void makeEveryWardOnePiece(long seed) throws IOException {
        List<JsonNode> features = features(InventedBorough.withSeed(seed));
        List<Polygon> polygons = polygons(features);
        Map<String, List<Geometry>> wards = new TreeMap<>();
        for (int i = 0; i < features.size(); i++) {
            String ward = features.get(i).at("/properties/ward24_code").textValue();
            wards.computeIfAbsent(ward, code -> new ArrayList<>()).add(polygons.get(i));
        }
        assertThat(wards).hasSize(12);
        wards.forEach((ward, parts) -> assertThat(
                        CoverageUnion.union(parts.toArray(Geometry[]::new)).getGeometryType())
                .as("ward %s of seed %d", ward, seed)
                .isEqualTo("Polygon"));
    }

    @Test
    void lieOutAtSeaAndAreAsLargeAsABorough() throws IOException {
        Envelope box = new Envelope();
        polygons(features(InventedBorough.withSeed(2021))).forEach(p -> box.expandToInclude(p.getEnvelopeInternal()));
        assertThat(box.getMinX()).isBetween(1.8, 1.9);
        assertThat(box.getMaxX()).isBetween(1.9, 2.0);
        assertThat(box.getMinY()).isBetween(51.7, 51.75);
        assertThat(box.getMaxY()).isBetween(51.75, 51.8);
        // A degree of longitude at 51.75 degrees north is about 69 km long, one of latitude 111 km.
        assertThat(box.getWidth() * 69).isBetween(5.0, 7.0);
        assertThat(box.getHeight() * 111).isBetween(4.0, 6.0);
    }

    @Test
    void haveClosedRingsAnticlockwiseWithFiveDecimals() throws IOException {
        String document = InventedBorough.withSeed(2021).boundariesGeoJson();
        assertThat(document).endsWith("}\n").doesNotContainPattern("[0-9]\\.[0-9]{6}");
        for (Polygon polygon : polygons(features(InventedBorough.withSeed(2021)))) {
            Coordinate[] ring = polygon.getExteriorRing().getCoordinates();
            assertThat(CoordinateArrays.isRing(ring)).isTrue();
            assertThat(Orientation.isCCW(ring)).isTrue();
        }
    }

    @Test
    void nameTheAreasInTheOrderOfTheTable() throws IOException {
        InventedBorough borough = InventedBorough.withSeed(2021);
        List<JsonNode> features = features(borough);
        for (int i = 0; i < features.size(); i++) {
            InventedArea area = borough.areas().get(i);
            JsonNode properties = features.get(i).get("properties");
            assertThat(properties.size()).isEqualTo(6);
            assertThat(properties.get("lsoa21_code").textValue())
                    .isEqualTo(area.code().value());
            assertThat(properties.get("lsoa21_name").textValue()).isEqualTo(area.name());
            assertThat(properties.get("ward24_name").textValue()).isEqualTo(area.wardName());
            assertThat(properties.get("ltla24_code").textValue()).isEqualTo("E09990001");
            assertThat(properties.get("ltla24_name").textValue()).isEqualTo(borough.name());
        }
    }

    private static List<JsonNode> features(InventedBorough borough) throws IOException {
        List<JsonNode> features = new ArrayList<>();
        LotiJson.mapper().readTree(borough.boundariesGeoJson()).get("features").forEach(features::add);
        return features;
    }

    private static List<Polygon> polygons(List<JsonNode> features) {
        return features.stream()
                .map(feature -> polygon(feature.at("/geometry/coordinates")))
                .toList();
    }

    private static Polygon polygon(JsonNode rings) {
        List<LinearRing> read = new ArrayList<>();
        for (JsonNode ring : rings) {
            List<Coordinate> points = new ArrayList<>();
            ring.forEach(p ->
                    points.add(new Coordinate(p.get(0).doubleValue(), p.get(1).doubleValue())));
            read.add(FACTORY.createLinearRing(points.toArray(Coordinate[]::new)));
        }
        return FACTORY.createPolygon(read.get(0), read.subList(1, read.size()).toArray(LinearRing[]::new));
    }
}
