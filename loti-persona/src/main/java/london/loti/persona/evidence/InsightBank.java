package london.loti.persona.evidence;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.json.LotiJson;
import london.loti.model.provenance.Source;

/**
 * Evidence in its atoms: what was done (experiments), what was found (facts), what that makes people think (insights)
 * and what should follow (recommendations). Each points at what it rests on, so that a claim can be followed down to a
 * source with its date and place. After Pidcock's and Sharon's atomic research.
 *
 * @param sources where facts come from
 * @param experiments what was done; a document may leave them out
 * @param facts what was found
 * @param insights what is thought; a document may leave them out
 * @param recommendations what should follow; a document may leave them out
 */
public record InsightBank(
        List<Source> sources,
        List<Experiment> experiments,
        List<Fact> facts,
        List<Insight> insights,
        List<Recommendation> recommendations) {

    /** The rules between the parts. */
    public enum Code implements Finding.Code {
        /** Two things have one id. */
        DUPLICATE_ID,
        /** An id that nothing has. */
        UNKNOWN_REFERENCE,
        /** An insight rests, by way of others, on itself. */
        CYCLE
    }

    /**
     * Checks the rules between the parts.
     *
     * @param sources where facts come from
     * @param experiments what was done
     * @param facts what was found
     * @param insights what is thought
     * @param recommendations what should follow
     * @throws london.loti.model.finding.FindingsException with every broken rule
     */
    public InsightBank {
        sources = List.copyOf(Objects.requireNonNull(sources, "a bank of insights needs 'sources'"));
        experiments = List.copyOf(Objects.requireNonNullElse(experiments, List.of()));
        facts = List.copyOf(Objects.requireNonNull(facts, "a bank of insights needs 'facts'"));
        insights = List.copyOf(Objects.requireNonNullElse(insights, List.of()));
        recommendations = List.copyOf(Objects.requireNonNullElse(recommendations, List.of()));
        InsightRules.check(sources, experiments, facts, insights, recommendations);
    }

    /**
     * Reads a bank of insights.
     *
     * @param file a JSON document in UTF-8
     * @return the bank, or every problem that was found
     */
    public static Checked<InsightBank> read(Path file) {
        return LotiJson.read(file, InsightBank.class);
    }

    /** {@return a bank without anything in it} */
    public static InsightBank empty() {
        return new InsightBank(List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /**
     * {@return the source with this id; empty where there is none}
     *
     * @param id an id
     */
    public Optional<Source> source(String id) {
        return sources.stream().filter(source -> source.id().equals(id)).findFirst();
    }

    /**
     * {@return the fact with this id; empty where there is none}
     *
     * @param id an id; an insight's finds nothing
     */
    public Optional<Fact> fact(String id) {
        return facts.stream().filter(fact -> fact.id().equals(id)).findFirst();
    }

    /**
     * {@return the insight with this id; empty where there is none}
     *
     * @param id an id; a fact's finds nothing
     */
    public Optional<Insight> insight(String id) {
        return insights.stream().filter(insight -> insight.id().equals(id)).findFirst();
    }

    /**
     * {@return whether a fact or an insight has this id}
     *
     * @param id an id
     */
    public boolean has(String id) {
        return fact(id).isPresent() || insight(id).isPresent();
    }

    /**
     * {@return the facts that speak for a claim, followed down through insights, each once}
     *
     * @param ids facts and insights; ids that nothing has are passed over
     */
    public List<Fact> factsFor(Collection<String> ids) {
        return side(ids, true);
    }

    /**
     * {@return the facts that speak against a claim: those that refute an insight it rests on, each once}
     *
     * @param ids facts and insights; ids that nothing has are passed over
     */
    public List<Fact> factsAgainst(Collection<String> ids) {
        return side(ids, false);
    }

    /**
     * {@return how an insight stands}
     *
     * @param id an insight's id
     * @throws IllegalArgumentException if there is none with this id
     */
    public Standing standing(String id) {
        if (insight(id).isEmpty()) {
            throw new IllegalArgumentException("an insight must be one of this bank's, but '" + id + "' is not");
        }
        boolean backed = !factsFor(List.of(id)).isEmpty();
        boolean opposed = !factsAgainst(List.of(id)).isEmpty();
        if (backed) {
            return opposed ? Standing.CONTESTED : Standing.SUPPORTED;
        }
        return opposed ? Standing.REFUTED : Standing.UNSUPPORTED;
    }

    /** A refutation of a refutation speaks for it again; so each step knows whether it is for or against. */
    private List<Fact> side(Collection<String> ids, boolean wanted) {
        Set<Fact> found = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>();
        ids.forEach(id -> follow(id, true, wanted, seen, found));
        return List.copyOf(found);
    }

    private void follow(String id, boolean speaksFor, boolean wanted, Set<String> seen, Set<Fact> found) {
        if (!seen.add(speaksFor + id)) {
            return;
        }
        if (speaksFor == wanted) {
            fact(id).ifPresent(found::add);
        }
        insight(id).ifPresent(insight -> {
            insight.supportedBy().forEach(below -> follow(below, speaksFor, wanted, seen, found));
            insight.refutedBy().forEach(below -> follow(below, !speaksFor, wanted, seen, found));
        });
    }
}
