package london.loti.workbench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import london.loti.examples.borough.InventedBorough;
import london.loti.examples.borough.InventedLessons;
import london.loti.examples.borough.InventedSurvey;
import london.loti.mapping.index.AreaIndex;
import london.loti.model.disclosure.DisclosureRule;
import london.loti.persona.attribute.Sample;
import london.loti.persona.attribute.SampleReader;
import london.loti.persona.bank.PersonaBank;

/** {@code loti demo}: the main job on a borough that does not exist. */
@Command(
        name = "demo",
        description =
                "Runs the main job on an invented borough: table and boundaries, index, map and manifests; then a"
                        + " survey against the persona bank, a year of referrals with what became of them, and whether lessons helped.",
        footer = {"", "Example: loti demo --out demo"})
final class DemoCommand implements Callable<Integer> {
    private static final long SEED = 2021;
    private static final String SURVEY = "survey.csv";
    private static final int PEOPLE = 1_200;
    private static final int LINES_OF_FIT = 6;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "loti-demo",
            description = "Folder for the results. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Override
    public Integer call() {
        PrintWriter said = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        InventedBorough borough = InventedBorough.withSeed(SEED);
        // What a user keeps in this folder is no demo's to replace.
        List<Path> own = new ArrayList<>(List.of(
                out.resolve("table.csv"),
                out.resolve("boundaries.geojson"),
                out.resolve(SURVEY),
                out.resolve(DemoLessons.DATA)));
        Manifests.ownRecipe(out).ifPresent(own::add);
        Outputs inputs = new Outputs(out, own);
        inputs.add("table.csv", borough.tableCsv());
        inputs.add("boundaries.geojson", borough.boundariesGeoJson());
        PersonaBank bank = PersonaBank.london();
        inputs.add(SURVEY, InventedSurvey.csv(bank, PEOPLE, SEED));
        inputs.add(DemoLessons.DATA, InventedLessons.csv(SEED));
        RecipeDocument recipe = RecipeDocument.read("loti-london");
        inputs.add(RecipeDocument.FILE, recipe.json());
        inputs.write();

        Choices choices = new Choices(null, null, null, DisclosureRule.withDefaults());
        IndexRun index = IndexRun.of(recipe, List.of(out.resolve("table.csv")), choices, err);
        Outputs scores = new Outputs(out);
        index.addTo(scores);
        scores.write();

        MapRun map = MapRun.of(out.resolve(IndexRun.SCORES), out.resolve("boundaries.geojson"), choices, err);
        Outputs page = new Outputs(out);
        map.addTo(page, "map.html");
        page.write();
        report(borough, index.index(), said);
        personas(bank, said, err);
        DemoReferrals.conversation(said);
        DemoReferrals.search(SEED, said);
        Outputs year = new Outputs(out);
        DemoReferrals.year(borough, SEED, year, said);
        year.write();
        Outputs lessons = new Outputs(out);
        DemoLessons.evaluate(out, lessons, said);
        lessons.write();
        hints(said);
        return 0;
    }

    private void report(InventedBorough borough, AreaIndex index, PrintWriter said) {
        int highest = index.rowsByRank().get(0);
        said.println(borough.name() + ": " + index.rankedCount() + " areas, by the recipe "
                + index.recipe().id() + ".");
        said.println("The area with the highest estimated need, and why:");
        said.println(
                index.explain(index.table().codes().get(highest)).orElseThrow().words());
    }

    /** Who: an invented survey of the borough against loti's bank. */
    private void personas(PersonaBank bank, PrintWriter said, PrintWriter err) {
        Sample sample = BadInput.check(SampleReader.of(bank.attributes()).read(out.resolve(SURVEY)), err);
        said.println();
        said.println(
                "Do the personas of the bank '" + bank.id() + "' fit? An invented survey of " + PEOPLE + " people:");
        PersonaFitCommand.report(bank, sample, DisclosureRule.withDefaults()).stream()
                .limit(LINES_OF_FIT)
                .forEach(line -> said.println("  " + line));
        said.println();
        said.println("How many in an area may be like a persona, as far as open data can tell:");
        said.flush();
        Loti.run(
                said,
                err,
                "persona",
                "bounds",
                "--bank",
                "london",
                "--table",
                out.resolve("table.csv").toString());
    }

    private void hints(PrintWriter said) {
        said.println();
        said.println("Where to look next:");
        hint(said, out.resolve("map.html").toString(), "open it in a browser; it needs no network");
        hint(said, out.resolve(IndexRun.SCORES).toString(), "every value and score, one row an area");
        hint(said, out.resolve(ReferralsReportCommand.PAGE).toString(), "what became of the referrals, for whom");
        hint(said, out.resolve(DemoLessons.PAGE).toString(), "whether the lessons helped, as a report");
        hint(
                said,
                "loti evaluate did --data " + out.resolve(DemoLessons.DATA)
                        + " --outcome confidence --group group --time wave --cluster centre"
                        + " --convention treated=taught",
                "the lessons again");
        hint(said, "loti recompute " + out.resolve(IndexRun.MANIFEST), "recompute every number and compare");
        hint(said, "loti persona fit --bank london --sample " + out.resolve(SURVEY), "the rest of that fit");
        hint(said, "loti persona lint london", "what is weak in the bank");
        hint(said, "loti recipes loti-london", "the recipe, to start your own from");
    }

    private static void hint(PrintWriter said, String what, String why) {
        said.printf("  %-44s %s%n", what, why);
    }
}
