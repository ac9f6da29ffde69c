package london.loti.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import london.loti.evaluation.proposal.Proposal;
import london.loti.evaluation.proposal.Proposals;
import london.loti.evaluation.proposal.Target;
import london.loti.examples.borough.InventedBorough;
import london.loti.examples.borough.InventedDirectory;
import london.loti.examples.borough.InventedReferrals;
import london.loti.mapping.recipe.Recipe;
import london.loti.mapping.recipe.RecipeReader;
import london.loti.model.disclosure.DisclosureRule;
import london.loti.model.need.Answer;
import london.loti.model.need.ConceptRef;
import london.loti.model.privacy.Sensitive;
import london.loti.model.service.Service;
import london.loti.referral.calendar.Nation;
import london.loti.referral.calendar.WorkingDays;
import london.loti.referral.directory.openreferral.FeedForm;
import london.loti.referral.directory.openreferral.OpenReferralWriter;
import london.loti.referral.directory.openreferral.Standard;
import london.loti.referral.eligibility.EligibilityState;
import london.loti.referral.feedback.Period;
import london.loti.referral.feedback.ReferralReport;
import london.loti.referral.feedback.ReferralReports;
import london.loti.referral.journey.DeadlinePolicy;
import london.loti.referral.journey.WorkingTime;
import london.loti.referral.message.MessageSender;
import london.loti.referral.message.OutgoingMessage;
import london.loti.referral.seal.KeyWrapper;
import london.loti.referral.seal.Sealer;
import london.loti.referral.store.InMemoryReferralStore;

import static org.assertj.core.api.Assertions.assertThat;

/** The programs run, and the documents quote them and the recipes as they are. */
class QuickstartTest {
    private static final Path PROJECT = Path.of("../..");
    private static final InventedBorough BOROUGH = InventedBorough.withSeed(2021);

    @Test
    void tableBecomesIndexExplanationAndMap(@TempDir Path folder) throws IOException {
        Path csv = Files.writeString(folder.resolve("table.csv"), BOROUGH.tableCsv());
        Path geoJson = Files.writeString(folder.resolve("boundaries.geojson"), BOROUGH.boundariesGeoJson());
        String why = IndexAndMap.run(csv, geoJson, folder.resolve("map.html"));
        assertThat(why).contains("rank 1 of 150", "adds");
        assertThat(Files.readString(folder.resolve("map.html"))).contains("areas, not people");
    }

    @Test
    void movedWeightsBringOtherAreasIntoTheHighestTenth() {
        Recipe recipe = Recipe.bundled("loti-london");
        assertThat(WhatIf.newInHighestTenth(recipe, BOROUGH.table(), Map.of())).isEmpty();
        assertThat(WhatIf.newInHighestTenth(recipe, BOROUGH.table(), Map.of("money", 9.0)))
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(15);
    }

    @Test
    void aFeedIsSearchedForOneResidentWithReasons(@TempDir Path folder) throws IOException {
        Path feed = folder.resolve("feed.ndjson");
        List<Service> invented = InventedDirectory.services(2021, 400);
        OpenReferralWriter.to(Standard.HSDS_3_1).write(invented, FeedForm.NDJSON, feed);
        List<String> lines = FindServices.run(feed, "learn to use a computer", Instant.parse("2026-11-24T11:00:00Z"));
        assertThat(lines).first().asString().contains("It is about", "It takes referrals", "At that time: open until");
        assertThat(lines).anyMatch(line -> line.startsWith("left out: ") && line.endsWith("not open at the time"));
        assertThat(lines.stream()
                        .filter(line -> line.startsWith("left out: "))
                        .mapToInt(line -> Integer.parseInt(line.split(" ", -1)[2]))
                        .sum())
                .isBetween(1, invented.size());
    }

    @Test
    void anInstrumentOfOnesOwnIsScoredAndTheChangeToldWithItsInterval(@TempDir Path folder) throws IOException {
        Path instrument = Files.writeString(folder.resolve("tablet.json"), """
                {"id": "tablet_confidence", "title": "Confidence with a tablet", "version": "1", "status": "UNVERIFIED",
                 "sources": [{"id": "own", "title": "Our questions", "publisher": "An invented council",
                              "date": "2026", "licence": "OGL-UK-3.0"}],
                 "gate": "FREE",
                 "items": [
                   {"id": "open", "wording": "I can find what I am looking for.", "lowest": 1, "highest": 5},
                   {"id": "afraid", "wording": "I am afraid of breaking it.", "lowest": 1, "highest": 5,
                    "reversed": true}],
                 "scores": [{"id": "confidence", "method": "MEAN", "items": ["open", "afraid"],
                             "direction": "HIGHER_IS_BETTER"}]}
                """);
        Path responses = Files.writeString(folder.resolve("responses.csv"), """
                person,wave,open,afraid
                a1,before,2,4
                a1,after,4,2
                b2,before,1,5
                b2,after,2,4
                c3,before,3,3
                c3,after,3,2
                """);
        assertThat(OwnInstrument.run(instrument, responses))
                .startsWith("Confidence with a tablet: changed by 1.17 points (95 % from -0.73 to 3.06)");
    }

    @Test
    void feedbackBecomesProposalsAndOnlyWhatIsAcceptedAPatch(@TempDir Path folder) throws IOException {
        Proposals proposals = ProposalsFromFeedback.propose(yearOfReferrals(), 210, 500, LocalDate.of(2027, 1, 8));
        assertThat(proposals.proposals())
                .allSatisfy(proposal -> assertThat(proposal.speaksAgainst()).isNotEmpty())
                .filteredOn(proposal -> proposal.subject().target() == Target.DIRECTORY)
                .allSatisfy(proposal -> assertThat(proposal.change()).isNull());
        Proposal claim = proposals.proposals().stream()
                .filter(proposal -> proposal.kind() == Proposal.Kind.CHANGE)
                .findFirst()
                .orElseThrow();
        Path decisions = Files.writeString(folder.resolve("decisions.json"), """
                {"decisions": [{"proposal": "%s", "answer": "ACCEPTED", "byRole": "persona_owner", "on": "2027-01-20",
                                "why": "The survey asked those whom the persona stands for."}]}
                """.formatted(claim.id()));
        // by hand: 210 of 500 is 42 per cent, and half of Wilson's interval is 4.3 points
        assertThat(ProposalsFromFeedback.accepted(proposals, decisions)).containsExactly("""
                [
                  {"op": "test", "path": "/personas/0/claims/2/text", "value": "60 % of people like this have no device of \
                their own."},
                  {"op": "replace", "path": "/personas/0/claims/2/text", "value": "42 % of people like this have no device \
                of their own."}
                ]
                """);
    }

    private static ReferralReport yearOfReferrals() {
        InMemoryReferralStore store = new InMemoryReferralStore();
        SecureRandom random = new SecureRandom();
        byte[] key = new byte[32];
        random.nextBytes(key);
        Sealer sealer = Sealer.of(store, KeyWrapper.aes("test", new SecretKeySpec(key, "AES"), random), random)
                .keepingKeysFor(Duration.ofMinutes(10), Clock.systemUTC());
        WorkingTime time = WorkingTime.of(WorkingDays.of(Nation.ENGLAND_AND_WALES));
        return ReferralReports.of(DisclosureRule.withDefaults(), DeadlinePolicy.withDefaults(), time)
                .withAreas(InventedReferrals.wards(BOROUGH))
                .report(
                        InventedReferrals.addYear(store, sealer, BOROUGH, 600, 7),
                        List.of(),
                        new Period(InventedReferrals.firstDay(), InventedReferrals.lastDay()));
    }

    @Test
    void ratingsBecomeOneSentenceAndThePairToLookAt(@TempDir Path folder) throws IOException {
        Path csv = Files.writeString(folder.resolve("ratings.csv"), """
                case,rater_a,rater_b,rater_c
                1,Rose,Rose,Rose
                2,Amir,Joan,Amir
                3,Joan,Joan,Amir
                4,Amir,Amir,
                5,Rose,Rose,Rose
                6,Joan,Amir,Joan
                """);
        // by hand: observed disagreement 6/17, expected (17² − 6² − 6² − 5²)/(17·16) = 12/17
        assertThat(RaterAgreement.run(csv))
                .startsWith("Krippendorff's alpha, nominal: 0.50 (95 % interval ")
                .endsWith("Look first at Amir and Joan: confused in 3 cases.");
    }

    @Test
    void anAgencysOwnAttributeIsAskedAndMatched() {
        assertThat(OwnBank.bank().personas()).hasSize(13);
        assertThat(OwnBank.bank().persona("on_a_boat").orElseThrow().origin())
                .hasFieldOrPropertyWithValue("persona", "working_on_prepaid_data");
        assertThat(OwnBank.run()).contains("No suggestion: too little is known").contains("Ask next: ");
    }

    @Test
    void aMessageLiesInACouncilsOwnFolderOnce(@TempDir Path folder) throws IOException {
        OutgoingMessage message = new OutgoingMessage(
                "message-1",
                ConceptRef.parse("channels:post"),
                Sensitive.of("1 Heron Row\nZZ99 1AA"),
                "From the council",
                false,
                Sensitive.of("We have asked Online Basics to help you."));
        OwnMessageSender sender = new OwnMessageSender(folder);
        assertThat(sender.send(message)).isEqualTo(new MessageSender.Accepted());
        assertThat(sender.send(message)).as("at least once").isEqualTo(new MessageSender.Accepted());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).containsExactly("message-1.txt");
        }
        assertThat(Files.readString(folder.resolve("message-1.txt"))).isEqualTo("""
                By: post
                To: 1 Heron Row, ZZ99 1AA
                Subject: From the council

                We have asked Online Basics to help you.
                """);
        assertThat(new OwnMessageSender(folder.resolve("absent")).send(message))
                .isEqualTo(new MessageSender.Failed("folder-not-writable", true));
    }

    @Test
    void aCouncilsOwnRuleDecidesWithTheOthers() {
        assertThat(OwnEligibilityRule.run(Answer.NO).words())
                .isEqualTo("it is for ages 18 and over; the household has no loan yet;"
                        + " it is for postcodes that begin with ZZ99; it states all its conditions");
        assertThat(OwnEligibilityRule.run(Answer.YES).state()).isEqualTo(EligibilityState.NOT_ELIGIBLE);
        assertThat(OwnEligibilityRule.run(Answer.NOT_ASKED).words())
                .isEqualTo("ask whether the household has a loan already");
    }

    @Test
    void readmeQuotesTheProgramAsItIs() throws IOException {
        String program = Files.readString(Path.of("src/main/java/london/loti/quickstart/IndexAndMap.java"));
        Matcher quoted = Pattern.compile("// README: begin\n(.*)\n *// README: end", Pattern.DOTALL)
                .matcher(program);
        assertThat(quoted.find()).isTrue();
        String snippet = quoted.group(1).stripIndent().strip();
        assertThat(snippet.lines().filter(line -> !line.isBlank())).hasSizeLessThanOrEqualTo(12);
        assertThat(Files.readString(PROJECT.resolve("README.md"))).contains(snippet);
    }

    @Test
    void everyRecipeInTheDocumentsIsARecipe() throws IOException {
        String guide = Files.readString(PROJECT.resolve("docs/recipes.md"));
        List<String> recipes = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL)
                .matcher(guide)
                .results()
                .map(block -> block.group(1))
                .toList();
        assertThat(recipes)
                .isNotEmpty()
                .allSatisfy(json -> assertThat(
                                RecipeReader.read("recipes.md", json.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                        .findings())
                        .isEmpty());
    }

    @Test
    void readmeNamesEveryCommandAndRecipe() throws IOException {
        String readme = Files.readString(PROJECT.resolve("README.md"));
        assertThat(readme).contains(RecipeReader.bundledNames());
        assertThat(readme)
                .contains("loti demo", "loti index", "loti map", "loti recompute", "loti recipes")
                .contains(
                        "persona agree",
                        "persona bounds",
                        "persona diff",
                        "persona fit",
                        "persona lint",
                        "persona match");
    }
}
