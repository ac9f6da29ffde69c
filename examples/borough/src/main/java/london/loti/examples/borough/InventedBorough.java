package london.loti.examples.borough;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

import london.loti.model.area.AreaCode;
import london.loti.model.area.AreaParents;
import london.loti.model.area.AreaTable;
import london.loti.model.area.AreaVintage;
import london.loti.model.metric.Metric;
import london.loti.model.table.CsvWriter;

/**
 * The London Borough of Hollowbrook, which does not exist: 150 LSOAs in 12 wards, their boundaries and their
 * indicators. The same seed gives the same bytes on every platform and Java version; no number is missing. Immutable
 * and thread-safe.
 */
public final class InventedBorough {
    private static final int AREAS = 150;
    private static final int AREAS_A_NUMBER = 5;
    private static final AreaVintage LSOA = AreaVintage.parse("lsoa21");
    private static final AreaVintage WARD = AreaVintage.parse("ward24");
    private static final AreaVintage BOROUGH = AreaVintage.parse("ltla24");

    private final List<InventedArea> areas;
    private final List<Polygon> polygons;
    private final AreaTable table;

    private InventedBorough(List<InventedArea> areas, List<Polygon> polygons, AreaTable table) {
        this.areas = areas;
        this.polygons = polygons;
        this.table = table;
    }

    /** The borough of a seed. */
    public static InventedBorough withSeed(long seed) {
        Polygon outline = Outline.of(Dice.of(seed, "outline"));
        List<Coordinate> sites = Sites.within(outline, AREAS, Dice.of(seed, "sites"));
        List<Polygon> mosaic = Mosaic.of(outline, sites, Dice.of(seed, "edges"));
        Groups groups = new Groups(sites, mosaic);
        List<Ward> wards = Ward.all();
        int[] wardOf = groups.around(wards.stream().map(Ward::heart).toList());
        List<String> names = Naming.of(sites, groups.around(groups.spread(AREAS / AREAS_A_NUMBER)));
        List<Integer> order = IntStream.range(0, AREAS)
                .boxed()
                .sorted(Comparator.comparing(names::get))
                .toList();
        List<InventedArea> areas = new ArrayList<>();
        for (int drawn : order) {
            Ward ward = wards.get(wardOf[drawn]);
            AreaCode code = Hollowbrook.lsoa(areas.size() + 1);
            areas.add(new InventedArea(code, names.get(drawn), ward.code(), ward.name()));
        }
        List<Coordinate> places = order.stream().map(sites::get).toList();
        return new InventedBorough(
                List.copyOf(areas),
                order.stream().map(mosaic::get).toList(),
                table(areas, Indicators.of(places, seed)));
    }

    /** The borough's code, E09990001. */
    public AreaCode code() {
        return Hollowbrook.CODE;
    }

    /** The borough's name, which says that it is invented. */
    public String name() {
        return Hollowbrook.AUTHORITY_NAME;
    }

    /** The areas, sorted by code: the i-th is row i of {@link #table()}. */
    public List<InventedArea> areas() {
        return areas;
    }

    /** The indicators by LSOA of 2021, with the wards and the borough of 2024 as parents. */
    public AreaTable table() {
        return table;
    }

    /**
     * The indicators as CSV, with the columns that loti's table of the real London has:
     *
     * <pre>{@code
     * lsoa21_name,lsoa21_code,ward24_name,ward24_code,ltla24_name,ltla24_code,pop,pct65plus,pct75plus,...
     * Hollowbrook 001A,E01990001,Wrenholt,E05990012,Hollowbrook (invented),E09990001,...
     * }</pre>
     */
    public String tableCsv() {
        List<String> header = new ArrayList<>();
        for (AreaVintage vintage : List.of(LSOA, WARD, BOROUGH)) {
            header.add(vintage.key() + "_name");
            header.add(vintage.key() + "_code");
        }
        table.metrics().stream().map(Metric::id).forEach(header::add);
        CsvWriter csv = new CsvWriter(header);
        for (int row = 0; row < areas.size(); row++) {
            InventedArea area = areas.get(row);
            csv.text(area.name()).text(area.code().value());
            csv.text(area.wardName()).text(area.wardCode().value());
            csv.text(name()).text(code().value());
            for (int column = 0; column < table.metrics().size(); column++) {
                csv.number(table.value(row, column));
            }
            csv.endRow();
        }
        return csv.toString();
    }

    /**
     * The boundaries as GeoJSON (RFC 7946) on one line: longitude and latitude in WGS 84 with five decimals, outer
     * rings anticlockwise. Every feature has the properties {@code lsoa21_code}, {@code lsoa21_name},
     * {@code ward24_code}, {@code ward24_name}, {@code ltla24_code} and {@code ltla24_name}.
     */
    public String boundariesGeoJson() {
        return Boundaries.geoJson(areas, polygons);
    }

    private static AreaTable table(List<InventedArea> areas, List<double[]> columns) {
        AreaTable.Builder builder = AreaTable.builder(LSOA)
                .codes(areas.stream().map(InventedArea::code).toList())
                .names(areas.stream().map(InventedArea::name).toList())
                .parents(AreaParents.of(
                        WARD,
                        areas.stream().map(InventedArea::wardCode).toList(),
                        areas.stream().map(InventedArea::wardName).toList()))
                .parents(AreaParents.of(
                        BOROUGH,
                        Collections.nCopies(areas.size(), Hollowbrook.CODE),
                        Collections.nCopies(areas.size(), Hollowbrook.AUTHORITY_NAME)));
        List<Metric> metrics = Measures.all();
        for (int column = 0; column < metrics.size(); column++) {
            builder.column(metrics.get(column), columns.get(column));
        }
        return builder.build();
    }
}
