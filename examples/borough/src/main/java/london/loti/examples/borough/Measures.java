package london.loti.examples.borough;

import java.util.List;

import london.loti.model.metric.Metric;
import london.loti.model.metric.MetricUnit;
import london.loti.model.provenance.Licence;
import london.loti.model.provenance.Source;

/** What the columns measure: the indicators that a recipe for a real borough reads, under the same names. */
final class Measures {
    private static final Source INVENTED = new Source(
            "invented",
            "Invented for this example",
            "loti",
            "2026",
            null,
            Licence.of("CC0-1.0"),
            "No number describes a real place or person.");

    private Measures() {}

    /** In the order of {@link Indicators}' columns. */
    static List<Metric> all() {
        return List.of(
                metric("pop", "Residents", MetricUnit.PEOPLE),
                ofResidents("pct65plus", "Aged 65 and over"),
                ofResidents("pct75plus", "Aged 75 and over"),
                ofResidents("pct_disabled", "Disabled"),
                metric("pct_hh_social_rented", "Households renting socially", MetricUnit.PERCENT),
                metric("pct_hh_overcrowded", "Overcrowded households", MetricUnit.PERCENT),
                metric("pct_hh_deprived_2plus_dims", "Households deprived in two or more ways", MetricUnit.PERCENT),
                metric("pct_main_language_not_english", "Main language not English", MetricUnit.PERCENT),
                metric("pct_routine_elementary_occ", "Routine and elementary occupations", MetricUnit.PERCENT),
                metric("pct_unemployed", "Unemployed", MetricUnit.PERCENT),
                metric("iod25_adult_skills_english", "Adults with low skills or little English", MetricUnit.PROPORTION),
                score("iod25_digital_connectivity", "Digital connectivity"),
                score("iod25_IMD_score", "Multiple deprivation"),
                metric("iod25_Income_score", "Income deprivation", MetricUnit.PROPORTION)
                        .withDefinition("Share of residents in households of low income."),
                score("iod25_Education_score", "Education deprivation"),
                score("iod25_Health_score", "Health deprivation"),
                metric("dpi_online_response_pct", "Census answered online", MetricUnit.PERCENT)
                        .withDefinition("Share of the answering households that answered online: an outcome, never an"
                                + " indicator."));
    }

    private static Metric metric(String id, String label, MetricUnit unit) {
        return Metric.of(id, label, unit).withSource(INVENTED);
    }

    private static Metric ofResidents(String id, String label) {
        return metric(id, label, MetricUnit.PERCENT).withDenominator("pop");
    }

    private static Metric score(String id, String label) {
        return metric(id, label, MetricUnit.SCORE).withDefinition("A higher score is more deprived.");
    }
}
