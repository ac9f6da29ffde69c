package london.loti.evaluation.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import london.loti.evaluation.estimate.Effect;
import london.loti.model.disclosure.DisclosureRule;

/** What the n of an effect counts, by its method. Not every n counts people, and a disclosure rule asks for people. */
public enum CountedUnit {
    /** People, or whatever unit a row of data is. */
    PEOPLE("people"),
    /** Units that were followed through a panel: areas, or people, so that a rule asks of them as of people. */
    UNITS("units"),
    /** Rows of a time before and a time after: up to two a person. */
    ROWS_OF_TWO_TIMES("rows; whoever was seen before and after has two"),
    /** Rows of a panel: one a unit and period. */
    ROWS_OF_A_PANEL("rows, one for each unit and period"),
    /** Groups or areas. */
    GROUPS("groups"),
    /** Periods of a series. How many people are behind each is not told. */
    PERIODS("periods"),
    /** Studies. They are counted in public. */
    STUDIES("studies");

    private static final Map<String, CountedUnit> OTHERS = Map.of(
            "did-2x2", ROWS_OF_TWO_TIMES,
            "callaway-santanna", UNITS,
            "did-twfe", ROWS_OF_A_PANEL,
            "event-study", ROWS_OF_A_PANEL,
            "slope-index-of-inequality", GROUPS,
            "its-linear", PERIODS,
            "its-rate", PERIODS,
            "xmr", PERIODS,
            "meta-analysis", STUDIES,
            "egger-test", STUDIES);

    private final String words;

    CountedUnit(String words) {
        this.words = words;
    }

    /**
     * {@return what the effect counts}
     *
     * @param effect the effect
     */
    public static CountedUnit of(Effect effect) {
        return OTHERS.getOrDefault(effect.method(), PEOPLE);
    }

    /** {@return its name in the plural, for tables} */
    public String words() {
        return words;
    }

    /** What there are few of where there are few: rows are of people. */
    String fewWords() {
        return switch (this) {
            case PEOPLE, ROWS_OF_TWO_TIMES, ROWS_OF_A_PANEL -> "people measured";
            case UNITS, GROUPS, PERIODS -> words + " measured";
            case STUDIES -> "studies pooled";
        };
    }

    /**
     * {@return how many people are at least behind the effect, then behind each of its groups, and
     * behind the smallest group at a time where that is known} Empty where people are not
     * what is counted.
     *
     * @param effect the effect
     */
    public static List<Long> people(Effect effect) {
        CountedUnit unit = of(effect);
        if (unit.compareTo(ROWS_OF_A_PANEL) > 0) {
            return List.of();
        }
        double rows = unit.rowsEach(effect);
        List<Long> people = new ArrayList<>();
        people.add((long) Math.floor(effect.n() / rows));
        effect.groups().values().forEach(size -> people.add((long) Math.floor(size / rows)));
        Double smallestCell = effect.diagnostics().get(TableCells.SMALLEST);
        if (smallestCell != null) {
            people.add(smallestCell.longValue());
        }
        return List.copyOf(people);
    }

    /**
     * {@return whether the effect, and each of its groups, is on as many people as the rule wants} Of a table of yes and
     * no, each cell is to have as many; where its cells can't be known, it may not be shown. Where the errors allow for
     * so few clusters that the rule would hide them, each with so few rows, a cluster may be a person.
     *
     * @param effect the effect
     * @param rule which counts of people may be shown
     */
    public static boolean mayBeShown(Effect effect, DisclosureRule rule) {
        Integer clusters = effect.clusters();
        boolean fewClusters = clusters != null
                && of(effect) != STUDIES
                && isHidden(clusters, rule)
                && effect.n() < (long) clusters * rule.threshold();
        return !fewClusters
                && !TableCells.areFew(effect, rule)
                && people(effect).stream().noneMatch(people -> isHidden(people, rule));
    }

    private double rowsEach(Effect effect) {
        return switch (this) {
            case ROWS_OF_TWO_TIMES -> 2;
            case ROWS_OF_A_PANEL -> {
                double units = effect.diagnostics().getOrDefault("units", effect.n() / 2.0);
                yield units > 0 ? Math.max(1, effect.n() / units) : 1;
            }
            case PEOPLE, UNITS, GROUPS, PERIODS, STUDIES -> 1;
        };
    }

    private static boolean isHidden(long people, DisclosureRule rule) {
        return rule.apply(Map.of("people", people)).total() == null;
    }
}
