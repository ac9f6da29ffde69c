/** From a conversation to a resident who was helped. */
module london.loti.referral {
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.samskivert.jmustache;
    requires transitive london.loti.model;
    requires transitive java.sql;
    requires static transitive org.jspecify;

    exports london.loti.referral.audit;
    exports london.loti.referral.feedback;
    exports london.loti.referral.journey;
    exports london.loti.referral.linkwork;
    exports london.loti.referral.records;
    exports london.loti.referral.seal;
    exports london.loti.referral.store;
    exports london.loti.referral.store.contract;
    exports london.loti.referral.store.jdbc;
}
