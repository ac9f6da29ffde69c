package london.loti.workbench;

/** Recipes that no borough would want, but every branch of the arithmetic. */
final class OwnRecipes {
    private OwnRecipes() {}

    /** Six indicators in a tree of three levels, one of them directly under the root, one with a weight of nought. */
    static String threeLevels(
            String id, String normalisation, String top, String inner, String weighting, String policy) {
        return """
                {
                  "id": "%s", "version": "1.0.0", "title": "Recipe of a test", "description": "For a test.",
                  "date": "2026-11-23", "vintage": "lsoa21", "base": "TABLE",
                  "normalisation": {"method": "%s"},
                  "missing": {"policy": "%s"%s},
                  "sources": [{"id": "invented", "title": "Invented", "publisher": "loti", "date": "2026",
                    "licence": "CC0-1.0"}],
                  "indicators": [
                    %s
                  ],
                  "components": [
                    {"id": "overall", "label": "Overall", "aggregation": "%s", "weighting": "%s", "reason": "r",
                     "parts": [{"of": "middle", "weight": 1.5}, {"of": "language", "weight": 0.5}]},
                    {"id": "middle", "label": "Middle level", "aggregation": "%s", "weighting": "%s", "reason": "r",
                     "parts": [{"of": "health", "weight": 0.3}, {"of": "leaves", "weight": 0.7}]},
                    {"id": "leaves", "label": "Lowest level", "aggregation": "%s", "weighting": "%s", "reason": "r",
                     "parts": [{"of": "old", "weight": 0.5}, {"of": "income", "weight": 0.25},
                       {"of": "unemployed", "weight": 0.25}, {"of": "rented", "weight": 0}]}
                  ],
                  "context": [{"column": "pop", "label": "Residents", "unit": "PEOPLE", "source": "invented"}]
                }
                """.formatted(
                id,
                normalisation,
                policy,
                policy.equals("RENORMALISE") ? ", \"minimumShare\": 0.6" : "",
                String.join(
                        ",\n    ",
                        indicator("old", "pct75plus", "PERCENT", "HIGHER_IS_MORE_NEED"),
                        indicator("health", "iod25_Health_score", "SCORE", "HIGHER_IS_MORE_NEED"),
                        indicator("income", "iod25_Income_score", "PROPORTION", "HIGHER_IS_MORE_NEED"),
                        indicator("unemployed", "pct_unemployed", "PERCENT", "HIGHER_IS_MORE_NEED"),
                        indicator("rented", "pct_hh_social_rented", "PERCENT", "HIGHER_IS_MORE_NEED"),
                        indicator("language", "pct_main_language_not_english", "PERCENT", "LOWER_IS_MORE_NEED")),
                top,
                weighting,
                inner,
                weighting,
                inner,
                weighting);
    }

    private static String indicator(String id, String column, String unit, String polarity) {
        return """
                {"id": "%s", "label": "The %s", "column": "%s", "unit": "%s", "polarity": "%s", \
                "source": "invented", "reason": "r"}""".formatted(id, id, column, unit, polarity);
    }
}
