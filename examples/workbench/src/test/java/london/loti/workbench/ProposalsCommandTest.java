package london.loti.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import london.loti.evaluation.json.ProposalsFile;
import london.loti.evaluation.proposal.ClaimedShare;
import london.loti.evaluation.proposal.Proposals;
import london.loti.evaluation.proposal.Subject;
import london.loti.evaluation.proposal.Target;

import static org.assertj.core.api.Assertions.assertThat;

class ProposalsCommandTest {
    @TempDir
    Path folder;

    private Run services(Path data, Path out) {
        return Run.loti(
                "proposals",
                "services",
                "--data",
                data,
                "--id",
                "service",
                "--outcome",
                "helped",
                "--of",
                "asked",
                "--meaning",
                "helped, of those asked",
                "--directory",
                "anyborough",
                "--directory-version",
                "2026-11",
                "--made-on",
                "2026-11-20",
                "--out",
                out);
    }

    private Path csv(String text) throws IOException {
        return Files.writeString(folder.resolve("services.csv"), text);
    }

    @Test
    void aServiceWithLowSuccessIsProposedForALookAndDecidedOn() throws IOException {
        StringBuilder rows = new StringBuilder("service,helped,asked\n");
        for (int i = 0; i < 12; i++) {
            rows.append('s').append(i).append(',').append(50 + i % 5 * 4).append(",100\n");
        }
        rows.append("low,15,100\ntiny,2,5\n");
        Path file = folder.resolve("proposals.json");
        Run run = services(csv(rows.toString()), file);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("/services/low", "look at it; no value is proposed", "because:", "but:")
                .contains("1 services, claims or areas are too small")
                .doesNotContain("/services/tiny");
        Proposals proposals = ProposalsFile.read(file).orElseThrow();
        String id = proposals.proposals().stream()
                .filter(each -> each.subject().pointer().equals("/services/low"))
                .findFirst()
                .orElseThrow()
                .id();
        Path decisions = Files.writeString(folder.resolve("decisions.json"), """
                {"decisions": [{"proposal": "%s", "answer": "ACCEPTED", "byRole": "directory_editor", "on": "2026-11-25",
                                "why": "They moved in May."}]}
                """.formatted(id));
        Run review = Run.loti("proposals", "review", file, "--decisions", decisions);
        assertThat(review.exit()).as(review.err()).isZero();
        assertThat(review.out()).contains(id + " (accepted) DIRECTORY 'anyborough'", "1 accepted");
        assertThat(Run.loti("proposals", "review", file).out()).contains(id + " (open)");
    }

    @Test
    void whatIsAcceptedIsWrittenAsAPatch() throws IOException {
        Path file = Files.writeString(folder.resolve("proposals.json"), changeOfAClaim());
        String id = ProposalsFile.read(file).orElseThrow().proposals().get(0).id();
        Path decisions = Files.writeString(folder.resolve("decisions.json"), """
                {"decisions": [{"proposal": "%s", "answer": "ACCEPTED", "byRole": "bank_owner", "on": "2026-11-25",
                                "why": "It was asked of those it is about."}]}
                """.formatted(id));
        Path patches = folder.resolve("patches");
        Run run = Run.loti("proposals", "review", file, "--decisions", decisions, "--out", patches);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(patches.resolve("bank-our-bank-3.patch.json"))
                .content()
                .contains("\"op\": \"test\", \"path\": \"/personas/0/claims/2/value\", \"value\": 60")
                .contains("\"op\": \"replace\"", "\"value\": 42");
    }

    private static String changeOfAClaim() {
        return ProposalsFile.of(ClaimedShare.of(0.6, 210, 500)
                        .proposals(
                                Subject.of(Target.BANK, "our-bank", "3").at("personas", "0", "claims", "2", "value"),
                                ClaimedShare.inPercent(),
                                LocalDate.of(2026, 11, 20),
                                "An invented survey"))
                .write();
    }

    @Test
    void badCountsAreToldByTheirCellsAndNothingIsWritten() throws IOException {
        Path out = folder.resolve("none.json");
        Run run = services(csv("service,helped,asked\na,12,10\na,3,20\nb,1,0\n"), out);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .contains(
                        "services.csv, line 2, helped", "services.csv, line 3, service", "services.csv, line 4, asked")
                .doesNotContain("\tat ");
        assertThat(out).doesNotExist();
        assertThat(Run.loti("proposals", "review", folder.resolve("services.csv"))
                        .exit())
                .isEqualTo(1);
        assertThat(Run.loti("proposals").exit()).isEqualTo(2);
    }
}
