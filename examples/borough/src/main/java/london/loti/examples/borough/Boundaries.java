package london.loti.examples.borough;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

import london.loti.model.json.LotiJson;

/** Writes areas and their polygons as GeoJSON (RFC 7946). */
final class Boundaries {
    private Boundaries() {}

    static String geoJson(List<InventedArea> areas, List<Polygon> polygons) {
        List<Map<String, Object>> features = new ArrayList<>();
        for (int i = 0; i < areas.size(); i++) {
            features.add(Map.of(
                    "type", "Feature", "properties", properties(areas.get(i)), "geometry", geometry(polygons.get(i))));
        }
        return LotiJson.writeCompact(Map.of("type", "FeatureCollection", "features", features)) + "\n";
    }

    private static Map<String, String> properties(InventedArea area) {
        return Map.of(
                "lsoa21_code", area.code().value(),
                "lsoa21_name", area.name(),
                "ward24_code", area.wardCode().value(),
                "ward24_name", area.wardName(),
                "ltla24_code", Hollowbrook.CODE.value(),
                "ltla24_name", Hollowbrook.AUTHORITY_NAME);
    }

    private static Map<String, Object> geometry(Polygon polygon) {
        // JTS's normal form turns outer rings clockwise and holes the other way; RFC 7946 wants the opposite of both.
        Polygon turned = polygon.norm() instanceof Polygon normal ? normal.reverse() : polygon;
        List<List<double[]>> rings = new ArrayList<>();
        rings.add(ring(turned.getExteriorRing()));
        for (int hole = 0; hole < turned.getNumInteriorRing(); hole++) {
            rings.add(ring(turned.getInteriorRingN(hole)));
        }
        return Map.of("type", "Polygon", "coordinates", rings);
    }

    private static List<double[]> ring(LinearRing ring) {
        List<double[]> points = new ArrayList<>();
        for (Coordinate point : ring.getCoordinates()) {
            points.add(new double[] {point.x, point.y});
        }
        return points;
    }
}
