package london.loti.workbench;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import london.loti.mapping.recipe.Base;
import london.loti.model.area.AreaVintage;
import london.loti.model.disclosure.DisclosureRule;
import london.loti.model.disclosure.ZeroPolicy;

/**
 * What a run was told beside its recipe and its files: it stands in the manifest as parameters, and comes back from
 * there to recompute.
 *
 * @param vintage the declared geography and year, or null
 * @param codeName the column or property that holds the codes, or null
 * @param base the base in place of the recipe's own, or null
 * @param disclosure the disclosure rule
 */
record Choices(
        @Nullable AreaVintage vintage,
        @Nullable String codeName,
        @Nullable Base base,
        DisclosureRule disclosure) {

    Map<String, String> toParameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (vintage != null) {
            parameters.put("vintage", vintage.key());
        }
        if (codeName != null) {
            parameters.put("code", codeName);
        }
        if (base != null) {
            parameters.put("base", base.name());
        }
        parameters.put("disclosure.id", disclosure.id());
        parameters.put("disclosure.version", disclosure.version());
        parameters.put("disclosure.threshold", String.valueOf(disclosure.threshold()));
        parameters.put("disclosure.zeros", disclosure.zeros().name());
        parameters.put("disclosure.rounding", String.valueOf(disclosure.rounding()));
        parameters.put("disclosure.reason", disclosure.reason());
        return parameters;
    }

    /** Reads a manifest's parameters; throws {@link BadInput} where they are not those of a run. */
    static Choices of(Map<String, String> parameters, String manifest) {
        try {
            String vintage = parameters.get("vintage");
            String base = parameters.get("base");
            return new Choices(
                    vintage == null ? null : AreaVintage.parse(vintage),
                    parameters.get("code"),
                    base == null ? null : Base.valueOf(base),
                    new DisclosureRule(
                            parameters.getOrDefault("disclosure.id", ""),
                            parameters.getOrDefault("disclosure.version", ""),
                            Integer.parseInt(parameters.getOrDefault("disclosure.threshold", "")),
                            ZeroPolicy.valueOf(parameters.getOrDefault("disclosure.zeros", "")),
                            Integer.parseInt(parameters.getOrDefault("disclosure.rounding", "")),
                            parameters.getOrDefault("disclosure.reason", "")));
        } catch (IllegalArgumentException e) {
            throw BadInput.because(
                    BadInput.Code.NOT_A_MANIFEST,
                    "the parameters must be those of an index or a map, but are not",
                    manifest);
        }
    }
}
