package london.loti.referral.device.allocation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Nearest;
import london.loti.model.finding.Where;
import london.loti.model.need.Answer;
import london.loti.model.need.Codelist;
import london.loti.model.need.ConceptRef;
import london.loti.model.need.ResidentRef;
import london.loti.model.table.CsvReader;
import london.loti.referral.device.DeviceCodelists;
import london.loti.referral.device.DevicePolicy;

/**
 * Reads lists of stock, needs and floors.
 *
 * <p>Stock, one row a class; {@code wifi_only}, {@code needs_contract} and {@code support_end} may be left out:
 *
 * <pre>{@code
 * class,label,count,wifi_only,needs_contract,support_end
 * laptop,refurbished laptop,12,no,no,2029-06-30
 * tablet,tablet with wifi,9,yes,no,
 * }</pre>
 *
 * <p>Needs, one row a household: an opaque id, and a column of points for each class (0 is best; an empty cell rules the
 * class out). {@code unmet} (points for going without, for every need or for none), {@code wifi} and the conditions of
 * the rule for temporary accommodation may be left out, or their cells be empty where nobody asked:
 *
 * <pre>{@code
 * id,group,area,wifi,temporary-home,laptop,tablet
 * k3v9-2hx7,families,mill-ward,no,yes,1,
 * p8d2-6mq4,jobseekers,mill-ward,yes,,1,5
 * }</pre>
 *
 * <p>Floors, one row a floor. {@code characteristic} is {@code none} or one of the nine of the Equality Act 2010, and
 * then the other four are wanted:
 *
 * <pre>{@code
 * scope,of,at_least,characteristic,reason,legal_basis,decided_on,decided_by
 * area,mill-ward,4,none,,,,
 * group,older,3,age,Fewest were reached last year,Equality Act 2010 section 158,2026-10-01,roles:manager
 * }</pre>
 *
 * <p><b>Errors</b> are told all at once, by file, line and column, and never repeat a cell.
 */
public final class AllocationReader {
    private static final Pattern COLUMN = Pattern.compile("[a-z][a-z_-]{0,30}");

    private static final List<String> STOCK_COLUMNS =
            List.of("class", "label", "count", "wifi_only", "needs_contract", "support_end");
    private static final List<String> FLOOR_COLUMNS =
            List.of("scope", "of", "at_least", "characteristic", "reason", "legal_basis", "decided_on", "decided_by");
    private static final String NO_CHARACTERISTIC = "none";

    /** The rules that a list can break, beside those of CSV. */
    public enum Code implements Finding.Code {
        /** A column that the list does not have. */
        UNKNOWN_COLUMN,
        /** A cell does not fit. */
        NOT_A_VALUE,
        /** An id is not opaque. */
        NOT_OPAQUE,
        /** A code or an id comes twice. */
        DUPLICATE,
        /** A floor on a protected characteristic has no justification. */
        NOT_JUSTIFIED,
        /** A floor looks as if a protected characteristic made its group, but names none. */
        SUSPECT_FLOOR
    }

    private AllocationReader() {}

    /**
     * Reads stock.
     *
     * @param file a CSV file with a header, in UTF-8
     * @return the classes, or every error
     */
    public static Checked<List<StockClass>> readStock(Path file) {
        return read(file, csv -> {
            Cells cells = new Cells(csv, Code.NOT_A_VALUE);
            checkColumns(csv, STOCK_COLUMNS);
            int code = csv.column("class");
            int label = cells.optional("label");
            int count = csv.column("count");
            int wifi = cells.optional("wifi_only");
            int contract = cells.optional("needs_contract");
            int support = cells.optional("support_end");
            Map<String, StockClass> stock = new LinkedHashMap<>();
            while (csv.next()) {
                Long devices = cells.whole(count, 0, StockClass.MOST);
                LocalDate ends = csv.text(support).isEmpty() ? null : cells.day(support);
                String name = csv.text(label).isEmpty() ? csv.text(code) : csv.text(label);
                boolean wifiOnly = cells.yes(wifi);
                boolean needsContract = cells.yes(contract);
                cells.make(
                                () -> new StockClass(
                                        csv.text(code),
                                        name,
                                        devices == null ? 0 : devices.intValue(),
                                        wifiOnly,
                                        needsContract,
                                        ends),
                                code)
                        .ifPresent(each -> {
                            if (stock.putIfAbsent(each.code(), each) != null) {
                                csv.error(Code.DUPLICATE, "a class must come once, but comes twice", csv.where(code));
                            }
                        });
            }
            return List.copyOf(stock.values());
        });
    }

    /**
     * Reads needs.
     *
     * @param file a CSV file with a header, in UTF-8
     * @param stock the classes, each of which is a column of points
     * @param conditions the conditions of a home, each of which may be a column of yes, no or unknown
     * @return the needs, or every error
     */
    public static Checked<List<DeviceNeed>> readNeeds(Path file, List<StockClass> stock, List<String> conditions) {
        return read(file, csv -> {
            List<String> known = new ArrayList<>(List.of("id", "group", "area", "unmet", "wifi"));
            known.addAll(conditions);
            stock.forEach(each -> known.add(each.code()));
            checkColumns(csv, known);
            Cells cells = new Cells(csv, Code.NOT_A_VALUE);
            int id = csv.column("id");
            int group = csv.column("group");
            int area = csv.column("area");
            int unmet = cells.optional("unmet");
            int wifi = cells.optional("wifi");
            Map<String, Integer> points = new LinkedHashMap<>();
            stock.forEach(each -> points.put(each.code(), csv.column(each.code())));
            Map<String, Integer> homes = new LinkedHashMap<>();
            conditions.stream()
                    .filter(csv.header()::contains)
                    .forEach(condition -> homes.put(condition, csv.column(condition)));
            Map<String, DeviceNeed> needs = new LinkedHashMap<>();
            while (csv.next()) {
                ResidentRef resident = resident(csv, id);
                TreeMap<String, Long> row = new TreeMap<>();
                points.forEach((code, column) -> {
                    Long value = csv.text(column).isEmpty() ? null : cells.whole(column, 0, Objective.MOST_POINTS);
                    if (value != null) {
                        row.put(code, value);
                    }
                });
                Map<String, Answer> home = new LinkedHashMap<>();
                homes.forEach((condition, column) -> home.put(condition, cells.answer(column)));
                Long without = unmet < 0 ? null : cells.whole(unmet, 0, Objective.MOST_POINTS);
                Answer online = wifi < 0 ? Answer.NOT_ASKED : cells.answer(wifi);
                if (resident != null) {
                    cells.make(
                                    () -> new DeviceNeed(
                                            resident, csv.text(group), csv.text(area), row, without, home, online),
                                    -1)
                            .ifPresent(need -> {
                                if (needs.putIfAbsent(resident.token(), need) != null) {
                                    csv.error(
                                            Code.DUPLICATE,
                                            "a resident must come once, but comes twice",
                                            csv.where(id));
                                }
                            });
                }
            }
            return List.copyOf(needs.values());
        });
    }

    /**
     * Reads floors.
     *
     * @param file a CSV file with a header, in UTF-8
     * @param policy where the words stand that let a protected characteristic be suspected
     * @return the floors, with a warning of those that look as if they were on a protected characteristic; or every error
     */
    public static Checked<List<Floor>> readFloors(Path file, DevicePolicy policy) {
        return read(file, csv -> {
            checkColumns(csv, FLOOR_COLUMNS);
            Cells cells = new Cells(csv, Code.NOT_A_VALUE);
            int scope = csv.column("scope");
            int of = csv.column("of");
            int atLeast = csv.column("at_least");
            int characteristic = csv.column("characteristic");
            Codelist nine = DeviceCodelists.protectedCharacteristics();
            Map<String, Floor> floors = new LinkedHashMap<>();
            while (csv.next()) {
                Floor.Scope counted = scope(csv, scope);
                Long number = cells.whole(atLeast, 1, StockClass.MOST);
                String named = csv.text(characteristic);
                ConceptRef protectedBy = null;
                Floor.Justification why = null;
                if (nine.find(named).isPresent()) {
                    protectedBy = new ConceptRef(nine.id(), named);
                    why = justification(csv, cells);
                } else if (named.equals(NO_CHARACTERISTIC)) {
                    warnOfSuspect(csv, of, policy);
                } else {
                    csv.error(
                            Code.NOT_A_VALUE,
                            "'none' is wanted where no protected characteristic makes the group, or one of "
                                    + nine.codes(),
                            csv.where(characteristic));
                }
                if (counted != null && number != null && (protectedBy == null || why != null)) {
                    ConceptRef makes = protectedBy;
                    Floor.Justification because = why;
                    cells.make(() -> new Floor(counted, csv.text(of), number.intValue(), makes, because), of)
                            .ifPresent(floor -> {
                                if (floors.putIfAbsent(floor.scope() + ":" + floor.of(), floor) != null) {
                                    csv.error(Code.DUPLICATE, "a floor must come once, but comes twice", csv.where(of));
                                }
                            });
                }
            }
            return List.copyOf(floors.values());
        });
    }

    private static Floor.@Nullable Scope scope(CsvReader csv, int column) {
        for (Floor.Scope scope : Floor.Scope.values()) {
            if (scope.word().equals(csv.text(column))) {
                return scope;
            }
        }
        csv.error(Code.NOT_A_VALUE, "area or group is wanted", csv.where(column));
        return null;
    }

    private static Floor.@Nullable Justification justification(CsvReader csv, Cells cells) {
        boolean complete = true;
        for (String part : FLOOR_COLUMNS.subList(4, FLOOR_COLUMNS.size())) {
            int column = cells.optional(part);
            if (csv.text(column).isEmpty()) {
                complete = false;
                csv.error(
                        Code.NOT_JUSTIFIED,
                        "a floor on a protected characteristic needs its justification: a reason, a legal basis, a day"
                                + " and the role of whoever decided\nMaybe leave the floor out until somebody has"
                                + " decided.",
                        column < 0 ? Where.cell(csv.source(), csv.line(), part) : csv.where(column));
            }
        }
        if (!complete) {
            return null;
        }
        LocalDate day = cells.day(csv.column("decided_on"));
        int role = csv.column("decided_by");
        ConceptRef by = cells.make(() -> ConceptRef.parse(csv.text(role)), role).orElse(null);
        return day == null || by == null
                ? null
                : new Floor.Justification(csv.text(csv.column("reason")), csv.text(csv.column("legal_basis")), day, by);
    }

    private static void warnOfSuspect(CsvReader csv, int of, DevicePolicy policy) {
        List<String> words = List.of(csv.text(of).toLowerCase(Locale.ROOT).split("[^a-z]+", -1));
        policy.suspectWords().forEach((characteristic, suspects) -> {
            if (suspects.stream().anyMatch(words::contains)) {
                csv.warning(
                        Code.SUSPECT_FLOOR,
                        "the floor says that no protected characteristic makes its group, but its code looks as if "
                                + characteristic + " did\nMaybe name it, and add the justification.",
                        csv.where(of));
            }
        });
    }

    private static @Nullable ResidentRef resident(CsvReader csv, int column) {
        if (column < 0) {
            return null;
        }
        try {
            return new ResidentRef(csv.text(column));
        } catch (IllegalArgumentException e) {
            csv.error(Code.NOT_OPAQUE, Objects.requireNonNullElse(e.getMessage(), ""), csv.where(column));
            return null;
        }
    }

    private static void checkColumns(CsvReader csv, List<String> known) {
        for (int i = 0; i < csv.header().size(); i++) {
            String name = csv.header().get(i);
            if (!known.contains(name)) {
                csv.error(
                        Code.UNKNOWN_COLUMN,
                        "the list has no such column\nMaybe leave it out: nothing is read that is not used."
                                + Nearest.hint(name, known),
                        Where.column(csv.source(), shown(name, i + 1)));
            }
        }
    }

    /** Where a list has no header, its first line would be told as one: only what is written like a column's name is. */
    private static String shown(String name, int number) {
        return COLUMN.matcher(name).matches() ? name : "column " + number;
    }

    private static <T> Checked<List<T>> read(Path file, Function<CsvReader, List<T>> rows) {
        try (CsvReader csv = CsvReader.open(file)) {
            return csv.check(rows.apply(csv));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
