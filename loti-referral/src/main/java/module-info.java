/** From a conversation to a resident who was helped. */
module london.loti.referral {
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.samskivert.jmustache;
    requires de.focus_shift.jollyday.core;
    requires ical4j.core;
    requires ojalgo;
    requires org.apache.lucene.analysis.common;
    requires org.apache.lucene.core;
    requires static transitive org.jspecify;
    requires transitive java.sql;
    requires transitive london.loti.model;

    exports london.loti.referral.audit;
    exports london.loti.referral.calendar;
    exports london.loti.referral.curation;
    exports london.loti.referral.device.allocation;
    exports london.loti.referral.device.json;
    exports london.loti.referral.device;
    exports london.loti.referral.directory.openreferral;
    exports london.loti.referral.directory;
    exports london.loti.referral.eligibility;
    exports london.loti.referral.feedback;
    exports london.loti.referral.journey;
    exports london.loti.referral.linkwork;
    exports london.loti.referral.message;
    exports london.loti.referral.opening;
    exports london.loti.referral.records;
    exports london.loti.referral.seal;
    exports london.loti.referral.store.contract;
    exports london.loti.referral.store.jdbc;
    exports london.loti.referral.store;
}
