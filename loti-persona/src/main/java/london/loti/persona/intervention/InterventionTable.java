package london.loti.persona.intervention;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import london.loti.model.need.AccessItem;
import london.loti.model.need.AccessState;
import london.loti.model.need.ConceptRef;
import london.loti.model.need.TemporaryAccommodationRule;
import london.loti.model.need.TemporaryAccommodationRule.Clause;
import london.loti.model.table.CsvWriter;
import london.loti.persona.bank.Help;
import london.loti.persona.bank.Persona;
import london.loti.persona.bank.PersonaBank;

/**
 * What works for whom: one row for every persona, every intervention that provides what the persona needs or that the
 * persona names, and every rating of it. Rows stand in the order of bank, catalogue and ratings. It is for designing
 * services; a persona is invented, and nobody is matched to a row. Immutable.
 *
 * <pre>{@code
 * InterventionTable table = InterventionTable.of(bank, catalogue, HomeRules.temporaryAccommodation());
 * table.forPersona("rose").atLeast(EvidenceScale.NESTA, EvidenceLevel.LEVEL_2).rows();
 * table.gaps();
 * }</pre>
 */
public final class InterventionTable {
    private static final List<String> HEADER = List.of(
            "persona",
            "intervention",
            "label",
            "meets",
            "named_by_persona",
            "scale",
            "level",
            "tried_with",
            "group",
            "place",
            "date",
            "found",
            "source",
            "not_where");

    /**
     * One rating of one intervention for one persona.
     *
     * @param persona the persona's id
     * @param intervention what would help
     * @param label its name; where the catalogue does not have it, the concept as it is written
     * @param meets the parts of an access package that the persona needs and it provides
     * @param named whether the persona itself names it as a help
     * @param rating how sure one can be that it works
     * @param notWhere conditions of a home in which it makes no sense, in words
     */
    public record Entry(
            String persona,
            ConceptRef intervention,
            String label,
            Set<AccessItem> meets,
            boolean named,
            EvidenceRating rating,
            List<String> notWhere) {
        /**
         * Copies the collections.
         *
         * @param persona the persona's id
         * @param intervention what would help
         * @param label its name
         * @param meets the parts that the persona needs and it provides
         * @param named whether the persona names it
         * @param rating how sure one can be that it works
         * @param notWhere conditions in which it makes no sense
         */
        public Entry {
            Set<AccessItem> items = EnumSet.noneOf(AccessItem.class);
            items.addAll(meets);
            meets = Collections.unmodifiableSet(items);
            notWhere = List.copyOf(notWhere);
        }
    }

    /**
     * A need of a persona that no row meets.
     *
     * @param persona the persona's id
     * @param item what it needs
     */
    public record Gap(String persona, AccessItem item) {}

    private final List<Gap> needs;
    private final List<Entry> rows;

    private InterventionTable(List<Gap> needs, List<Entry> rows) {
        this.needs = List.copyOf(needs);
        this.rows = List.copyOf(rows);
    }

    /**
     * {@return the table of all personas of a bank}
     *
     * @param bank the personas; what they need is {@link AccessState#NEEDED} or {@link AccessState#OFFERED}
     * @param catalogue the interventions
     * @param homes where an offer makes no sense
     */
    public static InterventionTable of(
            PersonaBank bank, InterventionCatalogue catalogue, TemporaryAccommodationRule homes) {
        List<Gap> needs = new ArrayList<>();
        List<Entry> rows = new ArrayList<>();
        for (Persona persona : bank.personas()) {
            Set<AccessItem> needed = EnumSet.noneOf(AccessItem.class);
            needed.addAll(persona.access().in(AccessState.NEEDED));
            needed.addAll(persona.access().in(AccessState.OFFERED));
            needed.forEach(item -> needs.add(new Gap(persona.id(), item)));
            List<ConceptRef> named =
                    persona.helps().stream().map(Help::intervention).distinct().toList();
            for (Intervention intervention : catalogue.interventions()) {
                Set<AccessItem> meets = EnumSet.noneOf(AccessItem.class);
                meets.addAll(intervention.provides());
                meets.retainAll(needed);
                boolean isNamed = named.contains(intervention.concept());
                if (isNamed || !meets.isEmpty()) {
                    List<String> notWhere = notWhere(intervention.concept(), homes);
                    intervention
                            .ratings()
                            .forEach(rating -> rows.add(new Entry(
                                    persona.id(),
                                    intervention.concept(),
                                    intervention.label(),
                                    meets,
                                    isNamed,
                                    rating,
                                    notWhere)));
                }
            }
            named.stream()
                    .filter(concept -> catalogue.find(concept).isEmpty())
                    .forEach(concept -> rows.add(new Entry(
                            persona.id(),
                            concept,
                            concept.toString(),
                            Set.of(),
                            true,
                            EvidenceRating.UNRATED,
                            notWhere(concept, homes))));
        }
        return new InterventionTable(needs, rows);
    }

    private static List<String> notWhere(ConceptRef offer, TemporaryAccommodationRule homes) {
        List<String> codes =
                homes.excluding(offer).stream().map(Clause::when).distinct().toList();
        return homes.conditions().stream()
                .filter(condition -> codes.contains(condition.code()))
                .map(condition -> condition.label())
                .toList();
    }

    /**
     * {@return the rows and gaps of one persona; none where there is no such persona}
     *
     * @param persona a persona's id
     */
    public InterventionTable forPersona(String persona) {
        return new InterventionTable(
                needs.stream().filter(need -> need.persona().equals(persona)).toList(),
                rows.stream().filter(row -> row.persona().equals(persona)).toList());
    }

    /**
     * {@return the rows that meet a need for one part of an access package, and the gaps of that part}
     *
     * @param item the part
     */
    public InterventionTable meeting(AccessItem item) {
        return new InterventionTable(
                needs.stream().filter(need -> need.item() == item).toList(),
                rows.stream().filter(row -> row.meets().contains(item)).toList());
    }

    /**
     * {@return the rows whose rating is on one scale, at a level or above; gaps are then needs that nothing so well
     * tried helps}
     *
     * @param scale a scale; ratings on another one, and what is unrated, are left out
     * @param least the least level
     * @throws IllegalArgumentException if that is no level
     */
    public InterventionTable atLeast(EvidenceScale scale, EvidenceLevel least) {
        return only(row -> row.rating().isAtLeast(scale, least));
    }

    /**
     * {@return the rows whose rating comes from a group or segment; gaps are then needs for which nothing was tried
     * with it}
     *
     * @param group a concept of a codelist
     */
    public InterventionTable triedWith(ConceptRef group) {
        return only(row -> group.equals(row.rating().group()));
    }

    private InterventionTable only(Predicate<Entry> wanted) {
        return new InterventionTable(needs, rows.stream().filter(wanted).toList());
    }

    /** {@return the rows, by persona, intervention and rating} */
    public List<Entry> rows() {
        return rows;
    }

    /** {@return the needs that no row meets, by persona and part} */
    public List<Gap> gaps() {
        return needs.stream()
                .filter(need -> rows.stream()
                        .noneMatch(row -> row.persona().equals(need.persona())
                                && row.meets().contains(need.item())))
                .toList();
    }

    /** {@return the rows as CSV; what is not there is an empty cell, several parts have semicolons between them} */
    public String toCsv() {
        CsvWriter csv = new CsvWriter(HEADER);
        for (Entry row : rows) {
            EvidenceRating rating = row.rating();
            csv.text(row.persona())
                    .text(row.intervention().toString())
                    .text(row.label())
                    .text(row.meets().stream().map(AccessItem::name).collect(Collectors.joining(";")))
                    .text(row.named() ? "yes" : "no")
                    .text(text(rating.scale()))
                    .text(rating.level().name())
                    .text(text(rating.triedWith()))
                    .text(text(rating.group()))
                    .text(text(rating.place()))
                    .text(text(rating.date()))
                    .text(text(rating.found()))
                    .text(text(rating.source()))
                    .text(String.join(";", row.notWhere()))
                    .endRow();
        }
        return csv.toString();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
