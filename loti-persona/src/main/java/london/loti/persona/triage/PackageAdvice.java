package london.loti.persona.triage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import london.loti.model.governance.Safeguard;
import london.loti.model.need.AccessItem;
import london.loti.model.need.AccessPackage;
import london.loti.model.need.AccessState;
import london.loti.model.need.ConceptRef;
import london.loti.persona.intervention.BlendRules.Warning;

/**
 * Advice to a person on what would bring one resident online. Its answers advise a person; nobody is refused by it:
 * there is no such outcome. What is decided is another thing, and is kept as a
 * {@link london.loti.model.governance.DecisionRecord} by whoever decides.
 *
 * <p>It is no record and has no JSON form, and its text tells nothing, so that it is neither kept nor logged by
 * accident. Immutable.
 */
public final class PackageAdvice {
    /** What every advice begins with. */
    public static final String NOTICE =
            "This is advice to a person, who decides together with you. Nobody is refused by it.";

    private final AccessPackage access;
    private final List<ItemReason> reasons;
    private final List<Offer> offers;
    private final List<RuledOut> ruledOut;
    private final List<Warning> warnings;
    private final @Nullable Question next;
    private final Set<Safeguard> safeguards;

    PackageAdvice(
            AccessPackage access,
            List<ItemReason> reasons,
            List<Offer> offers,
            List<RuledOut> ruledOut,
            List<Warning> warnings,
            @Nullable Question next,
            Set<Safeguard> safeguards) {
        this.access = access;
        this.reasons = List.copyOf(reasons);
        this.offers = List.copyOf(offers);
        this.ruledOut = List.copyOf(ruledOut);
        this.warnings = List.copyOf(warnings);
        this.next = next;
        this.safeguards = safeguards;
    }

    /**
     * How one part of the package stands, and why.
     *
     * @param item the part
     * @param state how it stands
     * @param because the reasons, as sentences to the person, at least one
     */
    public record ItemReason(AccessItem item, AccessState state, List<String> because) {
        /**
         * Copies the list.
         *
         * @param item the part
         * @param state how it stands
         * @param because the reasons
         */
        public ItemReason {
            because = List.copyOf(because);
        }

        /** Says nothing about whom or what. */
        @Override
        public String toString() {
            return "ItemReason[redacted]";
        }
    }

    /**
     * Something that may help.
     *
     * @param intervention what
     * @param label its name for readers
     * @param items the parts of the package that it provides and that are needed or unknown
     * @param askFirst whether something must be asked before it is offered, because nobody knows whether it is needed or
     *     makes sense in the home
     * @param preferredBecause why it is better than others in this home; null where it is not
     */
    public record Offer(
            ConceptRef intervention,
            String label,
            Set<AccessItem> items,
            boolean askFirst,
            @Nullable String preferredBecause) {
        /**
         * Copies the set.
         *
         * @param intervention what
         * @param label its name for readers
         * @param items the parts that it provides
         * @param askFirst whether something must be asked first
         * @param preferredBecause why it is better than others; null where it is not
         */
        public Offer {
            Set<AccessItem> copy = EnumSet.noneOf(AccessItem.class);
            copy.addAll(items);
            items = Collections.unmodifiableSet(copy);
        }

        /** Says nothing about whom or what. */
        @Override
        public String toString() {
            return "Offer[redacted]";
        }
    }

    /**
     * An offer that makes no sense in this home. Others take its place; it is the offer that is ruled out, not the
     * person.
     *
     * @param intervention what
     * @param label its name for readers
     * @param because why, as a sentence to the person
     */
    public record RuledOut(ConceptRef intervention, String label, String because) {
        /** Says nothing about whom or what. */
        @Override
        public String toString() {
            return "RuledOut[redacted]";
        }
    }

    /** {@return how things stand with every part of the package; this is what a decision is made on} */
    public AccessPackage access() {
        return access;
    }

    /** {@return how every part stands and why, in the order of {@link AccessItem}} */
    public List<ItemReason> reasons() {
        return reasons;
    }

    /** {@return the parts of which nobody knows yet whether they are needed} */
    public List<AccessItem> unknown() {
        return access.in(AccessState.UNKNOWN);
    }

    /** {@return what may help: first what is better in this home, then in the order of the catalogue} */
    public List<Offer> offers() {
        return offers;
    }

    /** {@return offers that make no sense in this home, and why} */
    public List<RuledOut> ruledOut() {
        return ruledOut;
    }

    /** {@return what would be missing though all that is needed were given: parts that want others, which are unknown} */
    public List<Warning> warnings() {
        return warnings;
    }

    /**
     * {@return the question that is most worth asking next, for it could settle most of what is unknown; empty where no
     * question is left that whoever answers may answer}
     */
    public Optional<Question> next() {
        return Optional.ofNullable(next);
    }

    /** {@return what must hold before this touches the resident; a decision record asks for them} */
    public Set<Safeguard> safeguards() {
        return safeguards;
    }

    /** {@return the advice in plain words, to be read to the person: it tells what they said} */
    public String words() {
        List<String> lines = new ArrayList<>();
        lines.add(NOTICE);
        for (ItemReason reason : reasons) {
            lines.add(title(reason.item()) + ": " + words(reason.state()) + ". " + String.join(" ", reason.because()));
        }
        warnings.forEach(warning -> lines.add("Mind: " + warning.words()));
        if (!offers.isEmpty()) {
            lines.add("What may help: "
                    + offers.stream().map(PackageAdvice::words).collect(Collectors.joining(", ")) + ".");
        }
        ruledOut.forEach(out -> lines.add("Would not suit this home: " + out.label() + ". " + out.because()));
        if (next != null) {
            lines.add("Worth asking next: " + next.text());
        }
        lines.add("Before anything happens:");
        safeguards.forEach(safeguard -> lines.add("- " + safeguard.words()));
        return String.join("\n", lines);
    }

    private static String words(Offer offer) {
        return offer.label() + (offer.askFirst() ? " (ask first)" : "");
    }

    static String title(AccessItem item) {
        String name = item.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String words(AccessState state) {
        return switch (state) {
            case UNKNOWN -> "not known yet";
            case NOT_NEEDED -> "not needed";
            case NEEDED -> "needed";
            case OFFERED -> "offered";
            case MET -> "there already";
        };
    }

    /** Says nothing about whom or what. */
    @Override
    public String toString() {
        return "PackageAdvice[redacted]";
    }
}
