package london.loti.persona.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import london.loti.model.governance.Safeguard;
import london.loti.model.need.AccessItem;
import london.loti.model.need.AccessPackage;
import london.loti.model.need.AccessState;
import london.loti.model.need.Answer;
import london.loti.model.need.ConceptRef;
import london.loti.model.need.TemporaryAccommodationRule;
import london.loti.model.need.TemporaryAccommodationRule.Ruling;
import london.loti.model.need.TemporaryAccommodationRule.Verdict;
import london.loti.persona.intervention.BlendRules;
import london.loti.persona.intervention.Intervention;
import london.loti.persona.intervention.InterventionCatalogue;
import london.loti.persona.triage.PackageAdvice.ItemReason;
import london.loti.persona.triage.PackageAdvice.Offer;
import london.loti.persona.triage.PackageAdvice.RuledOut;
import london.loti.persona.triage.Question.Effect;
import london.loti.persona.triage.Question.HomeEffect;
import london.loti.persona.triage.Question.Outcome;

/** One set of answers to one form, and what follows. */
final class Conversation {
    private static final String NOT_KNOWN = "We do not know this yet.";

    private final TriageForm form;
    private final TriageAnswers answers;
    private final Map<String, Boolean> skipped = new HashMap<>();
    private final List<Question> live;

    Conversation(TriageForm form, TriageAnswers answers) {
        this.form = form;
        this.answers = answers;
        this.live = form.questions().stream()
                .filter(question -> !isSkipped(question))
                .toList();
    }

    /** A question that is itself skipped makes no other one needless. */
    private boolean isSkipped(Question question) {
        Boolean known = skipped.get(question.id());
        if (known == null) {
            known = question.skipWhen().stream()
                    .anyMatch(skip -> answers.answer(skip.question()) == skip.answer()
                            && !isSkipped(form.question(skip.question()).orElseThrow()));
            skipped.put(question.id(), known);
        }
        return known;
    }

    PackageAdvice advice(InterventionCatalogue catalogue, TemporaryAccommodationRule homes, BlendRules blend) {
        List<ItemReason> reasons =
                Stream.of(AccessItem.values()).map(this::reason).toList();
        Map<AccessItem, AccessState> states = new EnumMap<>(AccessItem.class);
        reasons.forEach(reason -> states.put(reason.item(), reason.state()));
        AccessPackage access = new AccessPackage(states);
        Map<String, Answer> home = home();
        Ruling ruling = homes.ruling(home);
        Set<AccessItem> needed = EnumSet.noneOf(AccessItem.class);
        needed.addAll(access.in(AccessState.NEEDED));
        Set<AccessItem> wanted = EnumSet.copyOf(needed);
        wanted.addAll(access.in(AccessState.UNKNOWN));
        Map<ConceptRef, Verdict> excluded = byOffer(ruling.excluded());
        Map<ConceptRef, Verdict> preferred = byOffer(ruling.preferred());
        Map<ConceptRef, Verdict> toFindOut = byOffer(ruling.toFindOut());
        List<Offer> offers = new ArrayList<>();
        List<RuledOut> ruledOut = new ArrayList<>();
        for (Intervention intervention : catalogue.interventions()) {
            Set<AccessItem> items = EnumSet.noneOf(AccessItem.class);
            items.addAll(intervention.provides());
            items.retainAll(wanted);
            ConceptRef concept = intervention.concept();
            Verdict against = excluded.get(concept);
            if (items.isEmpty()) {
                continue;
            }
            if (against != null) {
                ruledOut.add(new RuledOut(concept, intervention.label(), against.because()));
                continue;
            }
            boolean ask = toFindOut.containsKey(concept) || items.stream().noneMatch(needed::contains);
            Verdict better = preferred.get(concept);
            offers.add(new Offer(concept, intervention.label(), items, ask, better == null ? null : better.because()));
        }
        List<ConceptRef> order = List.copyOf(preferred.keySet());
        offers.sort(Comparator.comparingInt(
                offer -> order.contains(offer.intervention()) ? order.indexOf(offer.intervention()) : order.size()));
        boolean offersDependOnHome = offers.stream().anyMatch(offer -> toFindOut.containsKey(offer.intervention()));
        boolean specialCategory = live.stream()
                .anyMatch(question -> question.specialCategory()
                        && answers.answer(question.id()).isKnown());
        return new PackageAdvice(
                access,
                reasons,
                offers,
                ruledOut,
                blend.warnings(access, needed),
                next(access, home, offersDependOnHome),
                Safeguard.required(specialCategory));
    }

    private ItemReason reason(AccessItem item) {
        Map<AccessState, List<String>> said = new EnumMap<>(AccessState.class);
        boolean open = false;
        for (Question question : live) {
            Outcome outcome = question.outcome(answers.answer(question.id()));
            if (outcome == null) {
                open |= question.couldNeed(item);
                continue;
            }
            for (Effect effect : outcome.effects()) {
                if (effect.item() == item) {
                    said.computeIfAbsent(effect.state(), any -> new ArrayList<>())
                            .add(effect.because());
                }
            }
        }
        AccessState state = said.containsKey(AccessState.NEEDED)
                ? AccessState.NEEDED
                : open
                        ? AccessState.UNKNOWN
                        : said.containsKey(AccessState.MET)
                                ? AccessState.MET
                                : said.containsKey(AccessState.NOT_NEEDED)
                                        ? AccessState.NOT_NEEDED
                                        : AccessState.UNKNOWN;
        return new ItemReason(item, state, said.getOrDefault(state, List.of(NOT_KNOWN)));
    }

    /** What is known of the home; a condition holds where one answer says so, whatever others say. */
    private Map<String, Answer> home() {
        Map<String, Answer> home = new LinkedHashMap<>();
        for (Question question : live) {
            Outcome outcome = question.outcome(answers.answer(question.id()));
            Stream<HomeEffect> effects = outcome == null ? question.home() : outcome.home().stream();
            effects.forEach(effect -> home.merge(
                    effect.condition(),
                    outcome == null ? Answer.UNKNOWN : effect.holds() ? Answer.YES : Answer.NO,
                    Conversation::stronger));
        }
        return home;
    }

    private static Answer stronger(Answer one, Answer other) {
        if (one == Answer.YES || other == Answer.YES) {
            return Answer.YES;
        }
        return one == Answer.UNKNOWN ? one : other;
    }

    private static Map<ConceptRef, Verdict> byOffer(List<Verdict> verdicts) {
        Map<ConceptRef, Verdict> byOffer = new LinkedHashMap<>();
        verdicts.forEach(verdict -> byOffer.put(verdict.offer(), verdict));
        return byOffer;
    }

    /** The open question that could settle most of what is unknown; of equal ones the first. */
    private @Nullable Question next(AccessPackage access, Map<String, Answer> home, boolean offersDependOnHome) {
        Question best = null;
        long most = 0;
        for (Question question : live) {
            boolean mayBeAsked = answers.answer(question.id()) == Answer.NOT_ASKED
                    && question.mayAnswer().contains(answers.answeredBy());
            if (!mayBeAsked) {
                continue;
            }
            long items = question.effects()
                    .map(Effect::item)
                    .distinct()
                    .filter(item -> access.state(item) == AccessState.UNKNOWN)
                    .count();
            boolean settlesHome = offersDependOnHome
                    && question.home()
                            .anyMatch(effect -> !Objects.requireNonNull(home.get(effect.condition()))
                                    .isKnown());
            long worth = 2 * items + (settlesHome ? 1 : 0);
            if (worth > most) {
                most = worth;
                best = question;
            }
        }
        return best;
    }
}
