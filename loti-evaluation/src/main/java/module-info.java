/** Did it help, and was it worth it. */
module london.loti.evaluation {
    requires com.fasterxml.jackson.annotation;
    requires com.samskivert.jmustache;
    requires org.apache.commons.statistics.distribution;
    requires static transitive org.jspecify;
    requires transitive london.loti.model;

    exports london.loti.evaluation.balance;
    exports london.loti.evaluation.bootstrap;
    exports london.loti.evaluation.claims;
    exports london.loti.evaluation.compare;
    exports london.loti.evaluation.did;
    exports london.loti.evaluation.economics;
    exports london.loti.evaluation.equity;
    exports london.loti.evaluation.estimate;
    exports london.loti.evaluation.instrument;
    exports london.loti.evaluation.json;
    exports london.loti.evaluation.meta;
    exports london.loti.evaluation.missing;
    exports london.loti.evaluation.monitor;
    exports london.loti.evaluation.options;
    exports london.loti.evaluation.plan;
    exports london.loti.evaluation.planning;
    exports london.loti.evaluation.proposal;
    exports london.loti.evaluation.regression;
    exports london.loti.evaluation.reliability;
    exports london.loti.evaluation.report;
    exports london.loti.evaluation.series;
    exports london.loti.evaluation.study;
    exports london.loti.evaluation.survey;
    exports london.loti.evaluation.survival;
}
