package london.loti.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class CostCommandTest {
    /** The invented documents of the library's own tests, by the folder beside this module. */
    private static final Path EXAMPLES =
            Path.of("../../loti-evaluation/src/test/resources/london/loti/evaluation/economics");

    @TempDir
    Path folder;

    @Test
    void aCostBenefitModelIsToldByItsSchema() throws IOException {
        Path model = EXAMPLES.resolve("COST-BENEFIT.json");
        Path out = folder.resolve("account.json");
        Run run = Run.loti("cost", model, "--out", out);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("Digital skills sessions in Anyborough (invented), pounds of 2026, 4 years")
                .contains(
                        "Net present value",
                        "times the public costs",
                        "a ratio above 1",
                        "Paid back",
                        "'reach' from",
                        "(its 5th and 95th percentiles) takes");
        assertThat(out).content().contains("\"publicBenefitCostRatio\"", "\"tornado\"", "\"words\"");
        Path bad = Files.writeString(
                folder.resolve("bad.json"),
                Files.readString(model).replace("\"side\": \"COST\"", "\"side\": \"COSTS\""));
        Run refused = Run.loti("cost", bad, "--out", folder.resolve("none.json"));
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("bad.json, line 10", "bad.json, line 12", "'COST' is meant");
        assertThat(folder.resolve("none.json")).doesNotExist();
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"schema\": ");
        assertThat(Run.loti("cost", broken).err()).contains("breaks off", "1 error");
    }

    @Test
    void aModelOfNoKnownKindIsToldWhatIsMissing() throws IOException {
        String good = Files.readString(EXAMPLES.resolve("COST-BENEFIT.json"));
        Path bare = Files.writeString(
                folder.resolve("bare.json"), good.replace("\"schema\": \"loti-cost-benefit-1\",", ""));
        Run neither = Run.loti("cost", bare);
        assertThat(neither.exit()).isEqualTo(1);
        assertThat(neither.err())
                .contains("bare.json", "\"schema\": \"loti-cost-benefit-1\" is missing")
                .doesNotContain("/years");
        Path other = Files.writeString(folder.resolve("other.json"), good.replace("benefit-1", "benefit-9"));
        assertThat(Run.loti("cost", other).err())
                .contains("other.json, line 2", "'schema' must be loti-cost-benefit-1", "1 error");
        Path array = Files.writeString(folder.resolve("array.json"), "[" + good + "]");
        assertThat(Run.loti("cost", array).err()).contains("array.json", "a model must be one object", "1 error");
        Path huge = Files.writeString(folder.resolve("huge.json"), good.replace("[60000,", "[1e308,"));
        assertThat(Run.loti("cost", huge).err())
                .contains("huge.json, line 10", "at most 1e15")
                .doesNotContain("\tat ");
    }

    @Test
    void oneYearIsOneYear() throws IOException {
        String good = Files.readString(EXAMPLES.resolve("COST-BENEFIT.json"));
        Path year = Files.writeString(
                folder.resolve("year.json"), good.replaceAll("\"amounts\": \\[[^]]*]", "\"amounts\": [100]"));
        assertThat(Run.loti("cost", year).out()).contains("pounds of 2026, 1 year, discounted");
    }

    @Test
    void aMachineInAnotherLocalePrintsTheSame() throws IOException {
        Path options = Files.writeString(folder.resolve("options.json"), """
                {
                  "id": "o", "title": "Options (invented)",
                  "criteria": [{"id": "reach", "name": "Reach", "weight": 1, "why": "invented"}, {"id": "cost", "name": "Cost", "weight": 2, "why": "invented"}],
                  "options": [
                    {"id": "none", "name": "Nothing", "kind": "DO_NOTHING", "scores": {"reach": 0, "cost": 70.5}, "meets": {}},
                    {"id": "some", "name": "Something", "kind": "DO_SOMETHING", "scores": {"reach": 61.5, "cost": 40}, "meets": {}}
                  ]
                }
                """);
        Locale before = Locale.getDefault();
        Run cost = Run.loti("cost", EXAMPLES.resolve("MODEL.json"));
        Run account = Run.loti("cost", EXAMPLES.resolve("COST-BENEFIT.json"));
        Run appraise = Run.loti("appraise", options);
        assertThat(cost.exit()).as(cost.err()).isZero();
        assertThat(appraise.exit()).as(appraise.err()).isZero();
        try {
            for (String language : new String[] {"de-DE", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva"}) {
                Locale.setDefault(Locale.forLanguageTag(language));
                assertThat(Run.loti("cost", EXAMPLES.resolve("MODEL.json"))).isEqualTo(cost);
                assertThat(Run.loti("cost", EXAMPLES.resolve("COST-BENEFIT.json")))
                        .isEqualTo(account);
                assertThat(Run.loti("appraise", options)).isEqualTo(appraise);
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}
