package london.loti.workbench;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import london.loti.evaluation.claims.StudyDesign;
import london.loti.evaluation.estimate.Effect;

/**
 * Whether a method's result may stand in a report as the effect of a programme, and as one of a study made in the way that
 * its document says. Methods that are not listed here estimate no effect.
 */
final class ReportFit {
    private static final Pattern NUMBER = Pattern.compile("[0-9.]+");

    private static final Set<StudyDesign> LOTS = EnumSet.of(
            StudyDesign.RANDOMISED_ENCOURAGEMENT,
            StudyDesign.RANDOMISED_INDIVIDUALS,
            StudyDesign.RANDOMISED_CLUSTERS,
            StudyDesign.RANDOMISED_WAITING_LIST);

    private static final Set<StudyDesign> ALONE = EnumSet.of(StudyDesign.BEFORE_AFTER);

    private static final Set<StudyDesign> TWO_GROUPS = with(LOTS, StudyDesign.BEFORE_AFTER, StudyDesign.CROSS_SECTION);

    private static final Set<StudyDesign> ADJUSTED = with(
            LOTS, StudyDesign.CROSS_SECTION, StudyDesign.CROSS_SECTION_WITH_CONTROLS, StudyDesign.MATCHED_COMPARISON);

    private static final Map<String, Set<StudyDesign>> FITS = Map.of(
            "did", with(LOTS, StudyDesign.DIFFERENCE_IN_DIFFERENCES, StudyDesign.MATCHED_COMPARISON),
            "its", EnumSet.of(StudyDesign.INTERRUPTED_TIME_SERIES),
            "staggered", EnumSet.of(StudyDesign.STAGGERED_ADOPTION, StudyDesign.STEPPED_WEDGE),
            "match", ADJUSTED,
            "weights", ADJUSTED,
            "pre-post", ALONE,
            "regression",
                    EnumSet.complementOf(EnumSet.of(
                            StudyDesign.BEFORE_AFTER,
                            StudyDesign.SYNTHETIC_CONTROL,
                            StudyDesign.INSTRUMENTAL_VARIABLE)),
            "meta", EnumSet.allOf(StudyDesign.class));

    /** For these it depends on whether there is a second group. */
    private static final Set<String> ONE_OR_TWO_GROUPS = Set.of("effect-size", "proportions", "two-groups");

    /** What some methods are told to do that estimates no effect. */
    private static final Map<String, List<String>> NO_EFFECT = Map.of(
            "two-groups", List.of("test=anova", "test=welch-anova", "test=kruskal-wallis", "test=equivalence"),
            "pre-post", List.of("test=equivalence", "test=regression-to-the-mean"),
            "proportions", List.of("measure=number-needed", "measure=fisher"),
            "regression", List.of("intercept=no"),
            "staggered", List.of("aggregation=group-time"),
            "meta", List.of("estimate=egger"));

    private ReportFit() {}

    /**
     * Refuses what can't be reported, before anything is calculated.
     *
     * @throws IllegalArgumentException if the method estimates no effect, or none that the design could have
     */
    static void require(
            String method, StudyInput.Columns columns, Map<String, String> conventions, StudyDesign design) {
        for (String choice : NO_EFFECT.getOrDefault(method, List.of())) {
            String[] parts = choice.split("=", 2);
            if (parts[1].equals(conventions.get(parts[0]))) {
                throw noEffect("'" + method + "' with " + choice);
            }
        }
        if (method.equals("regression") && columns.group() == null) {
            throw noEffect("'regression' without --group");
        }
        Set<StudyDesign> fits = FITS.get(method);
        if (ONE_OR_TWO_GROUPS.contains(method)) {
            boolean pairs = columns.id() != null || conventions.containsKey("before");
            if (columns.group() == null && !pairs) {
                throw noEffect("'" + method + "' without --group");
            }
            fits = columns.group() == null ? ALONE : TWO_GROUPS;
        }
        if (fits == null) {
            throw noEffect("'" + method + "'");
        }
        if (!fits.contains(design)) {
            throw new IllegalArgumentException("the study's 'design' must fit the method, but " + design
                    + " does not fit '" + method + "', which fits "
                    + fits
                    + "\nMaybe another method was meant, or the study was not made in that way.");
        }
    }

    /**
     * Refuses an effect whose sign hangs on which of two names comes later in the alphabet.
     *
     * @throws IllegalArgumentException if the treated group has a name, and the user did not say that it is the one
     */
    static void requireNamedGroup(Effect effect, Map<String, String> conventions) {
        String treated = effect.convention().get("treated");
        if (treated != null
                && !conventions.containsKey("treated")
                && !NUMBER.matcher(treated).matches()) {
            throw new IllegalArgumentException("--report needs to know which group is the treated one: '" + treated
                    + "' comes last in the alphabet, and may be the other\nMaybe --convention treated=" + treated
                    + ".");
        }
    }

    private static IllegalArgumentException noEffect(String what) {
        return new IllegalArgumentException("--report needs a method that estimates the effect of a programme, but "
                + what + " does not\nMaybe leave --report out: --out keeps the numbers.");
    }

    private static Set<StudyDesign> with(Set<StudyDesign> some, StudyDesign... more) {
        Set<StudyDesign> all = EnumSet.copyOf(some);
        all.addAll(List.of(more));
        return all;
    }
}
