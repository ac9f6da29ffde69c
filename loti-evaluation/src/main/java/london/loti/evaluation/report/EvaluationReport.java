package london.loti.evaluation.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.claims.Claim;
import london.loti.evaluation.economics.CostBenefitResult;
import london.loti.evaluation.economics.CostBenefitUncertainty;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.plan.LockedPlan;
import london.loti.evaluation.plan.MeasuredEffect;
import london.loti.evaluation.plan.PrimaryOutcome;
import london.loti.model.disclosure.DisclosureRule;
import london.loti.model.finding.Require;
import london.loti.model.outcome.OutcomeMeasure;
import london.loti.model.outcome.Programme;
import london.loti.model.outcome.TheoryOfChange;

/**
 * A report of an evaluation, in five forms from the same parts. An effect on fewer people than the disclosure rule allows,
 * or with a group of so few, is told as not shown in all of them. Immutable; the same input gives the same bytes.
 */
public final class EvaluationReport {
    private final ReportContent content;

    private EvaluationReport(ReportInput input) {
        this.content = new ReportContent(input);
    }

    /**
     * {@return a builder}
     *
     * @param title the title, for example {@code Tablets and Tea: did it help?}
     * @param date the day of the report
     * @param programme what was done
     * @param claim how far the claims may go
     * @param rule which counts of people may be shown
     */
    public static Builder builder(String title, LocalDate date, Programme programme, Claim claim, DisclosureRule rule) {
        return new Builder(title, date, programme, claim, rule);
    }

    /**
     * {@return one self-contained HTML page: it loads nothing, runs no script, and works with a keyboard, a screen reader
     * and on paper} Every picture has its numbers in a table.
     */
    public String html() {
        return HtmlPage.html(content);
    }

    /**
     * {@return every estimate as a tidy table in CSV} One line an estimate: outcome, role, group, term, n, estimate, lo, hi,
     * level, p, method, suppressed. An empty cell is a number that is not known, not shown or without limit.
     */
    public String csv() {
        return TidyTable.csv(content);
    }

    /** {@return the report as canonical JSON, with the same numbers as the page} */
    public String json() {
        return ReportJson.json(content);
    }

    /**
     * {@return an entry for the Government Evaluation Registry as JSON, a draft for people to check}
     *
     * @throws IllegalStateException if the report has no details for the registry
     */
    public String registryExport() {
        return RegistryExport.json(content);
    }

    /** {@return the report as a Word document (Office Open XML), with tables in place of pictures; the same bytes each time} */
    public byte[] docx() {
        return WordDocument.bytes(content);
    }

    /** Collects a report. */
    public static final class Builder {
        private final String title;
        private final LocalDate date;
        private final Programme programme;
        private final Claim claim;
        private final DisclosureRule rule;
        private final List<ReportInput.Reach> reach = new ArrayList<>();
        private final List<FlowArm> flow = new ArrayList<>();
        private final List<PrimaryOutcome> primary = new ArrayList<>();
        private final List<MeasuredEffect> secondary = new ArrayList<>();
        private final List<ReportInput.Named> subgroups = new ArrayList<>();
        private final List<ReportInput.Named> sensitivity = new ArrayList<>();
        private final List<ReportInput.Named> means = new ArrayList<>();
        private final List<ReportInput.Named> overTime = new ArrayList<>();
        private final List<String> limitations = new ArrayList<>();
        private @Nullable String place;
        private @Nullable String author;
        private @Nullable TheoryOfChange theory;
        private @Nullable LockedPlan plan;
        private ReportInput.@Nullable Balance balance;
        private @Nullable String multiplicity;
        private @Nullable CostBenefitResult value;
        private @Nullable Long participants;
        private @Nullable CostBenefitUncertainty uncertainty;
        private @Nullable RegistryDetails registry;

        private Builder(String title, LocalDate date, Programme programme, Claim claim, DisclosureRule rule) {
            this.title = Require.text(title, "a report needs a 'title'");
            this.date = Objects.requireNonNull(date, "a report needs a 'date'");
            this.programme = Objects.requireNonNull(programme, "a report needs its 'programme'");
            this.claim = Objects.requireNonNull(claim, "a report needs a 'claim'");
            this.rule = Objects.requireNonNull(rule, "a report needs a disclosure 'rule'");
        }

        /**
         * Says where it took place.
         *
         * @param name the place
         * @return this builder
         */
        public Builder place(String name) {
            place = Require.text(name, "a place must not be blank");
            return this;
        }

        /**
         * Says who wrote the report.
         *
         * @param name a team or organisation
         * @return this builder
         */
        public Builder author(String name) {
            author = Require.text(name, "an author must not be blank");
            return this;
        }

        /**
         * Adds the theory of change.
         *
         * @param newTheory the theory
         * @return this builder
         */
        public Builder theory(TheoryOfChange newTheory) {
            theory = newTheory;
            return this;
        }

        /**
         * Adds the locked plan.
         *
         * @param newPlan the plan
         * @return this builder
         */
        public Builder plan(LockedPlan newPlan) {
            plan = newPlan;
            return this;
        }

        /**
         * Adds counts of people who were reached.
         *
         * @param name what is counted, for example {@code By age}
         * @param meaning what a reader must know of it
         * @param people how many people a category, every person in one only, in the order to show
         * @return this builder
         */
        public Builder reach(String name, String meaning, Map<String, Long> people) {
            reach.add(new ReportInput.Reach(
                    Require.text(name, "a count of reach needs a name"),
                    Require.text(meaning, "a count of reach needs its meaning"),
                    Collections.unmodifiableMap(new LinkedHashMap<>(people))));
            return this;
        }

        /**
         * Adds what became of the people of a group.
         *
         * @param arm the group
         * @return this builder
         */
        public Builder flow(FlowArm arm) {
            flow.add(arm);
            return this;
        }

        /**
         * Adds how alike the groups were before the start.
         *
         * @param before standardised differences, one estimate a covariate
         * @param after the same after matching or weighting, or null
         * @return this builder
         */
        public Builder balance(Effect before, @Nullable Effect after) {
            balance = new ReportInput.Balance(before, after);
            return this;
        }

        /**
         * Adds a primary outcome.
         *
         * @param outcome the outcome, which only a locked plan can make
         * @return this builder
         */
        public Builder primary(PrimaryOutcome outcome) {
            primary.add(outcome);
            return this;
        }

        /**
         * Adds an outcome that is not primary.
         *
         * @param measure the measure
         * @param effect what was found on it
         * @return this builder
         */
        public Builder secondary(OutcomeMeasure measure, Effect effect) {
            secondary.add(new MeasuredEffect(measure, effect));
            return this;
        }

        /**
         * Says what was done because several outcomes were looked at.
         *
         * @param sentence one sentence in plain words
         * @return this builder
         */
        public Builder multiplicity(String sentence) {
            multiplicity = Require.text(sentence, "what was done about several outcomes must not be blank");
            return this;
        }

        /**
         * Adds the effect in a group of people.
         *
         * @param dimension by what people are grouped, for example {@code Age}
         * @param group the group
         * @param measure the measure
         * @param effect what was found on it in this group
         * @return this builder
         */
        public Builder subgroup(String dimension, String group, OutcomeMeasure measure, Effect effect) {
            subgroups.add(named(dimension, group, measure, effect));
            return this;
        }

        /**
         * Adds another way to look at an outcome of the report, to see how much the finding hangs on how it was made: other
         * covariates, other errors, bounds for those who left ({@code lee-bounds}), or what it would take to undo it
         * ({@code tipping-point}).
         *
         * @param name what is done otherwise, for example {@code Without the largest library}
         * @param measure the measure, on which there must be an outcome
         * @param effect what is found then
         * @return this builder
         */
        public Builder sensitivity(String name, OutcomeMeasure measure, Effect effect) {
            sensitivity.add(named(measure.label(), name, measure, effect));
            return this;
        }

        /**
         * Adds means before and after: every estimate of the effect but the first, or the only one.
         *
         * @param name a title
         * @param measure the measure
         * @param effect an effect with the means, for example of {@code did-2x2}
         * @return this builder
         */
        public Builder means(String name, OutcomeMeasure measure, Effect effect) {
            means.add(named(name, measure.label(), measure, effect));
            return this;
        }

        /**
         * Adds effects over time: the estimates whose terms end in a whole number, for example {@code event -2}.
         *
         * @param name a title
         * @param measure the measure
         * @param effect an effect with an estimate a period
         * @return this builder
         */
        public Builder overTime(String name, OutcomeMeasure measure, Effect effect) {
            overTime.add(named(name, measure.label(), measure, effect));
            return this;
        }

        /**
         * Adds what it cost and was worth.
         *
         * @param result the cost-benefit analysis
         * @param people how many people took part, for the cost of one; it passes the disclosure rule
         * @return this builder
         */
        public Builder value(CostBenefitResult result, long people) {
            value = result;
            participants = people;
            return this;
        }

        /**
         * Adds how sure costs and benefits are.
         *
         * @param draws what the draws of the same cost-benefit analysis gave
         * @return this builder
         */
        public Builder uncertainty(CostBenefitUncertainty draws) {
            uncertainty = draws;
            return this;
        }

        /**
         * Adds a limitation to those that the report finds by itself.
         *
         * @param sentence one sentence in plain words
         * @return this builder
         */
        public Builder limitation(String sentence) {
            limitations.add(Require.text(sentence, "a limitation must not be blank"));
            return this;
        }

        /**
         * Adds what the Government Evaluation Registry asks.
         *
         * @param details the details
         * @return this builder
         */
        public Builder registry(RegistryDetails details) {
            registry = details;
            return this;
        }

        /**
         * {@return the report}
         *
         * @throws IllegalStateException if there is no outcome, if a primary outcome comes twice, if parts are of different
         *     plans, programmes or theories, if a sensitivity analysis is of no outcome of the report, if there are draws of no
         *     cost-benefit analysis, or if the claim counts on a locked plan that the report lacks
         */
        public EvaluationReport build() {
            ReportInput input = new ReportInput(
                    title,
                    date,
                    programme,
                    claim,
                    rule,
                    place,
                    author,
                    theory,
                    plan,
                    List.copyOf(reach),
                    List.copyOf(flow),
                    balance,
                    List.copyOf(primary),
                    List.copyOf(secondary),
                    multiplicity,
                    List.copyOf(subgroups),
                    List.copyOf(sensitivity),
                    List.copyOf(means),
                    List.copyOf(overTime),
                    value,
                    participants,
                    uncertainty,
                    List.copyOf(limitations),
                    registry);
            ReportRules.check(input);
            return new EvaluationReport(input);
        }

        private static ReportInput.Named named(String title, String name, OutcomeMeasure measure, Effect effect) {
            Require.text(title, "an effect's title must not be blank");
            Require.text(name, "an effect's name must not be blank");
            MeasuredEffect result = new MeasuredEffect(measure, effect);
            return new ReportInput.Named(title, name, result.measure(), result.effect());
        }
    }
}
