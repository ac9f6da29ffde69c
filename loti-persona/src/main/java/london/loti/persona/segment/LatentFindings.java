package london.loti.persona.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import london.loti.model.finding.Finding;
import london.loti.model.finding.Where;
import london.loti.persona.segment.LatentClassModel.Code;

/** What there is to say against a model, in words. */
final class LatentFindings {
    private final List<Finding> findings = new ArrayList<>();

    private LatentFindings() {}

    static List<Finding> of(LatentClassModel model) {
        LatentFindings said = new LatentFindings();
        said.ofSearch(model);
        said.ofData(model);
        return List.copyOf(said.findings);
    }

    private void ofSearch(LatentClassModel model) {
        if (!model.converged()) {
            warn(
                    Code.NOT_CONVERGED,
                    "the best start was still climbing after " + model.iterations()
                            + " iterations\nMaybe allow more: withMaxIterations(…).");
        }
        if (model.classes() > 1 && model.startsAtBest() == 1) {
            String found = model.starts() == 1
                    ? "only one start was made, so nothing shows that there is no better model"
                    : "only one of " + model.starts() + " starts reached the best log-likelihood, so there may be a"
                            + " better one that none reached";
            warn(Code.BEST_FOUND_ONCE, found + "\nMaybe make more: withStarts(…); or ask for fewer classes.");
        }
    }

    private void ofData(LatentClassModel model) {
        if (model.degreesOfFreedom() < 0) {
            warn(
                    Code.NOT_IDENTIFIED,
                    "the " + model.parameters() + " parameters are more than " + model.rowsUsed()
                            + " rows of these attributes can determine (" + model.degreesOfFreedom()
                            + " degrees of freedom): other classes fit as well\nMaybe ask for fewer classes.");
        }
        if (model.share(model.classes() - 1) * model.rowsUsed() < 1) {
            warn(
                    Code.EMPTY_CLASS,
                    "the smallest class is expected to hold less than one person\nMaybe ask for fewer classes.");
        }
        int boundary = model.boundaryEstimates();
        if (boundary > 0) {
            warn(
                    Code.BOUNDARY_ESTIMATES,
                    String.format(
                            Locale.ROOT,
                            "%d %s estimated as 0 or 1: nobody in the sample speaks against it, which does not make"
                                    + " it impossible",
                            boundary,
                            boundary == 1 ? "probability is" : "probabilities are"));
        }
        int left = model.rows() - model.rowsUsed();
        if (left > 0) {
            warn(
                    Code.ROWS_LEFT_OUT,
                    left + " of " + model.rows() + " rows " + (left == 1 ? "is" : "are")
                            + " left out, because nothing is known of them");
        }
    }

    private void warn(Code code, String message) {
        findings.add(Finding.warning(code, message, Where.file("sample")));
    }
}
