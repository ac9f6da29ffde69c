/** From a conversation to a resident who was helped. */
module london.loti.referral {
    requires transitive london.loti.model;
    requires static transitive org.jspecify;

    exports london.loti.referral.store;
}
