package london.loti.model.area;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * The larger areas that a table's areas lie in, for example their wards. One parent an area at the most; an area
 * without a known parent has none.
 */
public final class AreaParents {
    private static final int NONE = -1;

    private final AreaVintage vintage;
    private final List<AreaCode> codes;
    private final List<String> names;
    private final int[] parentOf;

    private AreaParents(AreaVintage vintage, List<AreaCode> codes, List<String> names, int[] parentOf) {
        this.vintage = vintage;
        this.codes = codes;
        this.names = names;
        this.parentOf = parentOf;
    }

    /**
     * Parents in the order of a table's rows.
     *
     * @param vintage the parents' geography and year
     * @param codeOfRow each row's parent, or null
     * @param nameOfRow each row's parent's name, or null; the first name of a code is kept
     * @return the parents, for as many rows as the lists have entries
     * @throws IllegalArgumentException if the lists differ in length
     */
    public static AreaParents of(
            AreaVintage vintage,
            List<? extends @Nullable AreaCode> codeOfRow,
            List<? extends @Nullable String> nameOfRow) {
        if (codeOfRow.size() != nameOfRow.size()) {
            throw new IllegalArgumentException("parents need a code and a name a row, but had " + codeOfRow.size()
                    + " codes and " + nameOfRow.size() + " names");
        }
        SortedMap<AreaCode, String> distinct = new TreeMap<>();
        for (int row = 0; row < codeOfRow.size(); row++) {
            AreaCode code = codeOfRow.get(row);
            if (code != null) {
                String name = nameOfRow.get(row);
                distinct.putIfAbsent(code, name == null ? code.value() : name);
            }
        }
        List<AreaCode> codes = List.copyOf(distinct.keySet());
        int[] parentOf = new int[codeOfRow.size()];
        for (int row = 0; row < parentOf.length; row++) {
            AreaCode code = codeOfRow.get(row);
            parentOf[row] = code == null ? NONE : Collections.binarySearch(codes, code);
        }
        return new AreaParents(vintage, codes, List.copyOf(distinct.values()), parentOf);
    }

    /** {@return the parents' geography and year} */
    public AreaVintage vintage() {
        return vintage;
    }

    /** {@return the distinct parents, sorted by code} */
    public List<AreaCode> codes() {
        return codes;
    }

    /** {@return the distinct parents' names, in the order of {@link #codes()}} */
    public List<String> names() {
        return names;
    }

    /**
     * {@return the index in {@link #codes()} of a row's parent; empty where the row has none}
     *
     * @param row a row of the table, counted from 0
     */
    public OptionalInt of(int row) {
        return parentOf[row] == NONE ? OptionalInt.empty() : OptionalInt.of(parentOf[row]);
    }

    /** How many rows there are. */
    int rowCount() {
        return parentOf.length;
    }

    /** The same parents for the rows in another order, or for some of them; -1 is a row without a parent. */
    AreaParents rows(int[] rows) {
        List<@Nullable AreaCode> codeOfRow = new ArrayList<>(rows.length);
        List<@Nullable String> nameOfRow = new ArrayList<>(rows.length);
        for (int row : rows) {
            int parent = row < 0 ? NONE : parentOf[row];
            codeOfRow.add(parent == NONE ? null : codes.get(parent));
            nameOfRow.add(parent == NONE ? null : names.get(parent));
        }
        return of(vintage, codeOfRow, nameOfRow);
    }

    /** These parents, and where a row has none here, the other's. */
    AreaParents orElse(AreaParents other) {
        List<@Nullable AreaCode> codeOfRow = new ArrayList<>(parentOf.length);
        List<@Nullable String> nameOfRow = new ArrayList<>(parentOf.length);
        for (int row = 0; row < parentOf.length; row++) {
            AreaParents from = parentOf[row] == NONE ? other : this;
            int parent = from.parentOf[row];
            codeOfRow.add(parent == NONE ? null : from.codes.get(parent));
            nameOfRow.add(parent == NONE ? null : from.names.get(parent));
        }
        return of(vintage, codeOfRow, nameOfRow);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AreaParents that
                && vintage.equals(that.vintage)
                && codes.equals(that.codes)
                && names.equals(that.names)
                && Arrays.equals(parentOf, that.parentOf);
    }

    @Override
    public int hashCode() {
        return 31 * codes.hashCode() + Arrays.hashCode(parentOf);
    }

    @Override
    public String toString() {
        return codes.size() + " parents, " + vintage;
    }
}
