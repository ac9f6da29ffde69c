package london.loti.persona.triage;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import london.loti.model.need.AccessItem;
import london.loti.model.need.AccessState;
import london.loti.model.need.Answer;
import london.loti.model.need.ConceptRef;
import london.loti.model.need.Dyad;
import london.loti.persona.bank.Household.Role;

/**
 * Advice for a carer and the person cared for: a package each, and what concerns both. Each one's advice is for that one
 * only. What concerns both is there once both have agreed, and not before. It is no record, has no JSON form, and its
 * text tells nothing. Immutable.
 */
public final class DyadAdvice {
    private final PackageAdvice carer;
    private final PackageAdvice caredFor;
    private final Set<Role> waitingFor;
    private final @Nullable Together together;

    private DyadAdvice(PackageAdvice carer, PackageAdvice caredFor, Set<Role> waitingFor, @Nullable Together together) {
        this.carer = carer;
        this.caredFor = caredFor;
        this.waitingFor = waitingFor;
        this.together = together;
    }

    /**
     * What concerns both.
     *
     * @param need the need that they share
     * @param both the parts that each of the two needs
     * @param oneDeviceMayServe whether one device may be enough for what they do together: where one of them needs a
     *     device at all
     * @param words what to mind, as sentences to both
     */
    public record Together(ConceptRef need, List<AccessItem> both, boolean oneDeviceMayServe, List<String> words) {
        /**
         * Copies the lists.
         *
         * @param need the need that they share
         * @param both the parts that each of the two needs
         * @param oneDeviceMayServe whether one device may be enough
         * @param words what to mind
         */
        public Together {
            both = List.copyOf(both);
            words = List.copyOf(words);
        }

        /** Says nothing about whom or what. */
        @Override
        public String toString() {
            return "Together[redacted]";
        }
    }

    static DyadAdvice of(Dyad dyad, PackageAdvice carer, PackageAdvice caredFor) {
        Set<Role> waitingFor = EnumSet.noneOf(Role.class);
        if (dyad.carerSays().answer() != Answer.YES) {
            waitingFor.add(Role.CARER);
        }
        if (dyad.caredForSays().answer() != Answer.YES) {
            waitingFor.add(Role.CARED_FOR);
        }
        Together together = dyad.bothAgree() ? together(dyad.need(), carer, caredFor) : null;
        return new DyadAdvice(carer, caredFor, waitingFor, together);
    }

    private static Together together(ConceptRef need, PackageAdvice carer, PackageAdvice caredFor) {
        List<AccessItem> both = new ArrayList<>(carer.access().in(AccessState.NEEDED));
        both.retainAll(caredFor.access().in(AccessState.NEEDED));
        boolean device = carer.access().state(AccessItem.DEVICE) == AccessState.NEEDED
                || caredFor.access().state(AccessItem.DEVICE) == AccessState.NEEDED;
        List<String> words = new ArrayList<>();
        if (device) {
            words.add("One device may be enough for what you do together, set up for that and left ready.");
            words.add("It does not take the place of a device of one's own: what one of you has at home is not the"
                    + " other's.");
        }
        if (both.contains(AccessItem.SKILLS) || both.contains(AccessItem.SUPPORT)) {
            words.add("You can learn and get help together, or apart: each of you may choose.");
        }
        words.add("The one who cares may need help in their own right.");
        return new Together(need, both, device, words);
    }

    /** {@return the carer's own advice, for the carer only} */
    public PackageAdvice carer() {
        return carer;
    }

    /** {@return the advice of the person cared for, for that person only} */
    public PackageAdvice caredFor() {
        return caredFor;
    }

    /** {@return what concerns both; empty until both have agreed} */
    public Optional<Together> together() {
        return Optional.ofNullable(together);
    }

    /** {@return who has not agreed: the one who has not been asked, does not know, or says no} */
    public Set<Role> waitingFor() {
        return EnumSet.copyOf(waitingFor);
    }

    /** Says nothing about whom or what. */
    @Override
    public String toString() {
        return "DyadAdvice[redacted]";
    }
}
