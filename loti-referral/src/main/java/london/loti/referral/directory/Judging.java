package london.loti.referral.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import london.loti.model.need.Answer;
import london.loti.model.need.ConceptRef;
import london.loti.model.service.Eligibility;
import london.loti.model.service.Service;
import london.loti.model.service.ServiceStatus;
import london.loti.referral.curation.CapacityReading;
import london.loti.referral.curation.Freshness;
import london.loti.referral.directory.HitExplanation.Factor;
import london.loti.referral.directory.Reason.Kind;
import london.loti.referral.eligibility.EligibilityCheck;
import london.loti.referral.eligibility.EligibilityState;
import london.loti.referral.eligibility.ResidentCircumstances;
import london.loti.referral.opening.Moment;

/** One search: what every service is judged by, and what a hit is ranked by. Search and explanation both use it. */
final class Judging {
    private static final double HALF_AS_GOOD_AT_METRES = 3_000;
    private static final double A_THING_NOT_KNOWN = 0.9;
    private static final double NEVER_CHECKED = 0.7;
    private static final double METRES_A_KILOMETRE = 1_000;
    /** The rules of {@link EligibilityCheck#withDefaults()}; whatever else a check says is a council's own. */
    private static final Set<String> RULES = Set.of(
            "age", "groups", "not-for", "stated", "area", "service-area", "postcode", "language", "access", "cost");

    private final Columns columns;
    private final DirectoryQuery query;
    private final DirectoryOptions options;
    private final WordIndex words;
    private final WordIndex.Asked asked;
    private final double @Nullable [] scores;
    private final Columns.@Nullable Ruler ruler;
    private final DayVerdicts.@Nullable Day day;
    private final List<Judge> judges = new ArrayList<>();

    Judging(Columns columns, WordIndex words, DirectoryOptions options, DirectoryQuery query, DayVerdicts days) {
        this.columns = columns;
        this.words = words;
        this.options = options;
        this.query = query;
        this.asked = words.read(query.words);
        this.scores = asked.isSilent() ? null : words.scores(asked);
        this.ruler = query.isNear() ? columns.new Ruler(query.latitude, query.longitude) : null;
        this.day = query.asOf == null ? null : days.of(day(query.asOf));
        addWords();
        addKind();
        addGroups();
        addResident();
        addOffer();
        addPlaceAndTime();
        judges.sort((one, other) -> one.kind.compareTo(other.kind));
    }

    List<Judge> judges() {
        return Collections.unmodifiableList(judges);
    }

    WordIndex.Asked asked() {
        return asked;
    }

    private void addWords() {
        if (scores != null) {
            double[] all = scores;
            judges.add(Judge.ofRows(Kind.WORDS, all.length, row -> all[row] > 0 ? Judge.YES : Judge.NO, row -> {
                List<String> found = words.found(row, asked);
                return all[row] > 0 && !found.isEmpty()
                        ? "it is about " + String.join(", ", found)
                        : all[row] > 0 ? "it has the words" : "it has none of the words, or not all that were quoted";
            }));
        }
    }

    private void addKind() {
        judges.add(Judge.of(
                Kind.STATUS,
                columns.status,
                status -> status == ServiceStatus.ACTIVE ? Judge.SILENT : Judge.NO,
                (status, verdict) -> "it is not given now: "
                        + status.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        Set<ConceptRef> wanted = new TreeSet<>(query.types);
        if (!query.needs.isEmpty()) {
            wanted.addAll(options.needs().typesFor(query.needs));
        }
        if (!wanted.isEmpty()) {
            judges.add(Judge.of(
                    Kind.TYPE,
                    columns.types,
                    types -> types.isEmpty()
                            ? Judge.UNKNOWN
                            : Collections.disjoint(types, wanted) ? Judge.NO : Judge.YES,
                    (types, verdict) -> switch (verdict) {
                        case Judge.YES ->
                            "it is a kind of service that was asked for: "
                                    + types.stream()
                                            .filter(wanted::contains)
                                            .map(ConceptRef::code)
                                            .collect(Collectors.joining(", "));
                        case Judge.NO -> "it is another kind of service";
                        default -> "what kind of service it is, is not published";
                    }));
        }
    }

    /** What is only for a group is shown to those who ask for it, and counted for the others. */
    private void addGroups() {
        Set<ConceptRef> groups = new TreeSet<>(query.groups);
        groups.addAll(asked.groups());
        ResidentCircumstances resident = query.resident;
        judges.add(Judge.of(
                Kind.GROUP,
                columns.groups,
                published -> {
                    byte ruled = resident == null ? Judge.UNKNOWN : rule(published, resident, "groups", "not-for");
                    Eligibility stated = published.eligibility();
                    if (ruled == Judge.NO || stated == null || stated.groups().isEmpty()) {
                        return resident == null && ruled == Judge.UNKNOWN ? Judge.SILENT : ruled;
                    }
                    boolean wanted = !Collections.disjoint(stated.groups(), groups);
                    if (ruled == Judge.YES || wanted) {
                        return Judge.YES;
                    }
                    return query.allGroups ? Judge.UNKNOWN : Judge.NO;
                },
                (published, verdict) -> {
                    Eligibility stated = published.eligibility();
                    String of = stated == null || stated.groups().isEmpty()
                            ? ""
                            : "it is only for "
                                    + stated.groups().stream()
                                            .map(ConceptRef::code)
                                            .collect(Collectors.joining(", "));
                    if (resident != null && rule(published, resident, "groups", "not-for") == Judge.NO) {
                        return words(published, resident, "groups", "not-for");
                    }
                    return switch (verdict) {
                        case Judge.NO -> of + ", which was not asked for";
                        case Judge.YES -> of.isEmpty() ? "no group is left out" : of;
                        default ->
                            of.isEmpty() && resident != null
                                    ? words(published, resident, "groups", "not-for")
                                    : of + ", which is not known of the resident";
                    };
                }));
    }

    private void addResident() {
        ResidentCircumstances resident = query.resident;
        if (resident == null) {
            return;
        }
        addRule(Kind.AGE, columns.ages, resident, "age");
        addRule(Kind.CONDITIONS, columns.conditions, resident, "stated");
        addRule(Kind.AREA, columns.areas, resident, "area", "service-area", "postcode");
        addRule(Kind.LANGUAGE, columns.languages, resident, "language");
        addRule(Kind.ACCESS, columns.access, resident, "access");
        addRule(Kind.COST, columns.costs, resident, "cost");
        if (options.eligibility() != EligibilityCheck.withDefaults()) {
            judges.add(Judge.ofRows(
                    Kind.CONDITIONS,
                    columns.services.size(),
                    row -> ownRules(row, resident),
                    row -> ownWords(row, resident)));
        }
    }

    private void addRule(Kind kind, Facet<Service> facet, ResidentCircumstances resident, String... rules) {
        judges.add(Judge.of(
                kind,
                facet,
                published -> rule(published, resident, rules),
                (published, verdict) -> words(published, resident, rules)));
    }

    private void addOffer() {
        if (query.acceptsReferrals) {
            judges.add(Judge.of(
                    Kind.REFERRALS,
                    columns.referrals,
                    answer -> answer == Answer.YES ? Judge.YES : answer == Answer.NO ? Judge.NO : Judge.UNKNOWN,
                    (answer, verdict) -> switch (verdict) {
                        case Judge.YES -> "it takes referrals";
                        case Judge.NO -> "it takes no referrals";
                        default -> "whether it takes referrals is not published";
                    }));
        }
        if (query.hasCapacity && query.asOf != null && day != null) {
            LocalDate today = day(query.asOf);
            judges.add(Judge.of(
                    Kind.CAPACITY,
                    columns.capacities,
                    day.capacities,
                    (published, verdict) -> CapacityReading.of(published, today, options.curation())
                            .words()));
        }
    }

    private void addPlaceAndTime() {
        Columns.Ruler measure = ruler;
        if (measure != null) {
            double limit =
                    Double.isNaN(query.withinMetres) ? Double.POSITIVE_INFINITY : Columns.chordAt(query.withinMetres);
            judges.add(Judge.ofRows(
                    Kind.DISTANCE,
                    columns.services.size(),
                    row -> {
                        double chord = measure.chord(row);
                        return Double.isNaN(chord) ? Judge.UNKNOWN : chord <= limit ? Judge.YES : Judge.NO;
                    },
                    row -> {
                        double metres = measure.metres(row);
                        return Double.isNaN(metres)
                                ? columns.isConfidential(row)
                                        ? "where it is, is confidential; ask by telephone"
                                        : "where it is, is not published"
                                : "it is " + distance(metres) + " away as the crow flies";
                    }));
        }
        if (query.openAt != null) {
            Instant at = query.openAt;
            Moment moment = Moment.of(at, options.opening(), options.calendar());
            judges.add(Judge.of(
                    Kind.OPEN,
                    columns.hours,
                    hours -> switch (hours.stateAt(moment)) {
                        case OPEN -> Judge.YES;
                        case CLOSED -> Judge.NO;
                        case UNKNOWN -> Judge.UNKNOWN;
                    },
                    (hours, verdict) -> "at that time: " + hours.answer(at).words()));
        }
        if (query.asOf != null && day != null) {
            LocalDate today = day(query.asOf);
            judges.add(Judge.of(
                    Kind.FRESHNESS,
                    columns.dates,
                    day.checks,
                    (published, verdict) -> "the record was "
                            + Freshness.of(published, null, today, options.curation())
                                    .words()));
        }
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneId.of(options.opening().zone()));
    }

    /** What some of the rules say together: no where one does, unknown where one does, yes where one does. */
    private byte rule(Service published, ResidentCircumstances resident, String... rules) {
        Set<String> wanted = Set.of(rules);
        return verdict(options.eligibility().check(published, resident).reasons().stream()
                .filter(reason -> wanted.contains(reason.rule()))
                .map(london.loti.referral.eligibility.Reason::state)
                .toList());
    }

    private static byte verdict(List<EligibilityState> states) {
        if (states.contains(EligibilityState.NOT_ELIGIBLE)) {
            return Judge.NO;
        }
        if (states.contains(EligibilityState.UNKNOWN)) {
            return Judge.UNKNOWN;
        }
        return states.isEmpty() ? Judge.SILENT : Judge.YES;
    }

    /** Of the rules that decided, the words. */
    private String words(Service published, ResidentCircumstances resident, String... rules) {
        Set<String> wanted = Set.of(rules);
        return words(options.eligibility().check(published, resident).reasons().stream()
                .filter(reason -> wanted.contains(reason.rule()))
                .toList());
    }

    private static String words(List<london.loti.referral.eligibility.Reason> reasons) {
        byte verdict = verdict(reasons.stream()
                .map(london.loti.referral.eligibility.Reason::state)
                .toList());
        return reasons.stream()
                .filter(reason -> verdict(List.of(reason.state())) == verdict)
                .map(london.loti.referral.eligibility.Reason::words)
                .collect(Collectors.joining("; "));
    }

    private List<london.loti.referral.eligibility.Reason> own(int row, ResidentCircumstances resident) {
        return options.eligibility().check(columns.services.get(row), resident).reasons().stream()
                .filter(reason -> !RULES.contains(reason.rule()))
                .toList();
    }

    private byte ownRules(int row, ResidentCircumstances resident) {
        return verdict(own(row, resident).stream()
                .map(london.loti.referral.eligibility.Reason::state)
                .toList());
    }

    private String ownWords(int row, ResidentCircumstances resident) {
        return words(own(row, resident));
    }

    private static String distance(double metres) {
        return metres < METRES_A_KILOMETRE
                ? Math.round(metres / 10) * 10 + " m"
                : String.format(Locale.ROOT, "%.1f km", metres / METRES_A_KILOMETRE);
    }

    /** What a hit is ranked by. */
    double score(int row) {
        double score = scores == null ? 1 : scores[row];
        score *= distanceFactor(row);
        score *= Math.pow(A_THING_NOT_KNOWN, unknowns(row));
        return score * freshnessFactor(row);
    }

    /** The same, factor by factor. */
    List<Factor> factors(int row) {
        List<Factor> factors = new ArrayList<>();
        if (scores != null) {
            factors.add(new Factor("words", scores[row]));
        }
        if (ruler != null) {
            factors.add(new Factor("distance", distanceFactor(row)));
        }
        factors.add(new Factor("not known", Math.pow(A_THING_NOT_KNOWN, unknowns(row))));
        if (day != null) {
            factors.add(new Factor("freshness", freshnessFactor(row)));
        }
        return factors;
    }

    private double distanceFactor(int row) {
        if (ruler == null) {
            return 1;
        }
        double metres = ruler.metres(row);
        // What nobody knows the place of stands where something at twice the half-way distance would.
        return 1 / (1 + (Double.isNaN(metres) ? 2 : metres / HALF_AS_GOOD_AT_METRES));
    }

    private double freshnessFactor(int row) {
        return day == null ? 1 : NEVER_CHECKED + (1 - NEVER_CHECKED) * day.freshness[columns.dates.classOf(row)];
    }

    /** Of conditions in words nearly nothing is known, so they rank nothing; freshness and distance count by themselves. */
    private int unknowns(int row) {
        int unknowns = 0;
        for (Judge judge : judges) {
            boolean counts =
                    judge.kind != Kind.CONDITIONS && judge.kind != Kind.FRESHNESS && judge.kind != Kind.DISTANCE;
            unknowns += counts && judge.verdict(row) == Judge.UNKNOWN ? 1 : 0;
        }
        return unknowns;
    }
}
