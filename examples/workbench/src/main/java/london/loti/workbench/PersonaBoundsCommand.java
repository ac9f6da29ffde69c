package london.loti.workbench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import london.loti.mapping.source.TableReader;
import london.loti.mapping.source.TableWriter;
import london.loti.model.area.AreaCode;
import london.loti.model.area.AreaTable;
import london.loti.model.finding.Checked;
import london.loti.model.metric.Metric;
import london.loti.model.metric.MetricUnit;
import london.loti.persona.bank.AreaProxy;
import london.loti.persona.bank.Persona;
import london.loti.persona.bank.PersonaBank;
import london.loti.persona.fit.PersonaBounds;

/** {@code loti persona bounds}. */
@Command(
        name = "bounds",
        description =
                "Tells between which shares those with a persona's traits must lie in each area: what a census can"
                        + " say, and where it can't say more. About areas only, never about a resident.",
        footer = {"", "Example: loti persona bounds --bank london --table lsoa21_indicators.csv"})
final class PersonaBoundsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--bank", required = true, paramLabel = "BANK", description = BankArgument.DESCRIPTION)
    private String bank;

    @Option(
            names = "--table",
            required = true,
            paramLabel = "CSV",
            description = "One row an area, with the columns that the personas name as area proxies.")
    private Path table;

    @Option(names = "--out", paramLabel = "CSV", description = "Three columns a persona; default: only a summary.")
    private @Nullable Path out;

    @Mixin
    private RunOptions options;

    @Override
    public Integer call() {
        PrintWriter said = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        PersonaBank read = BankArgument.read(bank);
        List<Persona> bounded =
                read.personas().stream().filter(p -> !p.areaProxies().isEmpty()).toList();
        if (bounded.isEmpty()) {
            throw BadInput.because(
                    BadInput.Code.NO_PROXY, "a persona must name 'areaProxies' to be bounded, but none does", bank);
        }
        AreaTable areas = BadInput.check(
                TableReader.of(metrics(bounded)).withVintage(options.vintage()).read(table), err);
        Map<Persona, PersonaBounds> bounds = new LinkedHashMap<>();
        for (Persona persona : bounded) {
            List<String> columns =
                    persona.areaProxies().stream().map(AreaProxy::column).toList();
            Checked<PersonaBounds> checked = PersonaBounds.of(persona.id(), areas, columns);
            bounds.put(persona, BadInput.check(checked, err));
        }
        if (out != null) {
            write(out, bounds.values().stream().map(PersonaBounds::table).toList());
        }
        bounds.forEach((persona, of) -> tell(persona, of, said));
        said.println("About areas only: who lives in an area is not an area's average.");
        if (out != null) {
            said.println("Written: " + out);
        }
        return 0;
    }

    private static List<Metric> metrics(List<Persona> personas) {
        Map<String, Metric> metrics = new LinkedHashMap<>();
        for (Persona persona : personas) {
            for (AreaProxy proxy : persona.areaProxies()) {
                String population = proxy.population() == MetricUnit.HOUSEHOLDS ? "households" : "people";
                metrics.put(
                        proxy.column(),
                        new Metric(proxy.column(), proxy.label(), proxy.unit(), null, population, null));
            }
        }
        return List.copyOf(metrics.values());
    }

    /** The area where most may be like the persona, and how far the ends lie apart over all areas. */
    private static void tell(Persona persona, PersonaBounds bounds, PrintWriter said) {
        AreaTable table = bounds.table();
        int highest = -1;
        for (int row = 0; row < table.rowCount(); row++) {
            boolean there = !table.isMissing(row, 2);
            if (there && (highest < 0 || table.value(row, 2) > table.value(highest, 2))) {
                highest = row;
            }
        }
        said.println(persona.name() + " (" + persona.id() + "), by "
                + persona.areaProxies().stream().map(AreaProxy::label).toList() + ":");
        if (highest < 0) {
            said.println("  no area has all of its columns");
            return;
        }
        AreaCode area = table.codes().get(highest);
        said.println("  most in " + area + " " + table.names().get(highest) + ": " + bounds.words(area));
    }

    private void write(Path place, List<AreaTable> bounds) {
        AreaTable all = bounds.stream().reduce(AreaTable::join).orElseThrow();
        List<Path> inputs = new ArrayList<>(List.of(table));
        inputs.addAll(BankArgument.files(bank));
        Outputs outputs = Outputs.besides(place, inputs);
        outputs.add(Outputs.nameOf(place), TableWriter.toCsv(all));
        outputs.write();
    }
}
