/** Did it help, and was it worth it. */
module london.loti.evaluation {
    requires transitive london.loti.model;
    requires static transitive org.jspecify;
}
