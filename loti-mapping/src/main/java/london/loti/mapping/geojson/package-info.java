/**
 * A boundary file says where areas lie: a GeoJSON document (RFC 7946) with a polygon an area.
 * {@link london.loti.mapping.geojson.GeoJsonReader} reads it and refuses one that is not WGS84.
 */
@NullMarked
package london.loti.mapping.geojson;

import org.jspecify.annotations.NullMarked;
