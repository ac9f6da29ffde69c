package london.loti.referral.device.allocation;

import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;
import london.loti.model.need.ConceptRef;

/**
 * At least so many devices for an area or a need group. It is a decision of policy, taken by people before the
 * allocation and not by it.
 *
 * <p>Where the group is made by a protected characteristic (Equality Act 2010, section 4) the floor treats people
 * differently for what they are. That may be lawful positive action, or it may not; somebody must have decided, and
 * the {@link Justification} says why, on which legal basis, when and in what role. Without it there is no such floor.
 *
 * @param scope what is counted
 * @param of the code of the area or group
 * @param atLeast how many devices at least
 * @param characteristic the protected characteristic that makes the group, {@code protected-characteristics:age} for
 *     example; null where none does
 * @param justification why the floor may be; null only where no characteristic makes the group
 */
public record Floor(
        Scope scope,
        String of,
        int atLeast,
        @Nullable ConceptRef characteristic,
        @Nullable Justification justification) {
    /** What a floor counts. */
    public enum Scope {
        /** Needs in an area. */
        AREA("area"),
        /** Needs of a group. */
        GROUP("group");

        private final String word;

        Scope(String word) {
            this.word = word;
        }

        /** {@return the word for it in files and reports} */
        public String word() {
            return word;
        }
    }

    /**
     * Why a floor on a protected characteristic may be.
     *
     * @param reason why it is a proportionate way to a legitimate aim, in plain words
     * @param legalBasis the law that it rests on, for example section 158 of the Equality Act 2010
     * @param decidedOn when it was decided
     * @param decidedBy the role of whoever answers for it, for example {@code roles:manager}; never a name
     */
    public record Justification(String reason, String legalBasis, LocalDate decidedOn, ConceptRef decidedBy) {
        /**
         * Checks that nothing is left out.
         *
         * @param reason why
         * @param legalBasis the law that it rests on
         * @param decidedOn when it was decided
         * @param decidedBy the role of whoever answers for it
         */
        public Justification {
            Require.text(reason, "a justification needs a 'reason'");
            Require.text(legalBasis, "a justification needs a 'legalBasis'");
            Objects.requireNonNull(decidedOn, "a justification needs the day 'decidedOn'");
            Objects.requireNonNull(decidedBy, "a justification needs whom it was 'decidedBy'");
        }
    }

    /**
     * Checks that a floor on a protected characteristic has its justification.
     *
     * @param scope what is counted
     * @param of the code of the area or group
     * @param atLeast how many devices at least, from 1
     * @param characteristic the protected characteristic; null where none makes the group
     * @param justification why the floor may be; null where none is needed
     * @throws IllegalArgumentException if the justification is absent though a characteristic makes the group
     */
    public Floor {
        Objects.requireNonNull(scope, "a floor needs a 'scope'");
        Require.code("a floor", "of", of);
        if (atLeast < 1) {
            throw new IllegalArgumentException("a floor must be at least 1");
        }
        if (characteristic != null && justification == null) {
            throw new IllegalArgumentException("a floor on a protected characteristic must have its justification: a"
                    + " reason, a legal basis, a day and the role of whoever decided\nMaybe leave the floor out until"
                    + " somebody has decided.");
        }
    }

    /**
     * {@return a floor that no protected characteristic makes}
     *
     * @param scope what is counted
     * @param of the code of the area or group
     * @param atLeast how many devices at least
     */
    public static Floor of(Scope scope, String of, int atLeast) {
        return new Floor(scope, of, atLeast, null, null);
    }

    /** {@return the floor in plain words, for example {@code at least 20 for the area mill-ward}} */
    public String words() {
        return "at least " + atLeast + " for the " + scope.word() + " " + of;
    }

    boolean counts(DeviceNeed need) {
        return of.equals(scope == Scope.AREA ? need.area() : need.group());
    }
}
