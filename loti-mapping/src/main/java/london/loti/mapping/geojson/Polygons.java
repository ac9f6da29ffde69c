package london.loti.mapping.geojson;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The geometry of one feature. Coordinates are rounded to whole numbers as they are read; a corner that falls on the
 * one before it is left out, and so is a hole or an island that shrinks to nothing.
 */
final class Polygons {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final int CLOSED_TRIANGLE = 4;

    private final List<Coordinate> ring = new ArrayList<>();
    private final List<LinearRing> rings = new ArrayList<>();
    private final List<Polygon> polygons = new ArrayList<>();
    private boolean outOfRange;

    /** Reads a geometry object; the parser stands at its opening brace. */
    void read(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String member = json.currentName();
            json.nextToken();
            if (member.equals("coordinates") && json.currentToken() == JsonToken.START_ARRAY) {
                readArray(json);
            } else {
                json.skipChildren();
            }
        }
    }

    /** A longitude or latitude is beyond its range. */
    boolean isOutOfRange() {
        return outOfRange;
    }

    /** A polygon, or several; empty where nothing is left. */
    Optional<Geometry> toGeometry() {
        if (polygons.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                polygons.size() == 1 ? polygons.get(0) : GEOMETRY.createMultiPolygon(polygons.toArray(Polygon[]::new)));
    }

    /** Reads nested arrays; returns how many levels lie between this one and the numbers: 0 for a position. */
    private int readArray(JsonParser json) throws IOException {
        JsonToken token = json.nextToken();
        if (token.isNumeric()) {
            readPosition(json);
            return 0;
        }
        int level = 0;
        while (token == JsonToken.START_ARRAY) {
            level = readArray(json) + 1;
            token = json.nextToken();
        }
        if (level == 1) {
            endRing();
        } else if (level == 2) {
            endPolygon();
        }
        return level;
    }

    private void readPosition(JsonParser json) throws IOException {
        double longitude = json.getDoubleValue();
        json.nextToken();
        double latitude = json.currentToken().isNumeric() ? json.getDoubleValue() : Double.NaN;
        while (json.currentToken() != JsonToken.END_ARRAY) {
            json.nextToken();
        }
        if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
            outOfRange = true;
            return;
        }
        Coordinate corner =
                new Coordinate(Math.rint(longitude * Boundaries.SCALE), Math.rint(latitude * Boundaries.SCALE));
        addCorner(corner);
    }

    /** Leaves out a corner that is the one before it, and a way out and straight back: no area lies between. */
    private void addCorner(Coordinate corner) {
        int last = ring.size() - 1;
        if (last >= 1 && ring.get(last - 1).equals2D(corner)) {
            ring.remove(last);
        } else if (last < 0 || !ring.get(last).equals2D(corner)) {
            ring.add(corner);
        }
    }

    private void closeRing() {
        if (!ring.isEmpty() && !ring.get(0).equals2D(ring.get(ring.size() - 1))) {
            addCorner(ring.get(0));
        }
        while (ring.size() >= CLOSED_TRIANGLE && ring.get(1).equals2D(ring.get(ring.size() - 2))) {
            ring.remove(ring.size() - 1);
            ring.remove(0);
        }
    }

    private void endRing() {
        closeRing();
        boolean isOutline = rings.isEmpty();
        if (ring.size() >= CLOSED_TRIANGLE || isOutline) {
            rings.add(GEOMETRY.createLinearRing(
                    ring.size() >= CLOSED_TRIANGLE ? ring.toArray(Coordinate[]::new) : new Coordinate[0]));
        }
        ring.clear();
    }

    private void endPolygon() {
        if (!rings.isEmpty() && !rings.get(0).isEmpty()) {
            polygons.add(GEOMETRY.createPolygon(
                    rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new)));
        }
        rings.clear();
    }
}
