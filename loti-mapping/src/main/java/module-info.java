/** Exclusion indices by area: recipe, index, map, and the means to recompute them. */
module london.loti.mapping {
    requires transitive london.loti.model;
    requires com.fasterxml.jackson.core;
    requires com.samskivert.jmustache;
    requires org.locationtech.jts;
    requires static transitive org.jspecify;

    exports london.loti.mapping.geojson;
    exports london.loti.mapping.index;
    exports london.loti.mapping.map;
    exports london.loti.mapping.recipe;
    exports london.loti.mapping.source;
}
