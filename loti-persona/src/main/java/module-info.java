/** Who is excluded, how, and what would help. */
module london.loti.persona {
    requires com.samskivert.jmustache;
    requires org.apache.commons.statistics.inference;
    requires org.apache.commons.statistics.interval;
    requires static transitive org.jspecify;
    requires transitive london.loti.model;

    exports london.loti.persona.attribute;
    exports london.loti.persona.bank;
    exports london.loti.persona.card;
    exports london.loti.persona.evidence;
    exports london.loti.persona.fit;
    exports london.loti.persona.intervention;
    exports london.loti.persona.match;
    exports london.loti.persona.segment;
    exports london.loti.persona.triage;
}
