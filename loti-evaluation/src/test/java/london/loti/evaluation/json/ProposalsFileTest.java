package london.loti.evaluation.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import london.loti.evaluation.proposal.AreaGap;
import london.loti.evaluation.proposal.ClaimedShare;
import london.loti.evaluation.proposal.Decision;
import london.loti.evaluation.proposal.Proposal;
import london.loti.evaluation.proposal.Proposals;
import london.loti.evaluation.proposal.ServiceSuccess;
import london.loti.evaluation.proposal.Subject;
import london.loti.evaluation.proposal.Target;

import static org.assertj.core.api.Assertions.assertThat;

class ProposalsFileTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

    @TempDir
    private Path folder;

    private static Proposals round() {
        Proposals services = ServiceSuccess.of(
                        "helped, of those contacted",
                        List.of("a", "b", "c", "d"),
                        new int[] {15, 80, 85, 3},
                        new int[] {100, 120, 130, 60})
                .proposals(
                        service -> Subject.of(Target.DIRECTORY, "invented", "1").at(service), DAY, "An invented year");
        Proposals claims = ClaimedShare.of(0.6, 84, 200)
                .proposals(
                        Subject.of(Target.BANK, "london", "1").at("personas", "0", "claims", "0", "text"),
                        ClaimedShare.sentence("{percent} % have no device."),
                        DAY,
                        "An invented survey");
        Proposals areas = AreaGap.of(
                        List.of("a", "b", "c", "d", "e", "f"),
                        new double[] {50, 50, 50, 50, 50, 50},
                        new int[] {50, 50, 50, 50, 50, 250})
                .proposals(Subject.of(Target.RECIPE, "loti-london", "1.0.0"), DAY, "An invented year");
        return services.and(claims).and(areas);
    }

    @Test
    void proposalsComeBackAsTheyWere() throws IOException {
        Proposals round = round();
        assertThat(round.proposals()).extracting(Proposal::kind).contains(Proposal.Kind.CHANGE, Proposal.Kind.LOOK_AT);
        assertThat(round.notShown()).isEqualTo(1);
        Path file = Files.writeString(
                folder.resolve("proposals.json"), ProposalsFile.of(round).write());
        Proposals read = ProposalsFile.read(file).orElseThrow();
        assertThat(ProposalsFile.of(read).write()).isEqualTo(Files.readString(file));
        assertThat(read.proposals())
                .extracting(Proposal::id)
                .isEqualTo(round.proposals().stream().map(Proposal::id).toList());
        assertThat(read).isEqualTo(round);
    }

    @Test
    void theFormOfAFileStays() throws IOException {
        Path file = Files.writeString(
                folder.resolve("proposals.json"), ProposalsFile.of(round()).write());
        assertThat(file)
                .content()
                .contains("\"from\" : \"60 % have no device.\"", "\"madeOn\" : \"2026-11-26\"", "\"notShown\" : 1")
                .contains("\"pointer\" : \"/personas/0/claims/0/text\"", "\"target\" : \"BANK\"")
                .doesNotContain("NaN");
    }

    @Test
    void aProposalThatWasEditedIsRefused() throws IOException {
        String edited = ProposalsFile.of(round()).write().replace("% have no device.\"\n", "% have none.\"\n");
        String moved = ProposalsFile.of(round()).write().replace("\"/personas/0/", "\"/personas/1/");
        for (String json : List.of(edited, moved)) {
            Path file = Files.writeString(folder.resolve("proposals.json"), json);
            assertThat(ProposalsFile.read(file).errors())
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.toString())
                            .contains(
                                    "proposals.json",
                                    "/proposals/",
                                    "must follow from its subject, change and evidence"));
        }
    }

    @Test
    void everyProblemIsTold() throws IOException {
        String json = ProposalsFile.of(round())
                .write()
                .replace("\"BANK\"", "\"BANQUE\"")
                .replace("\"notShown\" : 1", "\"unseen\" : 1, \"notShown\" : 1");
        Path file = Files.writeString(folder.resolve("proposals.json"), json);
        assertThat(ProposalsFile.read(file).findings().toString()).contains("/subject/target", "unseen");
    }

    @Test
    void decisionsComeBackAsTheyWere() throws IOException {
        List<Decision> decisions = List.of(new Decision(
                "0123456789abcdef", Decision.Answer.ACCEPTED, "persona_owner", DAY, "The survey is good."));
        Path file = Files.writeString(folder.resolve("decisions.json"), new DecisionsFile(decisions).write());
        assertThat(DecisionsFile.read(file).orElseThrow()).isEqualTo(decisions);
    }

    @Test
    void aDecisionByAPersonIsRefusedWithoutTheirName() throws IOException {
        Path file = Files.writeString(folder.resolve("decisions.json"), """
                {"decisions": [{"proposal": "ab", "answer": "ACCEPTED", "byRole": "Ada Lovelace", "on": "2026-12-01",
                                "why": "Because."}]}
                """);
        assertThat(DecisionsFile.read(file).findings().toString())
                .contains("role")
                .doesNotContain("Ada");
    }
}
