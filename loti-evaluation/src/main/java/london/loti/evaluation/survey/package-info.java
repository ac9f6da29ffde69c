/**
 * Surveys ask some people to speak for all. A weight says for how many a person speaks; weights are moved so that the
 * sample has the population's make-up, and errors allow for how the sample was drawn: its strata, its clusters and how
 * large a part of the population it is. Start at {@link london.loti.evaluation.survey.SurveyWeights} and
 * {@link london.loti.evaluation.survey.SurveyDesign}.
 */
@NullMarked
package london.loti.evaluation.survey;

import org.jspecify.annotations.NullMarked;
