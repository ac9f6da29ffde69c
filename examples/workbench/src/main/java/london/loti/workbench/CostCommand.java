package london.loti.workbench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import london.loti.evaluation.economics.CostBenefitAccount;
import london.loti.evaluation.economics.CostBenefitModel;
import london.loti.evaluation.economics.WholeLifeComparison;
import london.loti.evaluation.economics.WholeLifeComparison.OptionResult;
import london.loti.evaluation.economics.WholeLifeCostModel;
import london.loti.evaluation.report.CostPage;
import london.loti.model.json.LotiJson;

/** {@code loti cost}. */
@Command(
        name = "cost",
        description = "What options cost over their whole lives, for one council and for several that share: search,"
                + " acquire, integrate, host, support, secure, train, assure, change, exit. It says when open source is"
                + " not best. A model with the schema loti-cost-benefit-1 is a cost-benefit analysis: net present value,"
                + " ratios, how sure they are, and what would have to change.",
        footer = {"", "Example: loti cost model.json --out comparison.json --page comparison.html"})
final class CostCommand implements Callable<Integer> {
    /** What only a whole-life model has, and must have. */
    private static final List<String> WHOLE_LIFE_FIELDS = List.of("years", "council", "adoption", "options");

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL", description = "The model (JSON).")
    private Path model;

    @Option(names = "--out", paramLabel = "JSON", description = "Writes the comparison, or the account, there.")
    private @Nullable Path out;

    @Option(
            names = "--page",
            paramLabel = "HTML",
            description = "Writes the comparison of a whole-life model there as a page, without a network.")
    private @Nullable Path page;

    @Override
    public Integer call() {
        PrintWriter said = spec.commandLine().getOut();
        if (page != null && page.equals(out)) {
            throw new ParameterException(spec.commandLine(), "--out and --page must name two files, but name one");
        }
        boolean costBenefit = isCostBenefit();
        if (page != null && costBenefit) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--page is for a whole-life model, but this is a"
                            + " cost-benefit analysis\nMaybe an evaluation report: it takes one.");
        }
        Object result = costBenefit ? costBenefit(said) : wholeLife(said);
        write(out, LotiJson.write(result));
        if (result instanceof WholeLifeComparison comparison) {
            write(page, CostPage.html(comparison));
        }
        return 0;
    }

    private void write(@Nullable Path file, String content) {
        if (file != null) {
            Outputs outputs = Outputs.besides(file, List.of(model));
            outputs.add(Outputs.nameOf(file), content);
            outputs.write();
        }
    }

    /** A whole-life model has no {@code schema}; a document that is no JSON, or neither model, is told here. */
    private boolean isCostBenefit() {
        Object document = BadInput.check(LotiJson.read(model, Object.class));
        if (!(document instanceof Map<?, ?> fields)) {
            throw otherKind("a model must be one object, from { to }, but is not");
        }
        if (fields.containsKey("schema")) {
            return true;
        }
        if (WHOLE_LIFE_FIELDS.stream().noneMatch(fields::containsKey)) {
            throw otherKind(
                    "a model must say of which kind it is, but has neither a 'schema' nor any of " + WHOLE_LIFE_FIELDS);
        }
        return false;
    }

    private BadInput otherKind(String problem) {
        return BadInput.because(
                BadInput.Code.OTHER_KIND,
                problem + "\nMaybe \"schema\": \"" + CostBenefitModel.SCHEMA
                        + "\" is missing, for a cost-benefit analysis;" + " a whole-life model has " + WHOLE_LIFE_FIELDS
                        + ".",
                String.valueOf(model.getFileName()));
    }

    private CostBenefitAccount costBenefit(PrintWriter said) {
        CostBenefitModel read =
                BadInput.check(CostBenefitModel.read(model), spec.commandLine().getErr());
        CostBenefitAccount account = read.assess();
        said.println(account.title() + ", pounds of " + account.result().priceYear() + ", "
                + years(account.result().years()) + ", discounted by "
                + account.result().schedule());
        account.words().forEach(said::println);
        return account;
    }

    private static String years(int count) {
        return count == 1 ? "1 year" : count + " years";
    }

    private WholeLifeComparison wholeLife(PrintWriter said) {
        WholeLifeCostModel read = BadInput.check(
                WholeLifeCostModel.read(model), spec.commandLine().getErr());
        WholeLifeComparison comparison = read.compare();
        said.println(comparison.title() + ", pounds of " + comparison.priceYear() + ", " + years(comparison.years())
                + ", discounted by " + comparison.schedule());
        for (OptionResult option : comparison.options()) {
            said.printf(
                    Locale.ROOT,
                    "  %-32s present value %,.0f, a year %,.0f, a resident %.2f%n",
                    option.name(),
                    option.presentValue(),
                    option.equivalentAnnualCost(),
                    option.perResident());
        }
        comparison.words().forEach(said::println);
        return comparison;
    }
}
