package london.loti.workbench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

import london.loti.model.disclosure.DisclosedCounts;
import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.AttributeTypes;
import london.loti.persona.attribute.Sample;
import london.loti.persona.attribute.SampleReader;
import london.loti.persona.segment.Dissimilarities;
import london.loti.persona.segment.LatentClassChoice;
import london.loti.persona.segment.LatentClasses;
import london.loti.persona.segment.SegmentChoice;
import london.loti.persona.segment.SegmentInput;
import london.loti.persona.segment.SegmentNumbers;
import london.loti.persona.segment.Segments;

/** {@code loti persona segment}. */
@Command(
        name = "segment",
        description = "Divides a sample into segments, says which number of them is convincing, and says so too when"
                + " none is.",
        footer = {
            "",
            "A table of types has the columns variable, kind, levels and, where it matters, weight:",
            "  confidence,ordinal,none<low<medium<high,1",
            "",
            "Example: loti persona segment --method kprototypes --data survey.csv --types types.csv --k 2..8 --seed 1"
        })
final class PersonaSegmentCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    /** How segments are made. */
    enum Method {
        /** Huang's k-prototypes. */
        KPROTOTYPES,
        /** Medoids by Gower's distance. */
        PAM,
        /** Latent class analysis. */
        LCA
    }

    /** From which number of segments to which. */
    record Numbers(int from, int to) {}

    @Option(
            names = "--method",
            required = true,
            paramLabel = "METHOD",
            description = "kprototypes, pam (medoids by Gower's distance) or lca (latent classes; no numbers).")
    private Method method;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "CSV",
            description = "One row a person; an 'id' is not kept.")
    private Path data;

    @Option(names = "--types", required = true, paramLabel = "CSV", description = "What the columns are.")
    private Path types;

    @Option(
            names = "--k",
            paramLabel = "K",
            defaultValue = "2..8",
            converter = NumbersConverter.class,
            description = "The number of segments, or from which to which. Default: ${DEFAULT-VALUE}.")
    private Numbers k;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The same seed gives the same segments. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Mixin
    private DisclosureOption disclosure;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        List<Attribute> attributes = BadInput.check(AttributeTypes.read(types), err);
        Sample all = BadInput.check(SampleReader.of(attributes).read(data), err);
        Sample sample = BadInput.check(SegmentInput.check(all, k.to(), String.valueOf(data.getFileName())));
        try (Progress progress = Progress.ofSteps("segment", 100)) {
            if (method == Method.LCA) {
                classes(sample, progress, out);
            } else {
                segments(sample, progress, out);
            }
        } catch (IllegalArgumentException e) {
            // The calculators' own words: what of this sample can't be divided like that.
            throw BadInput.because(
                    BadInput.Code.NOT_DIVISIBLE, String.valueOf(e.getMessage()), String.valueOf(data.getFileName()));
        }
        return 0;
    }

    private void segments(Sample sample, Progress progress, PrintWriter out) {
        SegmentNumbers numbers =
                SegmentNumbers.of(k.from(), k.to()).withSeed(seed).withProgress(progress::at);
        SegmentChoice choice =
                method == Method.PAM ? numbers.medoids(Dissimilarities.of(sample)) : numbers.prototypes(sample);
        out.println(choice.method());
        choice.candidates().forEach(candidate -> out.println("  " + candidate.words()));
        out.println(choice.words());
        choice.recommended().ifPresent(best -> sizes(best.segments(), out));
    }

    private void classes(Sample sample, Progress progress, PrintWriter out) {
        LatentClassChoice choice = LatentClasses.withClasses(k.from())
                .withSeed(seed)
                .withProgress(progress::at)
                .chooseUpTo(k.to(), sample);
        choice.models().forEach(model -> {
            out.println("  " + model.words());
            model.findings().forEach(finding -> out.println("    " + finding.message()));
        });
        out.println(choice.words());
        choice.recommended().ifPresent(best -> sizes(best.segments(), out));
    }

    private void sizes(Segments segments, PrintWriter out) {
        Map<String, Long> people = new LinkedHashMap<>();
        List<Integer> sizes = segments.sizes();
        for (int segment = 0; segment < sizes.size(); segment++) {
            people.put("segment " + (segment + 1), (long) sizes.get(segment));
        }
        DisclosedCounts counts = disclosure.rule().apply(people);
        for (DisclosedCounts.Count row : counts.rows()) {
            out.println("  " + row.category() + ": "
                    + (row.people() == null ? "too few to tell" : row.people() + " people")
                    + (row.percent() == null ? "" : String.format(Locale.ROOT, ", %.0f %%", row.percent())));
        }
        out.println(counts.statement());
    }

    private static final class NumbersConverter implements ITypeConverter<Numbers> {
        private static final Pattern FORM = Pattern.compile("([0-9]{1,3})(?:\\.\\.([0-9]{1,3}))?");

        @Override
        public Numbers convert(String text) {
            Matcher form = FORM.matcher(text);
            if (!form.matches()) {
                throw new TypeConversionException("a number of segments is written 4, or 2..8");
            }
            int from = Integer.parseInt(form.group(1));
            int to = form.group(2) == null ? from : Integer.parseInt(form.group(2));
            if (from < 2 || to < from) {
                throw new TypeConversionException("segments must be two or more, from the fewest to the most: 2..8");
            }
            return new Numbers(from, to);
        }
    }
}
