package london.loti.mapping.recipe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import london.loti.mapping.recipe.Component.Aggregation;
import london.loti.mapping.recipe.Component.Part;
import london.loti.mapping.recipe.RecipeReader.Code;
import london.loti.model.finding.Findings;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Nearest;
import london.loti.model.finding.Where;
import london.loti.model.provenance.Source;

/** The rules that hold between the parts of a recipe. */
final class RecipeRules {
    private static final Set<String> RESERVED = Set.of("overall", "rank", "decile");

    private final Map<String, Indicator> indicators = new LinkedHashMap<>();
    private final Map<String, Component> components = new LinkedHashMap<>();
    private final Set<String> sources = new LinkedHashSet<>();
    private final Findings findings = new Findings();

    private RecipeRules() {}

    /** Throws a {@link FindingsException} with every broken rule. */
    static void check(
            List<Source> sources,
            List<Indicator> indicators,
            List<Component> components,
            List<ContextColumn> context,
            Normalisation normalisation) {
        RecipeRules rules = new RecipeRules();
        rules.checkIds(sources, indicators, components);
        rules.checkSources(indicators, context);
        rules.checkContext(context);
        rules.checkTree();
        components.forEach(c -> rules.checkComponent(c, normalisation));
        if (rules.findings.hasErrors()) {
            throw new FindingsException(rules.findings.toList());
        }
    }

    private void checkIds(List<Source> allSources, List<Indicator> allIndicators, List<Component> allComponents) {
        for (Source source : allSources) {
            if (!sources.add(source.id())) {
                error(Code.DUPLICATE_ID, "source", source.id(), "an id must come once, but comes twice");
            }
        }
        for (Indicator indicator : allIndicators) {
            if (indicators.putIfAbsent(indicator.id(), indicator) != null) {
                error(Code.DUPLICATE_ID, "indicator", indicator.id(), "an id must come once, but comes twice");
            }
        }
        for (Component component : allComponents) {
            if (components.putIfAbsent(component.id(), component) != null || indicators.containsKey(component.id())) {
                error(Code.DUPLICATE_ID, "component", component.id(), "an id must come once, but comes twice");
            }
        }
    }

    private void checkSources(List<Indicator> allIndicators, List<ContextColumn> context) {
        for (Indicator indicator : allIndicators) {
            requireSource("indicator", indicator.id(), indicator.source());
        }
        for (ContextColumn column : context) {
            if (column.source() != null) {
                requireSource("context column", column.column(), column.source());
            }
        }
    }

    private void requireSource(String kind, String id, String source) {
        if (!sources.contains(source)) {
            error(
                    Code.UNKNOWN_REFERENCE,
                    kind,
                    id,
                    "its source must be one of the recipe's sources, but '" + source + "' is not"
                            + Nearest.hint(source, sources));
        }
    }

    private void checkContext(List<ContextColumn> context) {
        Set<String> seen = new HashSet<>();
        for (ContextColumn column : context) {
            String name = column.column();
            boolean taken = RESERVED.contains(name)
                    || Stream.of("value_", "score_", "component_").anyMatch(name::startsWith);
            if (taken || !seen.add(name)) {
                error(
                        Code.DUPLICATE_ID,
                        "context column",
                        name,
                        "a context column must come once and must not have the name of a result column");
            }
        }
    }

    private void checkTree() {
        if (!components.containsKey(Component.OVERALL)) {
            error(
                    Code.NO_OVERALL,
                    "recipe",
                    "components",
                    "a component with the id 'overall' is needed: the index itself");
        }
        Map<String, List<String>> usedBy = new HashMap<>();
        Set<String> known = Stream.concat(indicators.keySet().stream(), components.keySet().stream())
                .filter(id -> !id.equals(Component.OVERALL))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (Component component : components.values()) {
            for (Part part : component.parts()) {
                if (!known.contains(part.of())) {
                    error(
                            Code.UNKNOWN_REFERENCE,
                            "component",
                            component.id(),
                            part.of().equals(Component.OVERALL)
                                    ? "'overall' is the root and can't be a part"
                                    : "a part must be an indicator or component of the recipe, but '" + part.of()
                                            + "' is not" + Nearest.hint(part.of(), known));
                }
                usedBy.computeIfAbsent(part.of(), of -> new ArrayList<>()).add(component.id());
            }
        }
        for (String id : known) {
            List<String> users = usedBy.getOrDefault(id, List.of());
            String kind = indicators.containsKey(id) ? "indicator" : "component";
            if (users.isEmpty()) {
                error(Code.NOT_A_TREE, kind, id, "it must be a part of one component, but is a part of none");
            } else if (users.size() > 1) {
                error(
                        Code.NOT_A_TREE,
                        kind,
                        id,
                        "it must be a part of one component, but is a part of " + users
                                + "\nMaybe it would be counted twice.");
            }
        }
        checkCycles();
    }

    private void checkCycles() {
        Set<String> done = new HashSet<>();
        for (String id : components.keySet()) {
            findCycle(id, new LinkedHashSet<>(), done);
        }
    }

    private void findCycle(String id, Set<String> path, Set<String> done) {
        if (!components.containsKey(id) || done.contains(id)) {
            return;
        }
        if (!path.add(id)) {
            List<String> circle = new ArrayList<>(path);
            circle = circle.subList(circle.indexOf(id), circle.size());
            done.addAll(circle);
            error(
                    Code.CYCLE,
                    "component",
                    id,
                    "a component must not be made of itself, but here is a circle: " + String.join(" -> ", circle)
                            + " -> " + id);
            return;
        }
        for (Part part : components.get(id).parts()) {
            findCycle(part.of(), path, done);
        }
        path.remove(id);
        done.add(id);
    }

    private void checkComponent(Component component, Normalisation normalisation) {
        if (component.totalWeight() == 0) {
            error(
                    Code.ZERO_WEIGHTS,
                    "component",
                    component.id(),
                    "at least one weight must be above nought, but all are nought");
        }
        if (component.aggregation() == Aggregation.GEOMETRIC_MEAN) {
            List<String> negative = leaves(component, new HashSet<>())
                    .filter(i -> (i.normalisation() == null ? normalisation : i.normalisation()).mayBeNegative())
                    .map(Indicator::id)
                    .toList();
            if (!negative.isEmpty()) {
                error(
                        Code.NEGATIVE_IN_GEOMETRIC_MEAN,
                        "component",
                        component.id(),
                        "a geometric mean needs scores of nought or more, but those of " + negative
                                + " may be below\nMaybe normalise them with MIN_MAX.");
            }
        }
    }

    private Stream<Indicator> leaves(Component component, Set<String> seen) {
        return component.parts().stream().filter(part -> seen.add(part.of())).flatMap(part -> {
            if (indicators.containsKey(part.of())) {
                return Stream.of(indicators.get(part.of()));
            }
            Component inner = components.get(part.of());
            return inner == null ? Stream.empty() : leaves(inner, seen);
        });
    }

    private void error(Code code, String kind, String id, String message) {
        findings.error(code, message, Where.column("recipe", kind + " '" + id + "'"));
    }
}
