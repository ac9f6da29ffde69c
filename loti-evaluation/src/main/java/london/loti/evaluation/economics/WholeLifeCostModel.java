package london.loti.evaluation.economics;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Require;
import london.loti.model.json.LotiJson;

/**
 * What options cost one council over their whole life, where several councils may share. Read from {@code MODEL.json}:
 *
 * <pre>{@code
 * {
 *   "id": "forms", "title": "Online forms", "priceYear": 2026, "years": 10, "schedule": "GB2026-standard",
 *   "council": {"name": "Anyborough", "residents": 200000},
 *   "adoption": [{"from": 0, "councils": 2, "residents": 450000}, {"from": 2, "councils": 8, "residents": 1900000}],
 *   "options": [
 *     {"id": "as-now", "name": "Go on as now", "kind": "DO_NOTHING", "lines": [
 *       {"name": "contract", "stage": "SUPPORT", "amount": 80000, "source": "contract", "from": 0, "every": 1}]},
 *     {"id": "shared", "name": "Shared open source", "kind": "OPEN_SOURCE", "lines": [
 *       {"name": "build", "stage": "ACQUIRE", "amount": 180000, "source": "quote", "from": 0, "sharing": "EQUALLY"}]}
 *   ]
 * }
 * }</pre>
 *
 * <p>The last year is {@code years} − 1. No figure comes with loti: every line says where its amount is from.
 *
 * @param id its short name
 * @param title its title for readers
 * @param priceYear the year in whose prices all amounts are
 * @param years how many years, year 0 among them
 * @param schedule one of {@link DiscountSchedule#bundledIds()}
 * @param timing when in its year an amount falls due; null for the end
 * @param council the council for which the sum is done
 * @param adoption how many councils take part, from year 0 on in ascending order
 * @param options the options, just one of them {@code DO_NOTHING}
 * @param claims what others say, shown and not used; null for nothing
 * @param draws how many draws show the uncertainty; null for 10,000
 * @param seed the seed of the draws; null for 1
 */
public record WholeLifeCostModel(
        String id,
        String title,
        int priceYear,
        int years,
        String schedule,
        @Nullable Timing timing,
        Council council,
        List<Adoption> adoption,
        List<WholeLifeOption> options,
        @Nullable List<Claim> claims,
        @Nullable Integer draws,
        @Nullable Long seed) {

    /**
     * Copies the lists and checks every rule between the parts.
     *
     * @param id its short name
     * @param title its title for readers
     * @param priceYear the year in whose prices all amounts are
     * @param years how many years
     * @param schedule a bundled discount schedule
     * @param timing when in its year an amount falls due, or null
     * @param council the council for which the sum is done
     * @param adoption how many councils take part
     * @param options the options
     * @param claims what others say, or null
     * @param draws how many draws, or null
     * @param seed the seed, or null
     * @throws london.loti.model.finding.FindingsException with every broken rule between the parts
     */
    public WholeLifeCostModel {
        Require.code("a model", "id", id);
        Require.text(title, "a model needs a 'title'");
        Amounts.priceYear("a model", priceYear);
        Amounts.year("'years'", years);
        Require.text(schedule, "a model needs a discount 'schedule'");
        timing = Objects.requireNonNullElse(timing, Timing.YEAR_END);
        Objects.requireNonNull(council, "a model needs a 'council'");
        adoption = List.copyOf(Objects.requireNonNull(adoption, "a model needs 'adoption'"));
        options = List.copyOf(Objects.requireNonNull(options, "a model needs 'options'"));
        claims = List.copyOf(Objects.requireNonNullElse(claims, List.of()));
        draws = Amounts.draws(Objects.requireNonNullElse(draws, 10_000));
        seed = Objects.requireNonNullElse(seed, 1L);
        ModelRules.check(years, schedule, council, adoption, options);
    }

    /** {@return when in its year an amount falls due} */
    @Override
    public Timing timing() {
        return Objects.requireNonNullElse(timing, Timing.YEAR_END);
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
    public static Checked<WholeLifeCostModel> read(Path file) {
        return LotiJson.read(file, WholeLifeCostModel.class);
    }

    /** {@return the options compared, on one thread} */
    public WholeLifeComparison compare() {
        return compare(DiscountSchedule.bundled(schedule), 1);
    }

    /**
     * {@return the options compared}
     *
     * @param ownSchedule a discount schedule in place of the model's
     * @param threads on how many threads, which changes nothing in the result
     */
    public WholeLifeComparison compare(DiscountSchedule ownSchedule, int threads) {
        return new WholeLifeCost(this, ownSchedule).compare(threads);
    }
}
