package london.loti.persona.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import london.loti.model.disclosure.DisclosureRule;
import london.loti.persona.attribute.Sample;
import london.loti.persona.bank.Persona;
import london.loti.persona.match.BatchMatch;

/** Compares the groups of an attribute, and shows what a disclosure rule lets leave. */
final class GroupFits {
    private final BatchMatch batch;
    private final Reach reach;
    private final DisclosureRule rule;
    private final int smallest;

    GroupFits(BatchMatch batch, Reach reach, DisclosureRule rule, int smallest) {
        this.batch = batch;
        this.reach = reach;
        this.rule = rule;
        this.smallest = smallest;
    }

    GroupFit of(String attribute) {
        int[] known = reach.knownRows();
        FairnessReport coverage = FairnessAudit.by(batch.sample().rows(known), attribute)
                .withSmallest(smallest)
                .audit(row -> reach.isNear(known[row]));
        FairnessReport suggested = FairnessAudit.by(batch.sample(), attribute)
                .withSmallest(smallest)
                .audit(row -> batch.suggested(row) >= 0);
        List<GroupShare> shown = disclosed(suggested);
        Association association = association(attribute, suggested);
        return new GroupFit(
                suggested.attribute(),
                disclosed(coverage),
                shown,
                audit(suggested, shown),
                association.fold(Association.Measured::cramersV, none -> Double.NaN),
                association.fold(Association.Measured::correctedV, none -> Double.NaN),
                association.fold(Association.Measured::pValue, none -> Double.NaN));
    }

    /** The groups that have somebody; those whose group is not recorded come last. */
    private List<GroupShare> disclosed(FairnessReport report) {
        List<FairnessReport.Group> groups = Stream.concat(report.groups().stream(), Stream.of(report.notRecorded()))
                .filter(group -> group.people() > 0)
                .toList();
        List<GroupShare> shares = new ArrayList<>();
        for (FairnessReport.Group group : groups) {
            Proportion exact = group.selected();
            shares.add(new GroupShare(
                    group.label(),
                    exact.total() < smallest
                            ? DisclosedShare.tooFew(smallest)
                            : DisclosedShare.of(exact.count(), exact.total(), rule)));
        }
        withholdSecond(groups, shares);
        return shares;
    }

    /** One hidden group could be worked out from the whole, unless counts are rounded. */
    private void withholdSecond(List<FairnessReport.Group> groups, List<GroupShare> shares) {
        List<Integer> shown = IntStream.range(0, shares.size())
                .filter(i -> shares.get(i).share().shown().isPresent())
                .boxed()
                .toList();
        if (rule.rounding() == 1 && shown.size() == shares.size() - 1) {
            shown.stream()
                    .min((a, b) -> Integer.compare(
                            groups.get(a).people(), groups.get(b).people()))
                    .ifPresent(i -> shares.set(i, new GroupShare(groups.get(i).label(), DisclosedShare.withheld())));
        }
    }

    /** The rates that are shown, as they are shown. */
    private static FairnessReport audit(FairnessReport exact, List<GroupShare> shown) {
        List<FairnessReport.Group> groups = new ArrayList<>();
        FairnessReport.Group notRecorded = group(FairnessReport.NOT_RECORDED, Proportion.of(0, 0));
        for (int i = 0; i < shown.size(); i++) {
            Optional<Proportion> rate = shown.get(i).share().shown();
            if (rate.isPresent()) {
                FairnessReport.Group line = group(shown.get(i).group(), rate.get());
                boolean isLast = i == shown.size() - 1 && exact.notRecorded().people() > 0;
                if (isLast) {
                    notRecorded = line;
                } else {
                    groups.add(line);
                }
            }
        }
        return new FairnessReport(exact.attribute(), groups, notRecorded, exact.smallest());
    }

    private static FairnessReport.Group group(String label, Proportion rate) {
        return new FairnessReport.Group(label, rate, null);
    }

    /** Of the suggested persona and the groups that are large enough. */
    private Association association(String attribute, FairnessReport report) {
        Sample sample = batch.sample();
        int column = Columns.categorical(sample, attribute);
        List<String> labels =
                report.groups().stream().map(FairnessReport.Group::label).toList();
        ContingencyTable.Builder table = ContingencyTable.builder(
                batch.bank().personas().stream().map(Persona::id).toList(), labels);
        for (int row = 0; row < sample.size(); row++) {
            double group = sample.value(row, column);
            int persona = batch.suggested(row);
            if (persona < 0
                    || Double.isNaN(group)
                    || report.groups().get((int) group).people() < smallest) {
                table.leaveOut();
            } else {
                table.add(persona, (int) group, 1);
            }
        }
        return table.build().association();
    }
}
