package london.loti.quickstart;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A council's own module requires loti's modules, on the module path, without opening anything to them. */
class ModulePathTest {
    private static final String MODULE = """
            module council {
                requires london.loti.mapping;
                requires london.loti.persona;
                requires london.loti.referral;
                requires london.loti.evaluation;
                requires london.loti.examples.borough;
                opens council.form to org.hibernate.validator;
            }
            """;

    private static final String FORM = """
            package council.form;

            import london.loti.model.validation.UkPostcode;

            public record AddressForm(@UkPostcode String postcode) {}
            """;

    private static final String PROGRAM = """
            package council;

            import java.time.Clock;
            import java.time.Instant;
            import java.time.LocalDate;
            import java.util.List;
            import london.loti.examples.borough.InventedBorough;
            import london.loti.mapping.index.IndexBuilder;
            import london.loti.mapping.recipe.Recipe;
            import london.loti.mapping.geojson.GeoJsonReader;
            import london.loti.mapping.map.MapPage;
            import london.loti.model.disclosure.DisclosureRule;
            import london.loti.model.json.LotiJson;
            import london.loti.model.service.Schedule;
            import london.loti.model.validation.LotiValidation;
            import london.loti.persona.bank.BankDiff;
            import london.loti.persona.bank.PersonaBank;
            import london.loti.persona.fit.Proportion;
            import london.loti.persona.match.Answers;
            import london.loti.persona.match.PersonaMatcher;
            import london.loti.referral.calendar.Nation;
            import london.loti.referral.calendar.WorkingDays;
            import london.loti.referral.curation.CurationPolicy;
            import london.loti.referral.opening.OpeningHours;
            import london.loti.referral.opening.OpeningPolicy;

            public final class Main {
                public static void main(String[] args) throws Exception {
                    InventedBorough borough = InventedBorough.withSeed(2021);
                    Recipe recipe = Recipe.bundled("loti-london");
                    var index = IndexBuilder.of(recipe).build(borough.table()).orElseThrow();
                    var file = java.nio.file.Files.writeString(java.nio.file.Path.of(args[0]), borough.boundariesGeoJson());
                    var boundaries = GeoJsonReader.withDefaults().read(file).orElseThrow();
                    var scores = DisclosureRule.withDefaults().apply(index.toTable());
                    String html = MapPage.of(recipe, scores, boundaries).orElseThrow().html();
                    var findings = LotiValidation.with(Clock.systemUTC()).check("form", new council.form.AddressForm("no"));
                    System.out.println(Main.class.getModule().isNamed() + " " + index.rankedCount() + " "
                            + html.contains("areas, not people") + " " + LotiJson.write(recipe).contains("loti-london")
                            + " " + findings.size() + " " + persona() + " " + referral());
                }

                private static String referral() {
                    var calendar = WorkingDays.of(Nation.ENGLAND_AND_WALES);
                    var secondTuesday = Schedule.builder("s").freq("MONTHLY").byday("2TU")
                            .opensAt("10:00").closesAt("12:00").build();
                    var hours = OpeningHours.of(List.of(secondTuesday), calendar, OpeningPolicy.bundled());
                    return calendar.isBankHoliday(LocalDate.of(2026, 12, 28)) + " "
                            + hours.isOpenAt(Instant.parse("2026-12-08T11:00:00Z")) + " "
                            + CurationPolicy.bundled().id();
                }

                private static String persona() {
                    PersonaMatcher matcher = PersonaMatcher.of(PersonaBank.london());
                    Answers answers = Answers.to(matcher.bank()).with("device", "none");
                    int changes = BankDiff.between(matcher.bank(), matcher.bank()).changes().size();
                    return matcher.match(answers).words().startsWith("No suggestion") + " " + changes + " "
                            + Proportion.of(81, 263).words().contains("30.8");
                }
            }
            """;

    @Test
    void aNamedModuleCanUseEverything(@TempDir Path folder) throws IOException, InterruptedException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Assumptions.assumeTrue(compiler != null, "no compiler: this Java is not a JDK");
        Path sources = folder.resolve("src");
        write(sources.resolve("module-info.java"), MODULE);
        write(sources.resolve("council/form/AddressForm.java"), FORM);
        write(sources.resolve("council/Main.java"), PROGRAM);
        Path classes = folder.resolve("classes");
        String modulePath = modulePath();
        List<String> files;
        try (Stream<Path> all = Files.walk(sources)) {
            files = all.filter(Files::isRegularFile).map(Path::toString).toList();
        }
        List<String> arguments = Stream.concat(
                        Stream.of("-d", classes.toString(), "--module-path", modulePath, "-Xlint:-requires-automatic"),
                        files.stream())
                .toList();
        assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--module-path",
                        modulePath + File.pathSeparator + classes,
                        "--module",
                        "council/council.Main",
                        folder.resolve("b.geojson").toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(printed.strip()).endsWith("true 150 true true 1 true 0 true true true curation-policy");
    }

    /** What is on the class path of this test, save test libraries. */
    private static String modulePath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes"))
                .filter(entry -> !entry.contains("quickstart"))
                .filter(entry -> !entry.matches(
                        ".*(junit|assertj|archunit|opentest4j|apiguardian|byte-buddy|surefire|h2database|flywaydb).*"))
                .filter(entry -> new File(entry).exists())
                .reduce((a, b) -> a + File.pathSeparator + b)
                .orElseThrow();
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
