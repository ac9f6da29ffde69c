package london.loti.evaluation.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import london.loti.evaluation.claims.PlainNumber;
import london.loti.evaluation.claims.StudyDesign;
import london.loti.evaluation.estimate.Effect;
import london.loti.model.outcome.TheoryOfChange;

/** What the study can't tell, what the report should tell, and how every number was made. */
final class ClosingSections {
    /**
     * The further numbers that may be shown: they count nobody, and no share or mean of a small group can be worked out
     * from them. What is not here is not shown.
     */
    private static final Set<String> COUNT_NOBODY = Set.of(
            "H2",
            "I2 per cent",
            "Kish's design effect",
            "Q p value",
            "aic",
            "correlation",
            "design effect",
            "dispersion",
            "durbin_watson",
            "f",
            "f_p",
            "largest smd",
            "largest smd before",
            "observed agreement",
            "phi",
            "pre_test_chi2",
            "pre_test_p",
            "r_squared",
            "r_squared_within",
            "reliability",
            "sigma",
            "standardised difference",
            "tau2");

    /** The hash of fewer people's answers could be found by trying all answers. */
    private static final int HASHABLE = 100;

    private final ReportContent content;

    ClosingSections(ReportContent content) {
        this.content = content;
    }

    List<Section> sections() {
        return List.of(limitations(), checklists(), methods());
    }

    private Section limitations() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Bullets(limitations(content)));
        Set<String> assumptions = new LinkedHashSet<>();
        content.effects().forEach(shown -> assumptions.addAll(shown.effect().assumptions()));
        if (!assumptions.isEmpty()) {
            blocks.add(new Block.Heading("What the methods take for granted"));
            blocks.add(new Block.Bullets(List.copyOf(assumptions)));
        }
        return new Section("limitations", "What this study can't tell", blocks);
    }

    /** Of the report's author first, then those that follow from the claim, the theory and the programme. */
    static List<String> limitations(ReportContent content) {
        ReportInput input = content.input();
        Set<String> all = new LinkedHashSet<>(input.limitations());
        List<String> reasons = input.claim().reasons();
        all.addAll(reasons.subList(1, reasons.size()));
        TheoryOfChange theory = input.theory();
        if (theory != null) {
            theory.unmeasured().forEach(step -> all.add("No measure would show this step: " + step.text() + "."));
            theory.unreached().forEach(step -> all.add("No chain of steps leads to: " + step.text() + "."));
            theory.assumed().forEach(link -> all.add("Nobody has evidence for this yet: " + link.assumption() + "."));
        }
        String unanswered = input.programme().unanswered().stream()
                .map(item -> "“" + ProgrammeItems.label(item) + "”")
                .collect(Collectors.joining(", "));
        if (!unanswered.isEmpty()) {
            all.add("The description of the programme does not tell: " + unanswered + ".");
        }
        if (all.isEmpty()) {
            all.add("None was found by the machine; that is no promise that there is none.");
        }
        return List.copyOf(all);
    }

    private Section checklists() {
        List<Block> blocks = new ArrayList<>();
        StudyDesign design = content.input().claim().design();
        for (String name : Checklist.notTicked(design)) {
            blocks.add(new Block.Paragraph("Chance decided in this study, so that the list that applies is " + name
                    + ". It is not ticked here: go through it by hand."));
        }
        for (Checklist list : Checklist.of(design)) {
            blocks.add(new Block.Heading(list.name()));
            blocks.add(new Block.Paragraph("Ticked by machine: that something is told, not that it is told well. "
                    + list.source() + (list.verified() ? "" : " Unverified.")));
            blocks.add(new Block.Table(
                    list.name(),
                    List.of("Item", "What to tell", "Told?"),
                    list.items().stream()
                            .map(item -> List.of(item.id(), item.text(), item.status(content)))
                            .toList()));
        }
        return new Section("checklists", "Checklists", blocks);
    }

    private Section methods() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Block.Paragraph(
                        "Every estimate can be made again from the data with the method, its choices and, where chance was used, the seed."));
        for (Shown shown : content.effects()) {
            blocks.add(new Block.Table(
                    shown.label() + " (" + shown.role().word() + ")", List.of("Item", "Value"), method(shown)));
        }
        return new Section("methods", "How the numbers were made", blocks);
    }

    private List<List<String>> method(Shown shown) {
        Effect effect = shown.effect();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Method", effect.method()));
        rows.add(List.of("What is estimated", effect.headline().term()));
        shown.convention().forEach((name, choice) -> rows.add(List.of("Choice of " + name, choice)));
        rows.add(List.of("n", Shown.count(shown.n())));
        if (shown.n() != null) {
            content.groups(shown)
                    .rows()
                    .forEach(
                            group -> rows.add(List.of("n in “" + group.category() + "”", Shown.count(group.people()))));
        }
        if (effect.clusters() != null) {
            rows.add(List.of("Clusters", Shown.count(content.clusters(shown))));
        }
        if (shown.n() != null && !shown.hidesAnything()) {
            effect.diagnostics().forEach((name, value) -> {
                if (COUNT_NOBODY.contains(name)) {
                    rows.add(List.of(name.replace('_', ' '), PlainNumber.text(value)));
                }
            });
        }
        rows.add(List.of(
                "Seed",
                effect.seed() == null ? "no chance was used" : effect.seed().toString()));
        rows.add(List.of("SHA-256 of the data", dataHash(shown)));
        return rows;
    }

    static String dataHash(Shown shown) {
        String hash = shown.effect().dataHash();
        if (hash == null) {
            return PlainNumber.NONE;
        }
        // Of a table of counts, all tables of its size could be tried.
        return shown.n() == null || shown.hidden() || shown.effect().n() < HASHABLE ? Shown.NOT_SHOWN : hash;
    }
}
