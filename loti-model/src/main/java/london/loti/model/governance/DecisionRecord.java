package london.loti.model.governance;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import london.loti.model.finding.Require;
import london.loti.model.need.AccessPackage;
import london.loti.model.need.ConceptRef;
import london.loti.model.need.ResidentRef;
import london.loti.model.privacy.Classified;
import london.loti.model.privacy.DataClass;

/**
 * A person's decision on what software suggested for a resident. Only this closes a suggestion. It records the access
 * package that was suggested and the one that was decided on; there is no field for a persona, which is a means of
 * finding good questions and not a fact about the resident.
 *
 * @param id an opaque id of this record
 * @param resident whom it is about
 * @param decidedAt when
 * @param decidedBy the role of the person who decided, for example {@code roles:link-worker}; never a name
 * @param decision what became of the suggestion
 * @param suggested the access package as suggested
 * @param decided the access package as decided; the suggested one again where nothing is decided yet
 * @param reason why, a concept of a codelist of reasons
 * @param required the safeguards that the suggestion asks for, as it says itself
 * @param kept the safeguards that were kept
 */
public record DecisionRecord(
        @Classified(DataClass.OPERATIONAL) String id,
        @Classified(DataClass.PSEUDONYM) ResidentRef resident,
        @Classified(DataClass.OPERATIONAL) Instant decidedAt,
        @Classified(DataClass.OPERATIONAL) ConceptRef decidedBy,
        @Classified(DataClass.OPERATIONAL) Decision decision,
        @Classified(DataClass.SPECIAL_CATEGORY) AccessPackage suggested,
        @Classified(DataClass.SPECIAL_CATEGORY) AccessPackage decided,
        @Classified(DataClass.OPERATIONAL) ConceptRef reason,
        @Classified(DataClass.OPERATIONAL) Set<Safeguard> required,
        @Classified(DataClass.OPERATIONAL) Set<Safeguard> kept) {

    /** What became of a suggestion. */
    public enum Decision {
        /** As suggested. */
        FOLLOWED,
        /** Otherwise than suggested. */
        CHANGED,
        /** Not used at all. */
        SET_ASIDE,
        /** Not decided yet: more must be known first. */
        DEFERRED
    }

    /**
     * Checks that the safeguards were kept and that the packages fit the decision.
     *
     * @param id an opaque id of this record
     * @param resident whom it is about
     * @param decidedAt when
     * @param decidedBy the role of the person who decided
     * @param decision what became of the suggestion
     * @param suggested the access package as suggested
     * @param decided the access package as decided
     * @param reason why
     * @param required the safeguards that the suggestion asks for
     * @param kept the safeguards that were kept
     * @throws IllegalArgumentException if a safeguard that is required was not kept, if what is
     *     decided is not what was suggested though that was followed or deferred, or is though it was changed
     */
    public DecisionRecord {
        Require.code("a decision record", "id", id);
        Objects.requireNonNull(resident, "a decision record needs a 'resident'");
        Objects.requireNonNull(decidedAt, "a decision record needs the time 'decidedAt'");
        Objects.requireNonNull(decidedBy, "a decision record needs whom it was 'decidedBy'");
        Objects.requireNonNull(decision, "a decision record needs a 'decision'");
        Objects.requireNonNull(suggested, "a decision record needs what was 'suggested'");
        Objects.requireNonNull(decided, "a decision record needs what was 'decided'");
        Objects.requireNonNull(reason, "a decision record needs a 'reason'");
        required = ordered(Objects.requireNonNull(required, "a decision record needs what was 'required'"));
        kept = ordered(Objects.requireNonNull(kept, "a decision record needs what was 'kept'"));
        if (!required.containsAll(Safeguard.required(false))) {
            throw new IllegalArgumentException("every suggestion requires the safeguards of UK GDPR Articles 22A and"
                    + " 22C, so 'required' must list them\nMaybe take Safeguard.required(…), or what the suggestion"
                    + " says.");
        }
        if (!kept.containsAll(required)) {
            Set<Safeguard> missing = new TreeSet<>(required);
            missing.removeAll(kept);
            throw new IllegalArgumentException("a decision needs every safeguard to be kept; not kept: " + missing);
        }
        boolean same = suggested.equals(decided);
        boolean mustEqual = decision == Decision.FOLLOWED || decision == Decision.DEFERRED;
        boolean mustDiffer = decision == Decision.CHANGED;
        if ((mustEqual && !same) || (mustDiffer && same)) {
            throw new IllegalArgumentException("what is decided must equal what was suggested where the suggestion is"
                    + " FOLLOWED or DEFERRED, and must differ where it is CHANGED");
        }
    }

    private static Set<Safeguard> ordered(Set<Safeguard> safeguards) {
        Set<Safeguard> copy = EnumSet.noneOf(Safeguard.class);
        copy.addAll(safeguards);
        return Collections.unmodifiableSet(copy);
    }

    /** Says nothing about whom or what. */
    @Override
    public String toString() {
        return "DecisionRecord[redacted, " + decision + "]";
    }
}
