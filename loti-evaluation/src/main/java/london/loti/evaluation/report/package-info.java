/**
 * An evaluation report tells, in plain words and in numbers, what was done, whom it reached, what changed and how surely,
 * whether it was worth its cost, and what the study can't tell. It takes effects and never bare numbers, lets every count
 * of people pass a disclosure rule, and writes its own section on methods. The same report leaves as a page, a table, JSON,
 * an entry for the Government Evaluation Registry and a document for committee papers. Start at
 * {@link london.loti.evaluation.report.EvaluationReport}.
 */
@NullMarked
package london.loti.evaluation.report;

import org.jspecify.annotations.NullMarked;
