package london.loti.workbench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import london.loti.evaluation.economics.WholeLifeComparison;
import london.loti.evaluation.economics.WholeLifeComparison.OptionResult;
import london.loti.evaluation.economics.WholeLifeCostModel;
import london.loti.model.json.LotiJson;

/** {@code loti cost}. */
@Command(
        name = "cost",
        description = "What options cost over their whole lives, for one council and for several that share: search,"
                + " acquire, integrate, host, support, secure, train, assure, change, exit. It says when open source is"
                + " not best.",
        footer = {"", "Example: loti cost model.json --out comparison.json"})
final class CostCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL", description = "The model (JSON).")
    private Path model;

    @Option(names = "--out", paramLabel = "JSON", description = "Writes the comparison there.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        PrintWriter said = spec.commandLine().getOut();
        WholeLifeCostModel read = BadInput.check(
                WholeLifeCostModel.read(model), spec.commandLine().getErr());
        WholeLifeComparison comparison = read.compare();
        said.println(comparison.title() + ", pounds of " + comparison.priceYear() + ", " + comparison.years()
                + " years, discounted by " + comparison.schedule());
        for (OptionResult option : comparison.options()) {
            said.printf(
                    Locale.ROOT,
                    "  %-32s present value %,.0f, a year %s, a resident %.2f%n",
                    option.name(),
                    option.presentValue(),
                    option.equivalentAnnualCost() == null
                            ? "undefined"
                            : String.format(Locale.ROOT, "%,.0f", option.equivalentAnnualCost()),
                    option.perResident());
        }
        comparison.words().forEach(said::println);
        if (out != null) {
            Outputs outputs = Outputs.besides(out, List.of(model));
            outputs.add(Outputs.nameOf(out), LotiJson.write(comparison));
            outputs.write();
        }
        return 0;
    }
}
