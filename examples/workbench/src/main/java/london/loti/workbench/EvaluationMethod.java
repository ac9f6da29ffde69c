package london.loti.workbench;

import java.util.List;
import java.util.function.Function;

import london.loti.evaluation.estimate.Effect;

/**
 * A method of {@code loti evaluate}.
 *
 * @param name its name on the command line
 * @param description what it answers, in one sentence
 * @param usage which options it takes, a line each
 * @param run what it finds in a study
 */
record EvaluationMethod(String name, String description, List<String> usage, Function<StudyInput, Effect> run) {}
