package london.loti.model.area;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Where;

/**
 * The 32 London boroughs and the City of London, in the order of their codes, with the names that people write for
 * them.
 *
 * <p>Source of codes and official names: ONS, local authority districts (December 2024), Open Government Licence
 * v3.0. The other names are those of the councils' own addresses, letterheads and reports, as in use in 2026.
 */
// The names are arguments and not a JSON resource, because the package json reads the types of this one: a file read
// through it would close a cycle. They change as rarely as the boroughs do.
@SuppressWarnings("ImmutableEnumChecker") // its lists are those of List.of
public enum Borough {
    /** City of London. */
    CITY_OF_LONDON(
            "E09000001",
            "City of London",
            List.of(),
            List.of("City", "CoL", "Corporation of London", "City of London Corporation", "City Corporation")),
    /** Barking and Dagenham. */
    BARKING_AND_DAGENHAM(
            "E09000002", "Barking and Dagenham", List.of("Barking", "Dagenham", "B&D"), List.of("LBBD", "LBB&D")),
    /** Barnet. */
    BARNET("E09000003", "Barnet"),
    /** Bexley. */
    BEXLEY("E09000004", "Bexley"),
    /** Brent. */
    BRENT("E09000005", "Brent"),
    /** Bromley. */
    BROMLEY("E09000006", "Bromley"),
    /** Camden. */
    CAMDEN("E09000007", "Camden"),
    /** Croydon. */
    CROYDON("E09000008", "Croydon"),
    /** Ealing. */
    EALING("E09000009", "Ealing"),
    /** Enfield. */
    ENFIELD("E09000010", "Enfield"),
    /** Greenwich. */
    GREENWICH("E09000011", "Greenwich", List.of("Royal Greenwich"), List.of("RBG")),
    /** Hackney. */
    HACKNEY("E09000012", "Hackney"),
    /** Hammersmith and Fulham. */
    HAMMERSMITH_AND_FULHAM(
            "E09000013", "Hammersmith and Fulham", List.of("Hammersmith", "Fulham", "H&F"), List.of("LBHF", "LBH&F")),
    /** Haringey. */
    HARINGEY("E09000014", "Haringey"),
    /** Harrow. */
    HARROW("E09000015", "Harrow"),
    /** Havering. */
    HAVERING("E09000016", "Havering"),
    /** Hillingdon. */
    HILLINGDON("E09000017", "Hillingdon"),
    /** Hounslow. */
    HOUNSLOW("E09000018", "Hounslow"),
    /** Islington. */
    ISLINGTON("E09000019", "Islington"),
    /** Kensington and Chelsea. */
    KENSINGTON_AND_CHELSEA(
            "E09000020", "Kensington and Chelsea", List.of("Kensington", "Chelsea", "K&C"), List.of("RBKC", "RBK&C")),
    /** Kingston upon Thames. */
    KINGSTON_UPON_THAMES(
            "E09000021", "Kingston upon Thames", List.of("Kingston", "Kingston on Thames"), List.of("RBK")),
    /** Lambeth. */
    LAMBETH("E09000022", "Lambeth"),
    /** Lewisham. */
    LEWISHAM("E09000023", "Lewisham"),
    /** Merton. */
    MERTON("E09000024", "Merton"),
    /** Newham. */
    NEWHAM("E09000025", "Newham"),
    /** Redbridge. */
    REDBRIDGE("E09000026", "Redbridge"),
    /** Richmond upon Thames. */
    RICHMOND_UPON_THAMES(
            "E09000027", "Richmond upon Thames", List.of("Richmond", "Richmond on Thames"), List.of("LBRuT")),
    /** Southwark. */
    SOUTHWARK("E09000028", "Southwark"),
    /** Sutton. */
    SUTTON("E09000029", "Sutton"),
    /** Tower Hamlets. */
    TOWER_HAMLETS("E09000030", "Tower Hamlets", List.of(), List.of("TH", "LBTH")),
    /** Waltham Forest. */
    WALTHAM_FOREST("E09000031", "Waltham Forest", List.of(), List.of("WF", "LBWF")),
    /** Wandsworth. */
    WANDSWORTH("E09000032", "Wandsworth"),
    /** Westminster. */
    WESTMINSTER("E09000033", "Westminster", List.of("City of Westminster"), List.of("WCC", "Westminster City Council"));

    /** The rules that a list of boroughs can break. */
    public enum Code implements Finding.Code {
        /** A piece is not the name of a borough. */
        UNKNOWN_BOROUGH,
        /** A short form is used for several boroughs. */
        AMBIGUOUS_BOROUGH
    }

    private static final Map<AreaCode, Borough> BY_CODE = byCode();

    private final AreaCode code;
    private final String officialName;
    private final List<String> otherNames;
    private final List<String> shortForms;

    Borough(String code, String officialName) {
        this(code, officialName, List.of(), List.of());
    }

    /**
     * With the names that "London Borough of" or "Council" may stand beside, and the forms that stand alone.
     */
    Borough(String code, String officialName, List<String> otherNames, List<String> shortForms) {
        this.code = new AreaCode(code);
        this.officialName = officialName;
        this.otherNames = otherNames;
        this.shortForms = shortForms;
    }

    /**
     * {@return the borough with this official name, other name or short form, for example {@code Hammersmith & Fulham},
     * {@code LBHF} or {@code Royal Borough of Kingston upon Thames}; empty where it is unknown, or used for several
     * boroughs like {@code LBH}} Case, white space, hyphens and the dots of abbreviations do not count.
     *
     * @param name one borough's name; a list is for {@link #parseList}
     */
    public static Optional<Borough> find(String name) {
        return BoroughNames.find(name);
    }

    /**
     * {@return the borough with this code; empty where the code is another area's}
     *
     * @param code any area's code
     */
    public static Optional<Borough> of(AreaCode code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /**
     * Reads a free list such as {@code H&F, RBKC; WF and WCC} or {@code Brent Croydon}: the longest run of words that
     * is a name is taken, whatever stands between the names.
     *
     * @param where the place of the text, for findings
     * @param text the list; it is no personal data, and findings quote it
     * @return the boroughs in the order of the text, each once, with an error for every piece that is no borough's
     *     name or could be several boroughs'
     */
    public static Checked<List<Borough>> parseList(Where where, String text) {
        return BoroughNames.parseList(where, text);
    }

    /** {@return the code that ONS gives to it, {@code E09000001} to {@code E09000033}} */
    public AreaCode code() {
        return code;
    }

    /**
     * {@return the official name without "London Borough of" and the like, for example {@code Kingston upon Thames}}
     */
    public String officialName() {
        return officialName;
    }

    /** The official name, then the others that "London Borough of" or "Council" may stand beside. */
    List<String> names() {
        return Stream.concat(Stream.of(officialName), otherNames.stream()).toList();
    }

    /** The forms that stand alone. */
    List<String> shortForms() {
        return shortForms;
    }

    private static Map<AreaCode, Borough> byCode() {
        Map<AreaCode, Borough> byCode = new HashMap<>();
        for (Borough borough : values()) {
            byCode.put(borough.code, borough);
        }
        return Collections.unmodifiableMap(byCode);
    }
}
