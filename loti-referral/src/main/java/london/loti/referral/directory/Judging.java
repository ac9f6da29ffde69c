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

import london.loti.model.need.ConceptRef;
import london.loti.model.service.Eligibility;
import london.loti.model.service.Service;
import london.loti.referral.directory.HitExplanation.Factor;
import london.loti.referral.directory.Reason.Kind;
import london.loti.referral.eligibility.EligibilityCheck;
import london.loti.referral.eligibility.ResidentCircumstances;
import london.loti.referral.opening.Moment;

/** One search: what every service is judged by, and what a hit is ranked by. Search and explanation both use it. */
final class Judging {
    private static final double HALF_AS_GOOD_AT_METRES = 3_000;
    private static final double A_THING_NOT_KNOWN = 0.9;
    private static final double NEVER_CHECKED = 0.7;
    private static final double METRES_A_KILOMETRE = 1_000;

    private final Columns columns;
    private final DirectoryQuery query;
    private final DirectoryOptions options;
    private final EligibilityRules rules;
    private final QueryFreeJudges always;
    private final WordIndex.Asked asked;
    private final @Nullable WordScores scores;
    private final Columns.@Nullable Ruler ruler;
    private final DayVerdicts.@Nullable Day day;
    private final List<Judge> judges = new ArrayList<>();

    Judging(DirectoryIndex index, DirectoryQuery query) {
        this.columns = index.columns();
        this.options = index.options();
        this.rules = index.rules();
        this.always = index.always();
        this.query = query;
        this.asked = index.words().read(query.words);
        this.scores = asked.isSilent() ? null : index.words().scores(asked);
        this.ruler = query.isNear() ? columns.new Ruler(query.latitude, query.longitude) : null;
        this.day = query.asOf == null ? null : index.days().of(day(query.asOf));
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
        WordScores all = scores;
        if (all != null) {
            judges.add(Judge.ofRows(Kind.WORDS, all, all::words));
        }
    }

    private void addKind() {
        judges.add(always.status);
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
                    byte ruled = resident == null
                            ? Judge.UNKNOWN
                            : EligibilityRules.verdict(rules.groups, published, resident);
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
                    if (resident != null && EligibilityRules.verdict(rules.groups, published, resident) == Judge.NO) {
                        return EligibilityRules.words(rules.groups, published, resident);
                    }
                    return switch (verdict) {
                        case Judge.NO -> of + ", which was not asked for";
                        case Judge.YES -> of.isEmpty() ? "no group is left out" : of;
                        default ->
                            of.isEmpty() && resident != null
                                    ? EligibilityRules.words(rules.groups, published, resident)
                                    : of + ", which is not known of the resident";
                    };
                }));
    }

    private void addResident() {
        ResidentCircumstances resident = query.resident;
        if (resident == null) {
            return;
        }
        addRule(Kind.AGE, columns.ages, rules.age, resident);
        judges.add(Judge.of(
                Kind.CONDITIONS,
                columns.conditions,
                rules.stated,
                (published, verdict) -> EligibilityRules.words(rules.conditions, published, resident)));
        addRule(Kind.AREA, columns.areas, rules.area, resident);
        addRule(Kind.LANGUAGE, columns.languages, rules.language, resident);
        addRule(Kind.ACCESS, columns.access, rules.access, resident);
        addRule(Kind.COST, columns.costs, rules.cost, resident);
        if (!rules.own.isEmpty()) {
            List<Service> services = columns.services;
            judges.add(Judge.ofRows(
                    Kind.CONDITIONS,
                    row -> EligibilityRules.verdict(rules.own, services.get(row), resident),
                    row -> EligibilityRules.words(rules.own, services.get(row), resident)));
        }
    }

    private void addRule(Kind kind, Facet<Service> facet, EligibilityCheck rule, ResidentCircumstances resident) {
        judges.add(Judge.of(
                kind,
                facet,
                published -> EligibilityRules.verdict(rule, published, resident),
                (published, verdict) -> EligibilityRules.words(rule, published, resident)));
    }

    private void addOffer() {
        if (query.acceptsReferrals) {
            judges.add(always.referrals);
        }
        if (query.hasCapacity && day != null) {
            judges.add(day.capacity);
        }
    }

    private void addPlaceAndTime() {
        Columns.Ruler measure = ruler;
        if (measure != null) {
            double limit =
                    Double.isNaN(query.withinMetres) ? Double.POSITIVE_INFINITY : Columns.chordAt(query.withinMetres);
            judges.add(Judge.ofRows(
                    Kind.DISTANCE,
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
            Moment moment = Moment.of(query.openAt, options.opening(), options.calendar());
            judges.add(Judge.of(
                    Kind.OPEN,
                    columns.hours,
                    hours -> switch (hours.stateAt(moment)) {
                        case OPEN -> Judge.YES;
                        case CLOSED -> Judge.NO;
                        case UNKNOWN -> Judge.UNKNOWN;
                    },
                    (hours, verdict) -> "at that time: " + hours.answer(moment).words()));
        }
        if (day != null) {
            judges.add(day.check);
        }
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneId.of(options.opening().zone()));
    }

    private static String distance(double metres) {
        return metres < METRES_A_KILOMETRE
                ? Math.round(metres / 10) * 10 + " m"
                : String.format(Locale.ROOT, "%.1f km", metres / METRES_A_KILOMETRE);
    }

    /** What a hit is ranked by. */
    double score(int row) {
        double score = scores == null ? 1 : scores.score(row);
        score *= distanceFactor(row);
        score *= unknownsFactor(row);
        return score * freshnessFactor(row);
    }

    /** The same, factor by factor. */
    List<Factor> factors(int row) {
        List<Factor> factors = new ArrayList<>();
        if (scores != null) {
            factors.add(new Factor("words", scores.score(row)));
        }
        if (ruler != null) {
            factors.add(new Factor("distance", distanceFactor(row)));
        }
        factors.add(new Factor("not known", unknownsFactor(row)));
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
        return day == null ? 1 : NEVER_CHECKED + (1 - NEVER_CHECKED) * day.freshness(row);
    }

    private double unknownsFactor(int row) {
        double factor = 1;
        for (Judge judge : judges) {
            factor *= judge.ranks && judge.verdict(row) == Judge.UNKNOWN ? A_THING_NOT_KNOWN : 1;
        }
        return factor;
    }
}
