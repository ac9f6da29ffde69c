package london.loti.mapping.recipe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import london.loti.mapping.recipe.Component.Part;
import london.loti.model.area.AreaVintage;
import london.loti.model.finding.Require;
import london.loti.model.metric.Metric;
import london.loti.model.metric.MetricUnit;
import london.loti.model.provenance.Source;

/**
 * How an index is made, from the columns of a table to the overall score.
 *
 * <p>The components form a tree whose root is {@value Component#OVERALL}: every indicator and every other component
 * is a part of exactly one component. {@link RecipeReader} checks that and tells all problems of a document at once;
 * this constructor refuses a recipe that breaks a rule.
 *
 * @param id a short name
 * @param version the version of this document
 * @param title its title for readers
 * @param description what the index is, in a few sentences
 * @param date when this version was written, {@code 2026-11-23}
 * @param vintage the geography that the tables must be of; null for any
 * @param table where codes, names and parents stand in the tables; null to find them by their headers
 * @param base the areas that an area is compared with
 * @param normalisation how values become scores, where an indicator does not say otherwise
 * @param missing what a missing value does
 * @param sources where data and choices come from
 * @param indicators the indicators
 * @param components the components
 * @param context columns that are shown and not scored
 * @param limits known defects and limits, for readers
 */
public record Recipe(
        String id,
        String version,
        String title,
        String description,
        String date,
        @Nullable AreaVintage vintage,
        @Nullable ColumnMapping table,
        Base base,
        Normalisation normalisation,
        MissingData missing,
        List<Source> sources,
        List<Indicator> indicators,
        List<Component> components,
        List<ContextColumn> context,
        List<String> limits) {

    /**
     * Copies the lists and checks every rule.
     *
     * @param id a short name, shown in messages and on maps
     * @param version the version of this document
     * @param title its title for readers
     * @param description what the index is, in a few sentences
     * @param date when this version was written, {@code 2026-11-23}
     * @param vintage the geography and year that the tables must be of; null for any
     * @param table where codes, names and parents stand; null to find them by their headers
     * @param base the areas that an area is compared with
     * @param normalisation how values become scores, for indicators that do not say
     * @param missing what a missing value does
     * @param sources where data and choices come from, each id once
     * @param indicators each a part of just one component
     * @param components a tree; its root is {@value Component#OVERALL}
     * @param context columns that are shown and not scored; a document may leave them out
     * @param limits known defects and limits, for readers; a document may leave them out
     * @throws london.loti.model.finding.FindingsException with every broken rule between the parts
     */
    public Recipe {
        Objects.requireNonNull(id, "a recipe needs an 'id'");
        Objects.requireNonNull(version, "a recipe needs a 'version'");
        Objects.requireNonNull(title, "a recipe needs a 'title'");
        Objects.requireNonNull(description, "a recipe needs a 'description'");
        Objects.requireNonNull(date, "a recipe needs a 'date'");
        Objects.requireNonNull(base, "a recipe needs a 'base'");
        Objects.requireNonNull(normalisation, "a recipe needs a 'normalisation'");
        Objects.requireNonNull(missing, "a recipe needs a rule for 'missing' data");
        Require.optionalText(id, "a recipe needs an 'id'");
        Require.optionalText(version, "a recipe needs a 'version'");
        Require.optionalText(title, "a recipe needs a 'title'");
        Require.optionalText(description, "a recipe needs a 'description'");
        Require.date(date, "a recipe's 'date' must be a day, for example 2026-11-23");
        sources = List.copyOf(Objects.requireNonNull(sources, "a recipe needs 'sources'"));
        indicators = List.copyOf(Objects.requireNonNull(indicators, "a recipe needs 'indicators'"));
        components = List.copyOf(Objects.requireNonNull(components, "a recipe needs 'components'"));
        context = List.copyOf(Objects.requireNonNullElse(context, List.of()));
        limits = List.copyOf(Objects.requireNonNullElse(limits, List.of()));
        RecipeRules.check(sources, indicators, components, context, normalisation);
    }

    /**
     * One of the recipes that come with loti: {@code deri-method}, {@code deri-1.6-components}, {@code iod-2025},
     * {@code london-key-groups} or {@code loti-london}.
     *
     * @param name one of these names, without {@code .json}
     * @return the recipe, checked like one of your own
     * @throws london.loti.model.finding.FindingsException if there is none with this name
     */
    public static Recipe bundled(String name) {
        return RecipeReader.bundled(name).orElseThrow();
    }

    /**
     * {@return the indicator with this id; empty where there is none}
     *
     * @param indicatorId an id as in {@link Part#of()}; a component's finds nothing
     */
    public Optional<Indicator> indicator(String indicatorId) {
        return indicators.stream().filter(i -> i.id().equals(indicatorId)).findFirst();
    }

    /**
     * {@return the component with this id; empty where there is none}
     *
     * @param componentId an id as in {@link Part#of()}, or {@value Component#OVERALL}; an indicator's finds nothing
     */
    public Optional<Component> component(String componentId) {
        return components.stream().filter(c -> c.id().equals(componentId)).findFirst();
    }

    /** {@return the root of the tree: the index itself} */
    public Component overall() {
        return component(Component.OVERALL).orElseThrow();
    }

    /**
     * {@return how an indicator's values become scores: its own way, or else the recipe's}
     *
     * @param indicator an indicator of this recipe
     */
    public Normalisation normalisationOf(Indicator indicator) {
        return indicator.normalisation() == null ? normalisation : indicator.normalisation();
    }

    /**
     * {@return what the values of an indicator measure, under its own id}
     *
     * @param indicator an indicator of this recipe, in which its source is looked up
     */
    public Metric metricOf(Indicator indicator) {
        return new Metric(
                indicator.id(),
                indicator.label(),
                indicator.unit(),
                indicator.definition(),
                indicator.denominator(),
                source(indicator.source()));
    }

    /** {@return the columns that a table must have, each once: of the context, and of the indicators} */
    public List<Metric> columns() {
        Map<String, Metric> columns = new LinkedHashMap<>();
        for (ContextColumn c : context) {
            columns.put(c.column(), Metric.of(c.column(), c.label(), c.unit()).withSource(source(c.source())));
        }
        for (Indicator indicator : indicators) {
            Source from = source(indicator.source());
            MetricUnit counts = indicator.counts() == null ? MetricUnit.PEOPLE : indicator.counts();
            if (indicator.column() != null) {
                columns.putIfAbsent(
                        indicator.column(),
                        Metric.of(indicator.column(), indicator.label(), indicator.unit())
                                .withDefinition(indicator.definition())
                                .withDenominator(indicator.denominator())
                                .withSource(from));
            }
            if (indicator.count() != null) {
                columns.putIfAbsent(
                        indicator.count(),
                        Metric.of(indicator.count(), indicator.label() + " (count)", counts)
                                .withSource(from));
            }
            if (indicator.denominator() != null) {
                columns.putIfAbsent(
                        indicator.denominator(),
                        Metric.of(indicator.denominator(), "Denominator of: " + indicator.label(), counts)
                                .withSource(from));
            }
        }
        return List.copyOf(columns.values());
    }

    /**
     * {@return the same recipe with another base}
     *
     * @param other the areas to compare with; all but the whole table need the parents of each area
     */
    public Recipe withBase(Base other) {
        return with(other, components);
    }

    /**
     * The same recipe with other weights, for a what-if.
     *
     * @param weights the new weights by the id of the part, nought or more; the other parts keep theirs
     * @return a recipe with the same id and version, so its results must be called a what-if
     * @throws IllegalArgumentException if an id is not one of a part, or if a weight is negative or not finite
     * @throws london.loti.model.finding.FindingsException if a component's weights are all nought
     */
    public Recipe withWeights(Map<String, Double> weights) {
        List<Component> changed = new ArrayList<>();
        for (Component c : components) {
            List<Part> parts = c.parts().stream()
                    .map(p -> new Part(p.of(), weights.getOrDefault(p.of(), p.weight()), p.reason()))
                    .toList();
            changed.add(new Component(c.id(), c.label(), c.aggregation(), c.weighting(), parts, c.reason()));
        }
        for (String part : weights.keySet()) {
            boolean known = changed.stream().anyMatch(c -> c.parts().stream().anyMatch(p -> p.of().equals(part)));
            if (!known) {
                throw new IllegalArgumentException(
                        "a weight must be one of a part, but the recipe has no part '" + part + "'");
            }
        }
        return with(base, changed);
    }

    private Recipe with(Base otherBase, List<Component> otherComponents) {
        return new Recipe(
                id,
                version,
                title,
                description,
                date,
                vintage,
                table,
                otherBase,
                normalisation,
                missing,
                sources,
                indicators,
                otherComponents,
                context,
                limits);
    }

    private @Nullable Source source(@Nullable String sourceId) {
        return sources.stream().filter(s -> s.id().equals(sourceId)).findFirst().orElse(null);
    }
}
