package london.loti.persona.bank;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;
import london.loti.model.need.AccessPackage;
import london.loti.model.need.ConceptRef;

/**
 * An invented resident who stands for many.
 *
 * <p><b>Defining</b> attributes are what makes somebody one of them; only these enter a distance. <b>Illustrative</b>
 * ones (a name, an age, a job) make the persona easy to remember, and say nothing about those it stands for.
 *
 * @param id a short name, once in its bank
 * @param name the invented name
 * @param summary who this is, in a few sentences in plain words
 * @param version the version of this persona
 * @param area where it holds, for example {@code London}
 * @param reviewBy the day by which somebody should look at it again, {@code 2027-11-23}
 * @param segment the segment that it belongs to, a concept of a codelist; null where it belongs to none
 * @param keyGroups the key groups that it belongs to, concepts of a codelist
 * @param defining one value an attribute of the bank, written as in tables of answers
 * @param illustrative what only illustrates: a heading and a few words each
 * @param claims what it says of those it stands for, each with its evidence
 * @param barriers what keeps them offline, and where
 * @param strengths what they can build on, concepts of a codelist
 * @param access what would bring them online
 * @param helps what helps, best first
 * @param household with whom they live; null where it does not matter
 * @param adjustments what makes a service accessible to them, concepts of a codelist
 * @param areaProxies columns of open data by area that stand for some of its traits, for bounds of areas only
 * @param origin what it was copied from; null where it is new
 */
public record Persona(
        String id,
        String name,
        String summary,
        String version,
        String area,
        String reviewBy,
        @Nullable ConceptRef segment,
        List<ConceptRef> keyGroups,
        Map<String, String> defining,
        Map<String, String> illustrative,
        List<Claim> claims,
        List<BarrierAt> barriers,
        List<ConceptRef> strengths,
        AccessPackage access,
        List<Help> helps,
        @Nullable Household household,
        List<ConceptRef> adjustments,
        List<AreaProxy> areaProxies,
        @Nullable Origin origin) {

    /**
     * Checks what must hold for a persona by itself. A document may leave out all lists but {@code claims}.
     *
     * @param id lower case letters, digits and underscores, beginning with a letter
     * @param name the invented name
     * @param summary who this is
     * @param version the version of this persona
     * @param area where it holds
     * @param reviewBy the day by which somebody should look at it again
     * @param segment the segment; null where it belongs to none
     * @param keyGroups the key groups
     * @param defining one value an attribute; at least one
     * @param illustrative what only illustrates
     * @param claims what it says of those it stands for, each id once
     * @param barriers what keeps them offline, and where
     * @param strengths what they can build on
     * @param access what would bring them online; a document may leave it out
     * @param helps what helps, best first
     * @param household with whom they live; null where it does not matter
     * @param adjustments what makes a service accessible to them
     * @param areaProxies columns of open data by area that stand for some of its traits
     * @param origin what it was copied from; null where it is new
     * @throws IllegalArgumentException if nothing defines it, an id has another form or comes twice, a day is none, or a
     *     barrier or a help names a claim that is not there
     */
    public Persona {
        Require.id("a persona", id);
        Require.text(name, "a persona needs a 'name'");
        Require.text(summary, "a persona needs a 'summary'");
        Require.text(version, "a persona needs a 'version'");
        Require.text(area, "a persona needs an 'area'");
        Objects.requireNonNull(reviewBy, "a persona needs a day for 'reviewBy'");
        Require.date(reviewBy, "a persona's 'reviewBy' must be a day, for example 2027-11-23");
        keyGroups = List.copyOf(Objects.requireNonNullElse(keyGroups, List.of()));
        defining = ordered(Objects.requireNonNull(defining, "a persona needs what is 'defining'"));
        illustrative = ordered(Objects.requireNonNullElse(illustrative, Map.of()));
        claims = List.copyOf(Objects.requireNonNull(claims, "a persona needs 'claims'"));
        barriers = List.copyOf(Objects.requireNonNullElse(barriers, List.of()));
        strengths = List.copyOf(Objects.requireNonNullElse(strengths, List.of()));
        access = Objects.requireNonNullElse(access, AccessPackage.unknown());
        helps = List.copyOf(Objects.requireNonNullElse(helps, List.of()));
        adjustments = List.copyOf(Objects.requireNonNullElse(adjustments, List.of()));
        areaProxies = List.copyOf(Objects.requireNonNullElse(areaProxies, List.of()));
        if (defining.isEmpty()) {
            throw new IllegalArgumentException("a persona must have a 'defining' attribute, but has none");
        }
        requireClaims(claims, barriers, helps);
    }

    /**
     * {@return the claim with this id; empty where there is none}
     *
     * @param claimId an id
     */
    public Optional<Claim> claim(String claimId) {
        return claims.stream().filter(claim -> claim.id().equals(claimId)).findFirst();
    }

    /**
     * {@return the same persona, defined by something else}
     *
     * @param values one value an attribute of its bank; at least one
     * @throws IllegalArgumentException if there is none
     */
    public Persona withDefining(Map<String, String> values) {
        return new Persona(
                id,
                name,
                summary,
                version,
                area,
                reviewBy,
                segment,
                keyGroups,
                values,
                illustrative,
                claims,
                barriers,
                strengths,
                access,
                helps,
                household,
                adjustments,
                areaProxies,
                origin);
    }

    /** {@return the concepts that it refers to, each once, in the order in which they stand in it} */
    public List<ConceptRef> concepts() {
        return Stream.of(
                        Stream.ofNullable(segment),
                        keyGroups.stream(),
                        barriers.stream().flatMap(at -> Stream.of(at.touchpoint(), at.barrier())),
                        strengths.stream(),
                        helps.stream().map(Help::intervention),
                        Stream.ofNullable(household).map(Household::kind),
                        adjustments.stream())
                .flatMap(concepts -> concepts)
                .distinct()
                .toList();
    }

    private static Map<String, String> ordered(Map<String, String> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    private static void requireClaims(List<Claim> claims, List<BarrierAt> barriers, List<Help> helps) {
        Set<String> ids = new HashSet<>();
        if (!claims.stream().map(Claim::id).allMatch(ids::add)) {
            throw new IllegalArgumentException("each of a persona's 'claims' must have an id of its own");
        }
        boolean known = Stream.concat(
                        barriers.stream().flatMap(barrier -> barrier.claims().stream()),
                        helps.stream().flatMap(help -> help.claims().stream()))
                .allMatch(ids::contains);
        if (!known) {
            throw new IllegalArgumentException("a barrier or a help must name claims of its own persona only");
        }
    }
}
