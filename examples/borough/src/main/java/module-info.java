/** An invented London borough, for demonstrations without anybody's data. */
module london.loti.examples.borough {
    requires transitive london.loti.model;
    requires transitive london.loti.persona;
    requires transitive london.loti.referral;
    requires org.locationtech.jts;
    requires static transitive org.jspecify;

    exports london.loti.examples.borough;
}
