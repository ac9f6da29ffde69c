package london.loti.evaluation.proposal;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.estimate.DataHash;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Interval;
import london.loti.model.json.LotiJson;

/** The id of a proposal. It is the same after a proposal was written and read, where numbers that are not finite are lost. */
final class ProposalHash {
    private static final int DIGITS = 16;

    private ProposalHash() {}

    static String of(Proposal proposal) {
        Subject subject = proposal.subject();
        Change change = proposal.change();
        DataHash hash = DataHash.start()
                .add(List.of(
                        subject.target().name(),
                        subject.id(),
                        subject.version(),
                        subject.pointer(),
                        proposal.kind().name()))
                .add(
                        change == null
                                ? List.of()
                                : List.of(LotiJson.writeCompact(change.from()), LotiJson.writeCompact(change.to())));
        add(proposal.evidence(), hash);
        return hash.finish().substring(0, DIGITS);
    }

    private static void add(Effect evidence, DataHash hash) {
        hash.add(evidence.method());
        evidence.convention().forEach((name, choice) -> hash.add(name).add(choice));
        hash.add(new double[] {evidence.n(), number(evidence.clusters()), number(evidence.seed())});
        hash.add(Objects.requireNonNullElse(evidence.dataHash(), ""));
        evidence.groups().forEach((name, people) -> hash.add(name).add(new double[] {people}));
        evidence.diagnostics().forEach((name, value) -> {
            if (Double.isFinite(value)) {
                hash.add(name).add(new double[] {value});
            }
        });
        hash.add(new int[] {evidence.estimates().size()});
        for (Estimate estimate : evidence.estimates()) {
            Interval interval = estimate.interval();
            double[] numbers = {
                estimate.value(),
                estimate.standardError(),
                estimate.statistic(),
                estimate.degreesOfFreedom(),
                estimate.pValue(),
                interval == null ? Double.NaN : interval.lower(),
                interval == null ? Double.NaN : interval.upper(),
                interval == null ? Double.NaN : interval.level()
            };
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = Double.isFinite(numbers[i]) ? numbers[i] : Double.NaN;
            }
            hash.add(estimate.term()).add(numbers);
        }
    }

    private static double number(@Nullable Number number) {
        return number == null ? Double.NaN : number.doubleValue();
    }
}
