package london.loti.workbench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.estimate.Alternative;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.study.Categories;
import london.loti.evaluation.study.StudyProblem;
import london.loti.evaluation.study.StudyReader;
import london.loti.evaluation.study.StudyTable;
import london.loti.evaluation.study.TwoValues;
import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Where;

/**
 * What a method of {@code loti evaluate} is given: a file, the columns that the options name, and conventions. A method
 * asks for what it needs; what is absent is told by the option's name.
 */
final class StudyInput {
    private final @Nullable Path data;
    private final Columns columns;
    private final Alternative alternative;
    private final double level;
    private final Map<String, String> conventions;
    private final Set<String> asked = new LinkedHashSet<>();
    private final Set<String> used = new LinkedHashSet<>();
    private final long seed;
    private final Set<String> given;
    private final List<Finding> warnings = new ArrayList<>();
    private final Map<String, String> notes = new LinkedHashMap<>();
    private @Nullable StudyTable table;

    /** The columns that the options name. */
    record Columns(
            @Nullable String outcome,
            @Nullable String group,
            @Nullable String time,
            @Nullable String id,
            @Nullable String cluster,
            @Nullable String weights,
            List<String> covariates) {}

    StudyInput(
            @Nullable Path data,
            Columns columns,
            Alternative alternative,
            double level,
            Map<String, String> conventions,
            long seed,
            Set<String> given) {
        this.data = data;
        this.columns = columns;
        this.alternative = alternative;
        this.level = level;
        this.conventions = conventions;
        this.seed = seed;
        this.given = given;
    }

    String outcome() {
        return needed("--outcome", columns.outcome());
    }

    String group() {
        return needed("--group", columns.group());
    }

    String time() {
        return needed("--time", columns.time());
    }

    String id() {
        return needed("--id", columns.id());
    }

    boolean hasGroup() {
        return columns.group() != null;
    }

    boolean hasTime() {
        return columns.time() != null;
    }

    boolean hasId() {
        return columns.id() != null;
    }

    @Nullable
    String cluster() {
        used.add("--cluster");
        return columns.cluster();
    }

    @Nullable
    String weights() {
        used.add("--weights");
        return columns.weights();
    }

    List<String> covariates() {
        used.add("--covariates");
        return columns.covariates();
    }

    long seed() {
        used.add("--seed");
        return seed;
    }

    double level() {
        used.add("--level");
        return level;
    }

    Alternative alternative() {
        used.add("--alternative");
        return alternative;
    }

    Inference inference() {
        return new Inference(alternative(), level(), number("null", 0));
    }

    private String needed(String option, @Nullable String column) {
        used.add(option);
        if (column == null) {
            throw new IllegalArgumentException("this method needs " + option);
        }
        return column;
    }

    /** Who is in which of two groups; which label was taken for the treated goes into the result. */
    TwoValues groups(StudyTable table) {
        TwoValues groups = TwoValues.of(table, group(), text("treated"), StudyProblem.ONE_GROUP);
        notes.put("treated", groups.one());
        return groups;
    }

    /** The result with what was taken for what, so that nobody has to guess. */
    Effect told(Effect effect) {
        TreeMap<String, String> convention = new TreeMap<>(effect.convention());
        notes.forEach(convention::putIfAbsent);
        return new Effect(
                effect.method(),
                convention,
                effect.n(),
                effect.groups(),
                effect.clusters(),
                effect.seed(),
                effect.dataHash(),
                effect.estimates(),
                effect.diagnostics(),
                effect.assumptions());
    }

    /** The table, read as told, with the cluster as categories and the weights as numbers where they are named. */
    StudyTable table(StudyReader reader) {
        StudyReader all = reader;
        if (columns.cluster() != null && !columns.cluster().equals(columns.id())) {
            all = all.categories(columns.cluster());
        }
        if (columns.weights() != null) {
            all = all.numbers(columns.weights());
        }
        used.add("--data");
        if (data == null) {
            throw new IllegalArgumentException("this method needs --data");
        }
        Checked<StudyTable> read = all.read(data);
        if (read.hasErrors()) {
            throw new FindingsException(read.findings());
        }
        warn(read.findings());
        table = read.orElseThrow();
        return table;
    }

    /**
     * Findings of a calculator, which knows neither the file nor its columns: row n of what it was given is row n of the
     * table, and it calls columns by what they are for.
     */
    List<Finding> placed(List<Finding> findings) {
        StudyTable read = table;
        return read == null
                ? findings
                : findings.stream().map(finding -> placed(finding, read)).toList();
    }

    private Finding placed(Finding finding, StudyTable read) {
        Where where = finding.where();
        if (where.source().equals(read.source())) {
            return finding;
        }
        String column = where.column() == null ? null : column(where.column());
        Integer line = where.line();
        if (line != null && line >= 1 && line <= read.rows()) {
            line = read.where(line - 1, "").line();
        }
        return new Finding(
                finding.severity(), finding.code(), finding.message(), new Where(read.source(), line, column));
    }

    /** The user's name of a column that a calculator calls by what it is for. */
    private String column(String role) {
        String named = switch (role) {
            case "outcome", "values", "value", "count", "cases", "events", "event", "estimate" -> columns.outcome();
            case "treated", "group", "groups" -> columns.group();
            case "date", "dates", "time", "times", "period", "periods" -> columns.time();
            case "weights", "weight", "people", "sizes", "size", "denominator" -> columns.weights();
            case "name", "names", "unit" -> columns.id();
            default -> null;
        };
        return named == null ? role : named;
    }

    List<Finding> warnings() {
        return warnings;
    }

    /** Adds what somebody should know of the result. */
    void warn(List<Finding> findings) {
        warnings.addAll(placed(findings));
    }

    /** A column of days; every cell that is none is told. */
    static List<LocalDate> dates(StudyTable table, String column) {
        Categories texts = table.categories(column);
        Findings findings = new Findings();
        List<LocalDate> dates = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            try {
                dates.add(LocalDate.parse(
                        texts.code(row) < 0 ? "" : texts.labels().get(texts.code(row))));
            } catch (DateTimeParseException e) {
                findings.error(
                        StudyProblem.OUT_OF_RANGE,
                        "a day is wanted, for example 2026-11-26, but the cell holds something else",
                        table.where(row, column));
            }
        }
        if (findings.hasErrors()) {
            throw new FindingsException(findings.toList());
        }
        return dates;
    }

    /** A choice among texts; the first is the default. */
    String choice(String key, String... allowed) {
        asked.add(key);
        String given = conventions.get(key);
        if (given == null) {
            return allowed[0];
        }
        return Arrays.stream(allowed)
                .filter(each -> each.equalsIgnoreCase(given))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--convention " + key + " must be one of "
                        + String.join(", ", allowed) + ", but was '" + given + "'"));
    }

    /** A choice among the constants of an enum, written in lower case with hyphens. */
    <E extends Enum<E>> E choice(String key, Class<E> type, E usual) {
        String[] names = Arrays.stream(type.getEnumConstants())
                .sorted((a, b) -> Boolean.compare(b == usual, a == usual))
                .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toArray(String[]::new);
        return Enum.valueOf(type, choice(key, names).toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    @Nullable
    String text(String key) {
        asked.add(key);
        return conventions.get(key);
    }

    double number(String key, double usual) {
        String given = text(key);
        if (given == null) {
            return usual;
        }
        try {
            return Double.parseDouble(given);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--convention " + key + " must be a number, but was '" + given + "'", e);
        }
    }

    /** One number or more, with commas between. */
    double[] numbers(String key) {
        String given = text(key);
        if (given == null) {
            throw new IllegalArgumentException("this needs --convention " + key + "=NUMBER,NUMBER");
        }
        try {
            return Arrays.stream(given.split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "--convention " + key + " must be numbers with commas between, but was '" + given + "'", e);
        }
    }

    double required(String key) {
        double number = number(key, Double.NaN);
        if (Double.isNaN(number)) {
            throw new IllegalArgumentException("this needs --convention " + key + "=NUMBER");
        }
        return number;
    }

    int requiredWhole(String key) {
        return whole(key, required(key));
    }

    int whole(String key, int usual) {
        return whole(key, number(key, usual));
    }

    private static int whole(String key, double number) {
        if (number != Math.rint(number) || Math.abs(number) > 1e9) {
            throw new IllegalArgumentException("--convention " + key + " must be a whole number, but was " + number);
        }
        return (int) number;
    }

    boolean flag(String key) {
        return choice(key, "no", "yes").equals("yes");
    }

    /** An option that the method does not use would be an adjustment, or a choice, that nobody made. */
    void requireNoOtherOption() {
        List<String> others =
                given.stream().filter(option -> !used.contains(option)).toList();
        if (!others.isEmpty()) {
            throw new IllegalArgumentException(
                    "the method does not use " + String.join(", ", others) + " here\nMaybe leave it out.");
        }
    }

    /** A convention that the method does not know would be a choice that nobody made. */
    void requireNoOtherConvention() {
        List<String> others = conventions.keySet().stream()
                .filter(key -> !asked.contains(key))
                .toList();
        if (!others.isEmpty()) {
            throw new IllegalArgumentException("--convention must be one that the method knows here ("
                    + String.join(", ", asked) + "), but was " + others);
        }
    }
}
