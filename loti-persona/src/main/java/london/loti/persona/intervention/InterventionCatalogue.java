package london.loti.persona.intervention;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Nearest;
import london.loti.model.finding.Require;
import london.loti.model.finding.Where;
import london.loti.model.json.LotiJson;
import london.loti.model.need.AccessItem;
import london.loti.model.need.ConceptRef;
import london.loti.model.provenance.Licence;
import london.loti.model.provenance.Source;

/**
 * Interventions with what each provides and how sure one can be of it. It is a versioned JSON document.
 *
 * @param id a short name
 * @param version the version of this document
 * @param title its title for readers
 * @param description what it is for and what it is not
 * @param date when this version was written, {@code 2026-11-23}
 * @param licence the terms under which others may use it
 * @param sources where ratings come from
 * @param interventions the interventions, in the order in which tables show them
 * @param limits known defects and limits, for readers
 */
public record InterventionCatalogue(
        String id,
        String version,
        String title,
        String description,
        String date,
        Licence licence,
        List<Source> sources,
        List<Intervention> interventions,
        List<String> limits) {

    private static final String LONDON = "london.json";

    /** The rules between the parts. */
    public enum Code implements Finding.Code {
        /** A source or an intervention comes twice. */
        DUPLICATE_ID,
        /** A rating names a source that is not there. */
        UNKNOWN_REFERENCE,
        /** There is no intervention. */
        NO_INTERVENTION
    }

    /**
     * Checks the rules between the parts.
     *
     * @param id a short name
     * @param version the version of this document
     * @param title its title for readers
     * @param description what it is for and what it is not
     * @param date when this version was written
     * @param licence the terms under which others may use it
     * @param sources where ratings come from; a document may leave them out
     * @param interventions the interventions, each concept once
     * @param limits known defects and limits; a document may leave them out
     * @throws FindingsException with every broken rule
     */
    public InterventionCatalogue {
        Require.id("a catalogue", id);
        Require.text(version, "a catalogue needs a 'version'");
        Require.text(title, "a catalogue needs a 'title'");
        Require.text(description, "a catalogue needs a 'description'");
        Objects.requireNonNull(date, "a catalogue needs a 'date'");
        Require.date(date, "a catalogue's 'date' must be a day, for example 2026-11-23");
        Objects.requireNonNull(licence, "a catalogue needs a 'licence'");
        sources = List.copyOf(Objects.requireNonNullElse(sources, List.of()));
        interventions = List.copyOf(Objects.requireNonNull(interventions, "a catalogue needs 'interventions'"));
        limits = List.copyOf(Objects.requireNonNullElse(limits, List.of()));
        check(sources, interventions);
    }

    /** {@return the catalogue that comes with loti: few ratings, and many that are honestly unrated} */
    public static InterventionCatalogue london() {
        return LotiJson.bundled(
                LONDON, InterventionCatalogue.class.getResourceAsStream(LONDON), InterventionCatalogue.class);
    }

    /**
     * Reads a catalogue of one's own.
     *
     * @param file a JSON document in UTF-8
     * @return the catalogue, or every problem that was found
     */
    public static Checked<InterventionCatalogue> read(Path file) {
        return LotiJson.read(file, InterventionCatalogue.class);
    }

    /**
     * {@return the intervention of a concept; empty where there is none}
     *
     * @param concept a concept of the codelist {@code interventions}
     */
    public Optional<Intervention> find(ConceptRef concept) {
        return interventions.stream()
                .filter(intervention -> intervention.concept().equals(concept))
                .findFirst();
    }

    /**
     * {@return the interventions that provide a part of an access package, in their order}
     *
     * @param item the part
     */
    public List<Intervention> providing(AccessItem item) {
        return interventions.stream()
                .filter(intervention -> intervention.provides().contains(item))
                .toList();
    }

    private static void check(List<Source> sources, List<Intervention> interventions) {
        Findings findings = new Findings();
        Set<String> sourceIds = new LinkedHashSet<>();
        for (Source source : sources) {
            if (!sourceIds.add(source.id())) {
                findings.error(
                        Code.DUPLICATE_ID,
                        "an id must come once, but comes twice",
                        Where.column("catalogue", "source '" + source.id() + "'"));
            }
        }
        if (interventions.isEmpty()) {
            findings.error(
                    Code.NO_INTERVENTION,
                    "a catalogue must have an intervention, but has none",
                    Where.file("catalogue"));
        }
        Set<ConceptRef> concepts = new HashSet<>();
        for (Intervention intervention : interventions) {
            Where where = Where.column("catalogue", "intervention '" + intervention.concept() + "'");
            if (!concepts.add(intervention.concept())) {
                findings.error(Code.DUPLICATE_ID, "an intervention must come once, but comes twice", where);
            }
            for (EvidenceRating rating : intervention.ratings()) {
                if (rating.source() != null && !sourceIds.contains(rating.source())) {
                    findings.error(
                            Code.UNKNOWN_REFERENCE,
                            "a rating must name a source of the catalogue, but '" + rating.source() + "' is none"
                                    + Nearest.hint(rating.source(), sourceIds),
                            where);
                }
            }
        }
        if (findings.hasErrors()) {
            throw new FindingsException(findings.toList());
        }
    }
}
