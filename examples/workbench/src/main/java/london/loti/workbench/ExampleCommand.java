package london.loti.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code loti example}. */
@Command(
        name = "example",
        description =
                "Lists invented documents that other commands take, or prints one of them, to start your own from.",
        footer = {"", "Example: loti example cost-benefit > model.json"})
final class ExampleCommand implements Callable<Integer> {
    /** A document. */
    enum Document {
        ANALYSIS_PLAN("analysis-plan", "loti evaluate plan lock PLAN --on DAY"),
        COST_BENEFIT("cost-benefit", "loti cost MODEL"),
        OPTIONS("options", "loti appraise OPTIONS"),
        STUDY("study", "loti evaluate did --study JSON --report HTML, and other methods"),
        WHOLE_LIFE_COST("whole-life-cost", "loti cost MODEL");

        private final String id;
        private final String use;

        Document(String id, String use) {
            this.id = id;
            this.use = use;
        }

        String text() {
            try (InputStream in = ExampleCommand.class.getResourceAsStream("examples/" + id + ".json")) {
                return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The document to print.")
    private @Nullable String name;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (name == null) {
            for (Document document : Document.values()) {
                out.println(document.id + ": for " + document.use);
            }
            return 0;
        }
        Document document = Arrays.stream(Document.values())
                .filter(each -> each.id.equals(name))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "an example must be one of "
                                + Arrays.stream(Document.values())
                                        .map(each -> each.id)
                                        .collect(Collectors.joining(", "))
                                + ", but was '" + name + "'"));
        out.print(document.text());
        out.flush();
        return 0;
    }
}
