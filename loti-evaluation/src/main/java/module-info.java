/** Did it help, and was it worth it. */
module london.loti.evaluation {
    requires com.samskivert.jmustache;
    requires org.apache.commons.statistics.distribution;
    requires static transitive org.jspecify;
    requires transitive london.loti.model;

    exports london.loti.evaluation.bootstrap;
    exports london.loti.evaluation.equity;
    exports london.loti.evaluation.estimate;
    exports london.loti.evaluation.meta;
    exports london.loti.evaluation.missing;
    exports london.loti.evaluation.planning;
    exports london.loti.evaluation.study;
    exports london.loti.evaluation.survey;
}
