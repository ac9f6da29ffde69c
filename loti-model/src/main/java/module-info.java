/** The words and the rules that every loti module shares. */
module london.loti.model {
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.datatype.jsr310;
    requires com.fasterxml.jackson.annotation;
    requires transitive com.fasterxml.jackson.databind;
    requires java.xml;
    requires de.siegmar.fastcsv;
    requires transitive jakarta.validation;
    requires org.hibernate.validator;
    requires static transitive org.jspecify;

    exports london.loti.model.area;
    exports london.loti.model.codelist;
    exports london.loti.model.disclosure;
    exports london.loti.model.finding;
    exports london.loti.model.governance;
    exports london.loti.model.json;
    exports london.loti.model.metric;
    exports london.loti.model.need;
    exports london.loti.model.outcome;
    exports london.loti.model.privacy;
    exports london.loti.model.provenance;
    exports london.loti.model.service;
    exports london.loti.model.table;
    exports london.loti.model.validation;
}
