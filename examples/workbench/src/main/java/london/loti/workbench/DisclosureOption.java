package london.loti.workbench;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import london.loti.model.disclosure.DisclosureRule;
import london.loti.model.json.LotiJson;

/** Which counts may leave. */
final class DisclosureOption {
    @Option(
            names = "--disclosure",
            paramLabel = "FILE",
            description = "Disclosure rule (JSON) for numbers that are not published openly. Default: counts below ten,"
                    + " noughts among them, are suppressed, others rounded to five.")
    private @Nullable Path disclosure;

    /** The file of the rule, if one is given. */
    List<Path> files() {
        return disclosure == null ? List.of() : List.of(disclosure);
    }

    DisclosureRule rule() {
        return disclosure == null
                ? DisclosureRule.withDefaults()
                : BadInput.check(LotiJson.read(disclosure, DisclosureRule.class));
    }
}
