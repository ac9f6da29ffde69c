package london.loti.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.claims.Claim;
import london.loti.evaluation.claims.RegistryDesigns;
import london.loti.evaluation.plan.AnalysisPlan;
import london.loti.evaluation.plan.Deviation;
import london.loti.evaluation.plan.LockedPlan;
import london.loti.evaluation.plan.PlanComparison;
import london.loti.evaluation.plan.PlannedAnalysis;
import london.loti.model.outcome.Programme;
import london.loti.model.outcome.TheoryOfChange;

/** What was done, why it should help, and how the study was made. */
final class OpeningSections {
    private final ReportContent content;
    private final ReportInput input;

    OpeningSections(ReportContent content) {
        this.content = content;
        this.input = content.input();
    }

    List<Section> sections() {
        List<Section> sections = new ArrayList<>(List.of(inShort(), programme()));
        if (input.theory() != null) {
            sections.add(theory(input.theory()));
        }
        sections.add(claim(input.claim()));
        sections.add(plan(input.plan()));
        return sections;
    }

    private Section inShort() {
        Claim claim = input.claim();
        return new Section(
                "short",
                "In short",
                List.of(
                        new Block.Bullets(content.headlines()),
                        new Block.Paragraph("How sure: level " + claim.level()
                                + " of 5 on the Maryland scale. The strongest words this study allows are “"
                                + claim.verb().words() + "”."),
                        new Block.Paragraph(content.disclosure())));
    }

    private Section programme() {
        Programme p = input.programme();
        String dates = Stream.of(p.start(), p.end())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(" to "));
        List<List<String>> rows = new ArrayList<>();
        for (Programme.Item item : Programme.Item.values()) {
            rows.add(List.of(ProgrammeItems.label(item), ProgrammeItems.answer(p, item)));
        }
        rows.add(List.of("Dates", dates.isEmpty() ? "not told" : dates));
        return new Section(
                "programme",
                "What was done",
                List.of(new Block.Table("The programme, item by item", List.of("Item", "Answer"), rows)));
    }

    private Section theory(TheoryOfChange theory) {
        List<List<String>> steps = theory.steps().stream()
                .map(step -> List.of(
                        step.text(),
                        word(step.stage()),
                        step.shownBy().isEmpty() ? "nothing yet" : String.join(", ", step.shownBy())))
                .toList();
        List<List<String>> links = theory.links().stream()
                .map(link -> List.of(
                        text(theory, link.from()),
                        text(theory, link.to()),
                        link.assumption(),
                        word(link.evidence()) + (link.note() == null ? "" : ": " + link.note())))
                .toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(theory.title() + ". Source: " + theory.source() + "."));
        blocks.add(new Block.Table("Steps", List.of("Step", "Stage", "Shown by"), steps));
        if (!links.isEmpty()) {
            blocks.add(new Block.Table(
                    "Which step leads to which", List.of("From", "To", "What must be so", "Evidence"), links));
        }
        return new Section("theory", "Why it should help", blocks);
    }

    private static String text(TheoryOfChange theory, String id) {
        return theory.steps().stream()
                .filter(step -> step.id().equals(id))
                .map(TheoryOfChange.Step::text)
                .findFirst()
                .orElseThrow();
    }

    private static Section claim(Claim claim) {
        String filed = RegistryDesigns.bundled().path(claim.registryCode()).stream()
                .map(RegistryDesigns.Type::label)
                .collect(Collectors.joining(" › "));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph("The Government Evaluation Registry files such a study under: " + filed + " ("
                + claim.registryCode() + ")."));
        blocks.add(new Block.Bullets(claim.reasons()));
        if (!claim.upgrades().isEmpty()) {
            List<List<String>> rows = claim.upgrades().stream()
                    .map(upgrade -> List.of(
                            upgrade.what(),
                            upgrade.cost() + " of 5",
                            upgrade.from() + " to " + upgrade.to(),
                            upgrade.verb().words()))
                    .toList();
            blocks.add(new Block.Table(
                    "What would make the study stronger, the cheapest first",
                    List.of("What to do", "How dear", "Level", "Strongest words then"),
                    rows));
        }
        blocks.add(new Block.Paragraph("Judged by policy " + claim.policy().id() + " "
                + claim.policy().version()
                + (claim.policy().verified() ? "." : ", parts of which are judgements and not verified.")));
        return new Section("claim", "How the study was made, and how far its claims go", blocks);
    }

    private Section plan(@Nullable LockedPlan locked) {
        if (locked == null) {
            return new Section(
                    "plan",
                    "The plan, and what was done otherwise",
                    List.of(new Block.Paragraph("There is no plan that was locked before the results, so no outcome is"
                            + " called primary.")));
        }
        AnalysisPlan plan = locked.plan();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph("Plan " + plan.id() + " " + plan.version() + " was written on " + plan.date()
                + " and locked on " + locked.lock().date() + "; its SHA-256 is "
                + locked.lock().sha256() + "."
                + (plan.registeredAt() == null ? "" : " Registered: " + plan.registeredAt() + ".")));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Questions", String.join(" ", plan.questions())));
        rows.add(List.of("Primary outcomes", analyses(plan.primary())));
        rows.add(List.of("Secondary outcomes", analyses(plan.secondary())));
        rows.add(List.of("People planned", Shown.count(plan.people())));
        rows.add(List.of("Adjusted for", list(plan.covariates())));
        rows.add(List.of("Clusters", Objects.requireNonNullElse(plan.clusters(), "none")));
        rows.add(List.of("Missing data", plan.missingData()));
        rows.add(List.of("Several outcomes", Objects.requireNonNullElse(plan.multiplicity(), "nothing planned")));
        rows.add(List.of("Groups", list(plan.subgroups())));
        rows.add(List.of("Stops early", Objects.requireNonNullElse(plan.stopRule(), "no")));
        blocks.add(new Block.Table("What the plan says", List.of("Item", "Plan"), rows));
        PlanComparison comparison = content.comparison();
        List<Deviation> deviations = comparison.deviations();
        if (deviations.isEmpty()) {
            blocks.add(new Block.Paragraph("No deviation was found in what could be compared by machine."));
        } else {
            blocks.add(new Block.Table(
                    "Deviations from the plan",
                    List.of("About", "Kind", "Planned", "Done"),
                    deviations.stream()
                            .map(d -> List.of(d.about(), word(d.kind()), d.planned(), d.done()))
                            .toList()));
        }
        blocks.add(new Block.Heading("Not compared with the plan"));
        blocks.add(new Block.Paragraph("No machine could compare these; whoever reads the report has to ask."));
        blocks.add(new Block.Bullets(comparison.notCompared()));
        return new Section("plan", "The plan, and what was done otherwise", blocks);
    }

    private static String analyses(List<PlannedAnalysis> analyses) {
        return list(
                analyses.stream().map(a -> a.measure() + " by " + a.method()).toList());
    }

    private static String list(List<String> parts) {
        return parts.isEmpty() ? "none" : String.join("; ", parts);
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
