package london.loti.evaluation.json;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.proposal.Change;
import london.loti.evaluation.proposal.Proposal;
import london.loti.evaluation.proposal.ProposalProblem;
import london.loti.evaluation.proposal.Proposals;
import london.loti.evaluation.proposal.Subject;
import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.Where;
import london.loti.model.json.LotiJson;

/**
 * The form of {@code proposals.json}.
 *
 * <pre>{@code
 * {"notShown": 2, "proposals": [
 *   {"id": "2b1d...", "kind": "CHANGE", "madeOn": "2026-11-26", "source": "Survey of spring 2026",
 *    "subject": {"target": "BANK", "id": "london", "version": "1", "pointer": "/personas/3/claims/0/text"},
 *    "change": {"from": "60 % have no device.", "to": "42 % have no device."},
 *    "reason": "...", "evidence": {"method": "proportion", "n": 480, "estimates": [...]}, "speaksAgainst": ["..."]}]}
 * }</pre>
 *
 * @param proposals the proposals of a round
 * @param notShown how many could not be looked at, because too few people are behind them
 */
public record ProposalsFile(List<Entry> proposals, int notShown) {
    /**
     * One proposal.
     *
     * @param id its id, which must follow from the rest
     * @param subject what it is about
     * @param kind whether a value is proposed
     * @param change the value proposed, or absent
     * @param reason why
     * @param evidence the numbers
     * @param speaksAgainst what speaks against it
     * @param madeOn the day
     * @param source where the counts are from
     */
    public record Entry(
            String id,
            Subject subject,
            Proposal.Kind kind,
            @Nullable Change change,
            String reason,
            ResultFile evidence,
            List<String> speaksAgainst,
            LocalDate madeOn,
            String source) {

        /**
         * Checks what a proposal checks.
         *
         * @param id its id
         * @param subject what it is about
         * @param kind whether a value is proposed
         * @param change the value proposed, or null
         * @param reason why
         * @param evidence the numbers
         * @param speaksAgainst what speaks against it
         * @param madeOn the day
         * @param source where the counts are from
         */
        public Entry {
            Objects.requireNonNull(id, "a proposal needs an 'id'");
            Objects.requireNonNull(evidence, "a proposal needs its 'evidence'");
            toProposal(subject, kind, change, reason, evidence, speaksAgainst, madeOn, source);
        }

        private static Entry of(Proposal proposal) {
            return new Entry(
                    proposal.id(),
                    proposal.subject(),
                    proposal.kind(),
                    proposal.change(),
                    proposal.reason(),
                    ResultFile.of(proposal.evidence()),
                    proposal.speaksAgainst(),
                    proposal.madeOn(),
                    proposal.source());
        }

        private Proposal toProposal() {
            return toProposal(subject, kind, change, reason, evidence, speaksAgainst, madeOn, source);
        }

        private static Proposal toProposal(
                Subject subject,
                Proposal.Kind kind,
                @Nullable Change change,
                String reason,
                ResultFile evidence,
                List<String> speaksAgainst,
                LocalDate madeOn,
                String source) {
            return new Proposal(subject, kind, change, reason, evidence.toEffect(), speaksAgainst, madeOn, source);
        }
    }

    /**
     * Copies the list.
     *
     * @param proposals the proposals of a round
     * @param notShown how many could not be looked at, 0 or more
     */
    public ProposalsFile {
        proposals = List.copyOf(Objects.requireNonNull(proposals, "a round needs its 'proposals'"));
        if (notShown < 0) {
            throw new IllegalArgumentException("'notShown' must be 0 or more");
        }
    }

    /**
     * {@return the form of proposals}
     *
     * @param proposals the proposals of a round
     */
    public static ProposalsFile of(Proposals proposals) {
        return new ProposalsFile(proposals.proposals().stream().map(Entry::of).toList(), proposals.notShown());
    }

    /**
     * {@return the proposals in a file, or the findings alone where one of them is an error} A proposal whose id does not
     * follow from its subject, change and evidence is an error: it was changed after it was made.
     *
     * @param file the file
     */
    public static Checked<Proposals> read(Path file) {
        Checked<ProposalsFile> read = LotiJson.read(file, ProposalsFile.class);
        if (read.value().isEmpty()) {
            return read.map(ProposalsFile::toProposals);
        }
        Findings findings = new Findings();
        findings.addAll(read.findings());
        List<Entry> entries = read.orElseThrow().proposals;
        for (int i = 0; i < entries.size(); i++) {
            if (!entries.get(i).id.equals(entries.get(i).toProposal().id())) {
                findings.add(Finding.error(
                        ProposalProblem.CHANGED_PROPOSAL,
                        "a proposal's id must follow from its subject, change and evidence, but does not\nMaybe it was edited"
                                + " by hand: make the proposals again.",
                        Where.column(String.valueOf(file.getFileName()), "/proposals/" + i)));
            }
        }
        return findings.check(read.orElseThrow().toProposals());
    }

    /** {@return the proposals} */
    public Proposals toProposals() {
        List<Proposal> all = new ArrayList<>();
        proposals.forEach(entry -> all.add(entry.toProposal()));
        return new Proposals(all, notShown);
    }

    /** {@return canonical JSON, with a line feed at the end} */
    public String write() {
        return LotiJson.write(this);
    }
}
