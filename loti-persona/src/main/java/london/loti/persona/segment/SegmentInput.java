package london.loti.persona.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.Where;
import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.AttributeUse;
import london.loti.persona.attribute.Sample;

/**
 * What must hold for a sample before segments are looked for in it. Every calculator asks here, so that a file and a
 * call are refused in the same words.
 *
 * <p>Attributes that are {@link AttributeUse#AUDIT_ONLY} are left out: they never enter a segment. Rows are named by
 * number, counted from 1, and no value is repeated.
 */
public final class SegmentInput {
    /** What makes a sample unfit for segments. */
    public enum Code implements Finding.Code {
        /** No attribute may be compared. */
        NO_ATTRIBUTE,
        /** There are fewer than two rows. */
        TOO_FEW_ROWS,
        /** An attribute has the same value wherever it is known, or is never known. */
        ONE_VALUE,
        /** A row has no answer to any attribute. */
        NOTHING_KNOWN,
        /** Fewer than two segments are asked for. */
        TOO_FEW_SEGMENTS,
        /** More segments are asked for than rows differ. */
        TOO_MANY_SEGMENTS
    }

    /** As many problems are named in the message of one exception. */
    private static final int NAMED = 5;

    private SegmentInput() {}

    /**
     * {@return the part of a sample that segments are made of, or everything that stands in the way}
     *
     * @param sample the sample
     * @param source the name of the file that it comes from, for the findings
     */
    public static Checked<Sample> check(Sample sample, String source) {
        Findings findings = new Findings();
        Sample used = sample.matching();
        if (used.attributes().isEmpty()) {
            findings.error(
                    Code.NO_ATTRIBUTE, "an attribute must be one that may be compared, but none is", file(source));
            return findings.check(used);
        }
        if (used.size() < 2) {
            findings.error(
                    Code.TOO_FEW_ROWS, "segments need two rows or more, but there are " + used.size(), file(source));
            return findings.check(used);
        }
        for (int column = 0; column < used.attributes().size(); column++) {
            if (!varies(used, column)) {
                Attribute attribute = used.attributes().get(column);
                findings.error(
                        Code.ONE_VALUE,
                        "'" + attribute.id() + "' must vary, but has one value only or none, so it says nothing"
                                + "\nMaybe leave it out.",
                        Where.column(source, attribute.id()));
            }
        }
        for (int row = 0; row < used.size(); row++) {
            if (!isKnown(used, row) && !findings.isFull()) {
                findings.error(
                        Code.NOTHING_KNOWN,
                        "row " + (row + 1) + " must have an answer to an attribute that is compared, but has none"
                                + "\nMaybe leave the row out.",
                        file(source));
            }
        }
        return findings.check(used);
    }

    /**
     * {@return the part of a sample that a number of segments are made of, or everything that stands in the way, the
     * number among it}
     *
     * @param sample the sample
     * @param k how many segments; of several numbers, the most
     * @param source the name of the file that it comes from, for the findings
     */
    public static Checked<Sample> check(Sample sample, int k, String source) {
        Findings findings = new Findings();
        Checked<Sample> checked = check(sample, source);
        findings.addAll(checked.findings());
        if (k < 2) {
            findings.error(Code.TOO_FEW_SEGMENTS, tooFew(k), file(source));
        }
        int distinct = MixedRows.of(sample.matching()).distinct(Math.max(k, 0));
        if (distinct < k) {
            findings.error(Code.TOO_MANY_SEGMENTS, tooMany(k, distinct), file(source));
        }
        return findings.check(sample.matching());
    }

    /** The part of a sample that segments are made of; throws in the words of the findings. */
    static Sample require(Sample sample) {
        Checked<Sample> checked = check(sample, "the sample");
        return checked.value().orElseThrow(() -> new IllegalArgumentException(words(checked.errors())));
    }

    static void requireK(int k) {
        if (k < 2) {
            throw new IllegalArgumentException(tooFew(k));
        }
    }

    private static String tooFew(int k) {
        return "the number of segments must be 2 or more, but was " + k;
    }

    /** Says no where there are fewer different rows than segments. */
    static void requireDistinct(int k, int distinct) {
        if (distinct < k) {
            throw new IllegalArgumentException(tooMany(k, distinct));
        }
    }

    private static String tooMany(int k, int distinct) {
        return "the number of segments must be at most the number of different rows, " + distinct + ", but was " + k;
    }

    /** Several problems as the message of one exception. */
    static String words(List<Finding> errors) {
        List<String> lines = new ArrayList<>(
                errors.stream().limit(NAMED).map(Finding::message).collect(Collectors.toList()));
        if (errors.size() > NAMED) {
            lines.add("and " + (errors.size() - NAMED) + " more");
        }
        return String.join("\n", lines);
    }

    private static Where file(String source) {
        return Where.file(source);
    }

    private static boolean varies(Sample sample, int column) {
        double first = Double.NaN;
        for (int row = 0; row < sample.size(); row++) {
            double value = sample.value(row, column);
            if (Double.isNaN(first)) {
                first = value;
            } else if (!Double.isNaN(value) && value != first) {
                return true;
            }
        }
        return false;
    }

    private static boolean isKnown(Sample sample, int row) {
        for (int column = 0; column < sample.attributes().size(); column++) {
            if (!Double.isNaN(sample.value(row, column))) {
                return true;
            }
        }
        return false;
    }
}
