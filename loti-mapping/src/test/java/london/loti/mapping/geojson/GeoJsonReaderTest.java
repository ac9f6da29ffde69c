package london.loti.mapping.geojson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import london.loti.mapping.SharedData;
import london.loti.model.area.AreaCode;
import london.loti.model.area.AreaVintage;
import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;

import static org.assertj.core.api.Assertions.assertThat;

class GeoJsonReaderTest {
    private static final String SQUARE = "[[[1.9,51.7],[1.91,51.7],[1.91,51.71],[1.9,51.71],[1.9,51.7]]]";

    @TempDir
    Path folder;

    private static String feature(String properties, String type, String coordinates) {
        return "{\"type\":\"Feature\",\"properties\":{" + properties + "},\"geometry\":{\"type\":\"" + type
                + "\",\"coordinates\":" + coordinates + "}}";
    }

    private static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",\n", features) + "]}";
    }

    private Checked<Boundaries> read(GeoJsonReader reader, String text) throws IOException {
        return reader.read(Files.writeString(folder.resolve("b.geojson"), text));
    }

    private Checked<Boundaries> read(String text) throws IOException {
        return read(GeoJsonReader.withDefaults(), text);
    }

    private static String messages(Checked<?> read) {
        return String.join("\n", read.findings().stream().map(Finding::toString).toList());
    }

    @Test
    void readsPolygonsWithHolesAndIslandsAsStepsOfWholeNumbers() throws IOException {
        String holed = "[[[0,0],[0.001,0],[0.001,0.001],[0,0.001],[0,0]],"
                + "[[0.0002,0.0002],[0.0002,0.0004],[0.0004,0.0004],[0.0002,0.0002]]]";
        Boundaries boundaries = read(collection(
                        feature("\"LSOA21CD\":\"E01000002\"", "MultiPolygon", "[" + holed + "," + SQUARE + "]"),
                        feature("\"LSOA21CD\":\"E01000001\"", "Polygon", SQUARE)))
                .orElseThrow();
        assertThat(boundaries.vintage()).isEqualTo(AreaVintage.parse("lsoa21"));
        assertThat(boundaries.codes()).extracting(AreaCode::value).containsExactly("E01000001", "E01000002");
        List<List<int[]>> shape = boundaries.shape(new AreaCode("E01000002")).orElseThrow();
        assertThat(shape).hasSize(2);
        assertThat(shape.get(0).get(0)).containsExactly(0, 0, 100, 0, 0, 100, -100, 0);
        assertThat(shape.get(0).get(1)).containsExactly(20, 20, 0, 20, 20, 0);
        assertThat(shape.get(1).get(0)).startsWith(190_000, 5_170_000);
        assertThat(boundaries.shape(new AreaCode("E01000009"))).isEmpty();
    }

    @Test
    void takesTheFinestGeographyOrTheDeclaredOne() throws IOException {
        String both =
                collection(feature("\"ltla24_code\":\"E09000001\",\"ward24_code\":\"E05000001\"", "Polygon", SQUARE));
        assertThat(read(both).orElseThrow().vintage()).hasToString("Ward 2024");
        assertThat(read(GeoJsonReader.withDefaults().withVintage(AreaVintage.parse("ltla24")), both)
                        .orElseThrow()
                        .codes())
                .containsExactly(new AreaCode("E09000001"));
    }

    @Test
    void asksForThePropertyAndTheVintageThatItCantTell() throws IOException {
        String plain = collection(feature("\"code\":\"E01000001\"", "Polygon", SQUARE));
        assertThat(messages(read(plain))).contains("a property of area codes is needed", "[code]");
        GeoJsonReader named = GeoJsonReader.withDefaults().withCodeProperty("code");
        assertThat(messages(read(named, plain))).contains("does not tell the year");
        assertThat(read(named.withVintage(AreaVintage.parse("lsoa11")), plain)
                        .orElseThrow()
                        .vintage()
                        .year())
                .isEqualTo(2011);
    }

    @Test
    void refusesAnotherVintageThanDeclared() throws IOException {
        String text = collection(feature("\"lsoa11_code\":\"E01000001\"", "Polygon", SQUARE));
        assertThat(messages(read(GeoJsonReader.withDefaults().withVintage(AreaVintage.parse("lsoa21")), text)))
                .contains("boundaries of LSOA 2021 are wanted, but these are of LSOA 2011");
    }

    @Test
    void refusesBritishNationalGridByItsNameOrItsNumbers() throws IOException {
        String named = "{\"type\":\"FeatureCollection\","
                + "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::27700\"}},\"features\":["
                + feature("\"lsoa21_code\":\"E01000001\"", "Polygon", SQUARE) + "]}";
        assertThat(messages(read(named))).contains("crs: coordinates must be longitudes", "EPSG::27700");
        String numbers = collection(feature(
                "\"lsoa21_code\":\"E01000001\"",
                "Polygon",
                "[[[532105.3,182010.6],[532162.5,181867.8],[532248.4,181895.4],[532105.3,182010.6]]]"));
        assertThat(messages(read(numbers))).contains("features[0]", "out of their range", "British National Grid");
    }

    @Test
    void acceptsWgs84UnderItsOwnName() throws IOException {
        String named = "{\"type\":\"FeatureCollection\","
                + "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:OGC:1.3:CRS84\"}},\"features\":["
                + feature("\"lsoa21_code\":\"E01000001\"", "Polygon", SQUARE) + "]}";
        assertThat(read(named).orElseThrow().codes()).hasSize(1);
    }

    @Test
    void tellsEveryBadFeatureAtOnce() throws IOException {
        Checked<Boundaries> read = read(collection(
                feature("\"lsoa21_code\":\"E01000001\"", "Polygon", SQUARE),
                feature("\"lsoa21_code\":\"E01000001\"", "Polygon", SQUARE),
                feature("\"lsoa21_cod\":\"E01000002\"", "Polygon", SQUARE),
                feature("\"lsoa21_code\":\"E05000002\"", "Polygon", SQUARE),
                feature("\"lsoa21_code\":\"E01000003\"", "Point", "[1.9,51.7]")));
        assertThat(messages(read))
                .contains("b.geojson, line 2, features[1]: an area must come once, but E01000001 comes twice")
                .contains("features[2]: the property lsoa21_code must hold the code", "Maybe 'lsoa21_cod' is meant")
                .contains(
                        "features[3]: the code of an area of LSOA 2021 is wanted, but E05000002 is the code of a ward")
                .contains("features[4]: a feature must have a Polygon");
    }

    @Test
    void tellsWhereATextIsCutOffOrIsNoGeoJson() throws IOException {
        String whole = collection(feature("\"lsoa21_code\":\"E01000001\"", "Polygon", SQUARE));
        for (int cut = 1; cut < whole.length(); cut++) {
            assertThat(read(whole.substring(0, cut)).hasErrors())
                    .as("cut at %d", cut)
                    .isTrue();
        }
        assertThat(messages(read(whole.substring(0, 80)))).contains("b.geojson, line 1: ", "cut off");
        assertThat(messages(read(""))).contains("FeatureCollection");
        assertThat(messages(read("[1]"))).contains("FeatureCollection");
        assertThat(messages(read("{\"type\":\"Feature\"}"))).contains("no list of features");
        assertThat(messages(read(collection()))).contains("has none");
        assertThat(messages(GeoJsonReader.withDefaults().read(folder))).contains("this is a folder");
        assertThat(messages(GeoJsonReader.withDefaults().read(folder.resolve("none"))))
                .contains("must exist");
    }

    @Test
    void readsThirdNumbersOfPositionsAndRingsThatAreNotClosed() throws IOException {
        String open = "[[[1.9,51.7,5],[1.91,51.7,5],[1.91,51.71,5]]]";
        Boundaries boundaries = read(collection(feature("\"lsoa21_code\":\"E01000001\"", "Polygon", open)))
                .orElseThrow();
        assertThat(boundaries
                        .shape(new AreaCode("E01000001"))
                        .orElseThrow()
                        .get(0)
                        .get(0))
                .hasSize(6);
    }

    @Test
    void refusesLatitudesBeforeLongitudes() throws IOException {
        String swapped = "[[[51.7,1.9],[51.7,1.91],[51.71,1.91],[51.7,1.9]]]";
        assertThat(read(collection(feature("\"lsoa21_code\":\"E01000001\"", "Polygon", swapped)))
                        .findings())
                .singleElement()
                .hasToString("b.geojson: a longitude must come before its latitude, but here they come the other way"
                        + " round\nMaybe save the file again as RFC 7946 GeoJSON.");
    }

    @Test
    void refusesFeaturesThatAreNone() throws IOException {
        String square = "[[[1.9,51.7],[1.91,51.7],[1.91,51.71],[1.9,51.7]]]";
        String good = feature("\"lsoa21_code\":\"E01000001\"", "Polygon", square);
        String again = feature("\"lsoa21_code\":\"E01000001\"", "Polygon", square);
        assertThat(read(collection(good, "null", "5", again)).findings())
                .extracting(f -> f.where().column())
                .containsExactly("features[1]", "features[2]", "features[3]");
        assertThat(read("{\"type\":\"FeatureCollection\",\"features\":[" + good).findings())
                .singleElement()
                .extracting(f -> f.message())
                .asString()
                .contains("breaks off");
    }

    @Test
    void leavesOutAWayOutAndStraightBackThatRoundingMade() throws IOException {
        String inside =
                "[[[1.9,51.7],[1.91,51.7],[1.92,51.705],[1.920001,51.706],[1.92,51.705],[1.91,51.71],[1.9,51.7]]]";
        String atTheStart = "[[[1.89,51.7],[1.9,51.7],[1.91,51.7],[1.91,51.71],[1.9,51.7],[1.89,51.7]]]";
        String twoCorners = "[[[1.92,51.72],[1.93,51.7],[1.94,51.72],[1.93,51.7],[1.92,51.7],[1.92,51.72]]]";
        Boundaries boundaries = read(collection(
                        feature("\"lsoa21_code\":\"E01000001\"", "Polygon", inside),
                        feature("\"lsoa21_code\":\"E01000002\"", "Polygon", atTheStart),
                        feature("\"lsoa21_code\":\"E01000003\"", "Polygon", twoCorners)))
                .orElseThrow();
        assertThat(boundaries.shape(new AreaCode("E01000001")).orElseThrow().get(0))
                .containsExactly(new int[] {190_000, 5_170_000, 1_000, 0, 1_000, 500, -1_000, 500});
        assertThat(boundaries.shape(new AreaCode("E01000002")).orElseThrow().get(0))
                .containsExactly(new int[] {190_000, 5_170_000, 1_000, 0, 0, 1_000});
        assertThat(boundaries.shape(new AreaCode("E01000003")).orElseThrow().get(0))
                .containsExactly(new int[] {192_000, 5_172_000, 1_000, -2_000, -1_000, 0});
        assertThat(boundaries.simplified(1).codes()).hasSize(3);
    }

    @Test
    void readsEveryAreaOfLondonAndLeavesAFileWithFewCornersAsItIs() {
        Boundaries london = GeoJsonReader.withDefaults()
                .read(SharedData.file("data/boundaries/london_lsoa21.geojson"))
                .orElseThrow();
        assertThat(london.codes()).hasSize(4_994);
        assertThat(london.simplified(100_000)).isSameAs(london);
    }

    @Test
    void simplifiesAllAreasTogetherSoThatNeighboursStillShareTheirBorder() throws IOException {
        StringBuilder north = new StringBuilder();
        StringBuilder south = new StringBuilder();
        for (int i = 0; i <= 1_000; i++) { // a border from west to east that wavers by some metres
            String corner = String.format(
                    Locale.ROOT,
                    "[%.5f,%.5f]",
                    1.9 + i / 20_000.0,
                    51.7 + 0.0002 * Math.sin(i / 9.0) + 0.00002 * (i % 3));
            north.append(corner).append(',');
            south.insert(0, corner + ",");
        }
        Boundaries boundaries = read(collection(
                        feature(
                                "\"lsoa21_code\":\"E01000001\"",
                                "Polygon",
                                "[[" + north + "[1.95,51.72],[1.9,51.72]]]"),
                        feature(
                                "\"lsoa21_code\":\"E01000002\"",
                                "Polygon",
                                "[[" + south + "[1.9,51.68],[1.95,51.68]]]")))
                .orElseThrow();
        Boundaries fewer = boundaries.simplified(300);
        assertThat(boundaries.pointCount()).isGreaterThan(2_000);
        assertThat(fewer.pointCount()).isLessThanOrEqualTo(300);
        assertThat(area(fewer)).as("no gap, no overlap").isEqualTo(area(boundaries));
    }

    /** The shoelace formula: the outer corners stay, so only a gap or an overlap would change the sum. */
    private static double area(Boundaries boundaries) {
        return boundaries.codes().stream()
                .mapToDouble(code -> Math.abs(
                        shoelace(boundaries.shape(code).orElseThrow().get(0).get(0))))
                .sum();
    }

    private static double shoelace(int[] steps) {
        double sum = 0;
        double x = steps[0];
        double y = steps[1];
        for (int i = 2; i < steps.length; i += 2) {
            double nextX = x + steps[i];
            double nextY = y + steps[i + 1];
            sum += x * nextY - nextX * y;
            x = nextX;
            y = nextY;
        }
        return (sum + x * steps[1] - steps[0] * y) / 2;
    }
}
