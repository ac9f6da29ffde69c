package london.loti.evaluation.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.claims.CountedUnit;
import london.loti.evaluation.claims.StudyDesign;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Interval;
import london.loti.evaluation.plan.Deviation.Kind;

/** Lays a plan beside the effects that were found. What only one of them tells is named, not passed over. */
final class PlanComparer {
    private static final String SIDE = "alternative";
    private static final String LEVEL = "level";
    private static final String COVARIATES = "covariates";

    /** Choices that every effect with an interval tells, whether it has a convention of that name or not. */
    private static final List<String> ALWAYS_ASKED = List.of(SIDE, LEVEL);

    /** Methods that adjust for nothing. */
    private static final Set<String> UNADJUSTED = Set.of(
            "did-2x2",
            "mann-whitney",
            "mcnemar",
            "paired-permutation",
            "paired-t",
            "permutation",
            "pooled-t",
            "proportion",
            "welch-t",
            "wilcoxon-signed-rank");

    private final AnalysisPlan plan;
    private final List<Deviation> deviations = new ArrayList<>();
    private final List<String> notCompared = new ArrayList<>();

    PlanComparer(AnalysisPlan plan) {
        this.plan = plan;
    }

    PlanComparison compare(StudyDesign design, List<MeasuredEffect> results, List<String> groups) {
        if (design != plan.design()) {
            add(Kind.DESIGN, "study", words(plan.design()), words(design));
        }
        for (PlannedAnalysis planned : plan.outcomes()) {
            List<MeasuredEffect> found = results.stream()
                    .filter(result -> result.measure().id().equals(planned.measure()))
                    .toList();
            if (found.isEmpty()) {
                add(Kind.OUTCOME_LEFT_OUT, planned.measure(), "reported", "not reported");
            }
            found.forEach(result -> compare(planned, result.effect()));
        }
        results.stream()
                .map(result -> result.measure().id())
                .filter(measure -> plan.outcomes().stream()
                        .noneMatch(planned -> planned.measure().equals(measure)))
                .distinct()
                .forEach(added -> add(Kind.OUTCOME_ADDED, added, "not in the plan", "reported"));
        groups(groups);
        notCompared("study", "how missing data were handled (the plan says it in words)");
        if (plan.multiplicity() != null) {
            notCompared("study", "what was done about several outcomes (the plan says it in words)");
        }
        if (plan.stopRule() != null) {
            notCompared("study", "when the study was to stop (the plan says it in words)");
        }
        return new PlanComparison(deviations, notCompared.stream().distinct().toList());
    }

    private void groups(List<String> groups) {
        SortedSet<String> planned = lowerCase(plan.subgroups());
        SortedSet<String> done = lowerCase(groups);
        planned.stream()
                .filter(group -> !done.contains(group))
                .forEach(group -> add(Kind.GROUPS_LEFT_OUT, "study", "groups by " + group, "not reported"));
        done.stream()
                .filter(group -> !planned.contains(group))
                .forEach(group -> add(Kind.GROUPS_ADDED, "study", "not in the plan", "groups by " + group));
    }

    private void compare(PlannedAnalysis planned, Effect effect) {
        String about = planned.measure();
        if (!planned.method().equals(effect.method())) {
            add(Kind.METHOD, about, planned.method(), effect.method());
        }
        planned.convention().forEach((name, choice) -> {
            if (!name.equals(COVARIATES)) {
                choice(about, name, choice, told(effect, name));
            }
        });
        open(planned, effect);
        people(about, effect);
        clusters(about, effect);
        covariates(about, effect);
    }

    private void choice(String about, String name, String planned, @Nullable String done) {
        if (done == null) {
            notCompared(about, plain(name) + " (the result does not tell it)");
        } else if (!planned.equals(done) && !isSameNumber(planned, done)) {
            add(Kind.CONVENTION, about, name + ": " + planned, name + ": " + done);
        }
    }

    /** Choices that the plan leaves open could have been made after the results were seen. */
    private void open(PlannedAnalysis planned, Effect effect) {
        Stream.concat(ALWAYS_ASKED.stream(), effect.convention().keySet().stream())
                .distinct()
                .filter(name ->
                        !name.equals(COVARIATES) && !planned.convention().containsKey(name))
                .forEach(name -> {
                    String done = told(effect, name);
                    notCompared(
                            planned.measure(),
                            plain(name) + " (the plan leaves it open" + (done == null ? ")" : "; done: " + done + ")"));
                });
    }

    private void people(String about, Effect effect) {
        List<Long> people = CountedUnit.people(effect);
        if (people.isEmpty()) {
            notCompared(
                    about,
                    "number of people (the result counts "
                            + CountedUnit.of(effect).words() + ")");
        } else if (effect.n() < plan.people()) {
            add(Kind.FEWER_PEOPLE, about, plan.people() + " people", "fewer people");
        } else if (CountedUnit.of(effect) != CountedUnit.PEOPLE && people.get(0) < plan.people()) {
            notCompared(about, "number of people (the result counts rows)");
        }
    }

    private void clusters(String about, Effect effect) {
        boolean clustered = effect.clusters() != null;
        if (plan.clusters() == null) {
            if (clustered) {
                add(Kind.CLUSTERS, about, "no clusters", "errors allow for clusters");
            }
        } else if (clustered) {
            notCompared(about, "what the clusters are (the result tells only how many)");
        } else {
            add(Kind.CLUSTERS, about, "errors allow for " + plan.clusters(), "errors do not allow for clusters");
        }
    }

    private void covariates(String about, Effect effect) {
        String told = effect.convention().get(COVARIATES);
        List<String> terms = effect.estimates().stream().map(Estimate::term).toList();
        if (told != null || UNADJUSTED.contains(effect.method())) {
            SortedSet<String> done = new TreeSet<>(
                    told == null ? List.of() : Stream.of(told.split("[,;] *")).toList());
            if (!done.equals(new TreeSet<>(plan.covariates()))) {
                add(Kind.COVARIATES, about, adjusted(plan.covariates()), adjusted(done));
            }
        } else if (terms.contains("(Intercept)")) {
            List<String> missing = plan.covariates().stream()
                    .filter(covariate -> terms.stream().noneMatch(term -> term.startsWith(covariate)))
                    .toList();
            if (!missing.isEmpty()) {
                add(Kind.COVARIATES, about, adjusted(missing), "not " + adjusted(missing));
            }
            long more = terms.stream()
                    .filter(term -> !term.equals("(Intercept)"))
                    .filter(term -> plan.covariates().stream().noneMatch(term::startsWith))
                    .count();
            if (more > 1) { // one of them is what is studied
                notCompared(about, "further terms of the model (the plan does not name them)");
            }
        } else {
            notCompared(about, "covariates (the result does not tell what it is adjusted for)");
        }
    }

    private static String plain(String convention) {
        return switch (convention) {
            case SIDE -> "side of the test";
            case LEVEL -> "level of the interval";
            case "df" -> "degrees of freedom";
            default -> convention;
        };
    }

    private static @Nullable String told(Effect effect, String name) {
        String convention = effect.convention().get(name);
        Interval interval = effect.headline().interval();
        if (convention != null || interval == null) {
            return convention;
        }
        return switch (name) {
            case SIDE ->
                Double.isInfinite(interval.upper()) == Double.isInfinite(interval.lower())
                        ? "two-sided"
                        : Double.isInfinite(interval.upper()) ? "greater" : "less";
            case LEVEL -> Double.toString(interval.level());
            default -> null;
        };
    }

    private static boolean isSameNumber(String one, String other) {
        try {
            return Math.abs(Double.parseDouble(one) - Double.parseDouble(other)) < 1e-9;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private void add(Kind kind, String about, String planned, String done) {
        deviations.add(new Deviation(kind, about, planned, done));
    }

    private void notCompared(String about, String what) {
        notCompared.add(about + ": " + what);
    }

    private static String adjusted(Iterable<String> covariates) {
        String joined = String.join(", ", covariates);
        return joined.isEmpty() ? "adjusted for nothing" : "adjusted for " + joined;
    }

    private static SortedSet<String> lowerCase(List<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String words(StudyDesign design) {
        return design.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
