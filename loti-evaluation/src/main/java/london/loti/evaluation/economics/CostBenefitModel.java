package london.loti.evaluation.economics;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Require;
import london.loti.model.json.LotiJson;

/**
 * A cost-benefit analysis as a document. Read from JSON:
 *
 * <pre>{@code
 * {
 *   "schema": "loti-cost-benefit-1", "id": "skills", "title": "Digital skills", "priceYear": 2026,
 *   "schedule": "GB2026-standard",
 *   "lines": [
 *     {"name": "sessions", "side": "COST", "body": "council", "amounts": [60000, 20000], "source": "budget", "date": "2026-04-01"},
 *     {"name": "time of staff", "side": "BENEFIT", "body": "council", "kind": "NON_CASHABLE", "amounts": [0, 90000],
 *      "inputs": ["effect"], "outcomes": ["fewer calls"], "source": "time study", "date": "2026-03-31"}
 *   ],
 *   "inputs": {"effect": {"quantity": {"shape": "NORMAL", "parameters": [1, 0.3]}, "source": "evaluation", "date": "2026-06-30"}}
 * }
 * }</pre>
 *
 * <p>No figure comes with loti, and what proponents claim stands under {@code claims}, where it enters no number.
 *
 * @param schema the version of this document, {@value #SCHEMA}
 * @param id its short name
 * @param title its title for readers
 * @param priceYear the year in whose prices all amounts are
 * @param schedule one of {@link DiscountSchedule#bundledIds()}
 * @param healthSchedule the same for lines of health and life satisfaction; null for {@code GB2026-health}
 * @param timing when in its year an amount falls due; null for the end
 * @param lines costs and benefits
 * @param inputs the uncertain inputs by name; null for none
 * @param correlations which inputs go together; null for none
 * @param claims what others say, shown and not used; null for nothing
 * @param draws how many draws show the uncertainty; null for 10,000
 * @param seed the seed of the draws; null for 1
 */
public record CostBenefitModel(
        String schema,
        String id,
        String title,
        int priceYear,
        String schedule,
        @Nullable String healthSchedule,
        @Nullable Timing timing,
        List<AccountLine> lines,
        @Nullable SortedMap<String, AccountInput> inputs,
        @Nullable List<RankCorrelation> correlations,
        @Nullable List<Claim> claims,
        @Nullable Integer draws,
        @Nullable Long seed) {
    /** The version of the document that this type reads. */
    public static final String SCHEMA = "loti-cost-benefit-1";

    private static final String HEALTH = "GB2026-health";

    /**
     * Copies the parts and checks every rule between them.
     *
     * @param schema the version of this document
     * @param id its short name
     * @param title its title
     * @param priceYear the year in whose prices all amounts are
     * @param schedule a bundled discount schedule
     * @param healthSchedule the same for health, or null
     * @param timing when in its year an amount falls due, or null
     * @param lines costs and benefits
     * @param inputs the uncertain inputs, or null
     * @param correlations which inputs go together, or null
     * @param claims what others say, or null
     * @param draws how many draws, or null
     * @param seed the seed, or null
     * @throws london.loti.model.finding.FindingsException if the schema is another, or with every broken rule between
     *     the parts
     */
    public CostBenefitModel {
        Require.text(schema, "a cost-benefit model needs its 'schema', " + SCHEMA);
        AccountRules.schema(schema);
        Require.code("a model", "id", id);
        Require.text(title, "a model needs a 'title'");
        Amounts.priceYear("a model", priceYear);
        Require.text(schedule, "a model needs a discount 'schedule'");
        healthSchedule = Objects.requireNonNullElse(healthSchedule, HEALTH);
        timing = Objects.requireNonNullElse(timing, Timing.YEAR_END);
        lines = List.copyOf(Objects.requireNonNull(lines, "a model needs 'lines'"));
        inputs = new TreeMap<>(Map.copyOf(Objects.requireNonNullElse(inputs, new TreeMap<>())));
        correlations = List.copyOf(Objects.requireNonNullElse(correlations, List.of()));
        claims = List.copyOf(Objects.requireNonNullElse(claims, List.of()));
        draws = Amounts.draws(Objects.requireNonNullElse(draws, 10_000));
        seed = Objects.requireNonNullElse(seed, 1L);
        AccountRules.check(priceYear, schedule, healthSchedule, lines, inputs, correlations);
    }

    /** {@return the discount schedule of health and life satisfaction} */
    @Override
    public String healthSchedule() {
        return Objects.requireNonNullElse(healthSchedule, HEALTH);
    }

    /** {@return when in its year an amount falls due} */
    @Override
    public Timing timing() {
        return Objects.requireNonNullElse(timing, Timing.YEAR_END);
    }

    /** {@return a copy of the uncertain inputs, by name; empty for none} */
    @Override
    public SortedMap<String, AccountInput> inputs() {
        return new TreeMap<>(Objects.requireNonNullElse(inputs, new TreeMap<>()));
    }

    /** {@return which inputs go together; empty for none} */
    @Override
    public List<RankCorrelation> correlations() {
        return Objects.requireNonNullElse(correlations, List.of());
    }

    /** {@return what others say; empty for nothing} */
    @Override
    public List<Claim> claims() {
        return Objects.requireNonNullElse(claims, List.of());
    }

    /** {@return how many draws show the uncertainty} */
    @Override
    public Integer draws() {
        return Objects.requireNonNullElse(draws, 10_000);
    }

    /** {@return the seed of the draws} */
    @Override
    public Long seed() {
        return Objects.requireNonNullElse(seed, 1L);
    }

    /**
     * Reads a model.
     *
     * @param file a JSON document with the fields of this record
     * @return the model, or every problem that was found
     */
    public static Checked<CostBenefitModel> read(Path file) {
        return LotiJson.read(file, CostBenefitModel.class);
    }

    /** {@return the analysis, to be changed or assessed piece by piece} */
    public CostBenefit analysis() {
        EvidenceGrades grades = EvidenceGrades.bundled();
        CostBenefit analysis = CostBenefit.of(
                        priceYear,
                        lines.stream().map(line -> line.in(priceYear, grades)).toList())
                .withSchedule(DiscountSchedule.bundled(schedule))
                .withHealthSchedule(DiscountSchedule.bundled(healthSchedule()))
                .withTiming(timing())
                .withRankCorrelations(correlations());
        for (Map.Entry<String, AccountInput> input : inputs().entrySet()) {
            analysis = analysis.withInput(input.getKey(), input.getValue().quantity());
        }
        return analysis;
    }

    /** {@return the account: the result, how sure it is, and both in plain words; on one thread} */
    public CostBenefitAccount assess() {
        boolean varies =
                inputs().values().stream().anyMatch(input -> input.quantity().varies());
        CostBenefit analysis = analysis();
        CostBenefitAccount bare = new CostBenefitAccount(
                id,
                title,
                analysis.assess(),
                varies ? analysis.simulate(draws(), seed(), 1) : null,
                claims(),
                List.of());
        return bare.withWords(new AccountWords(bare).sentences());
    }
}
