package london.loti.referral.feedback;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import london.loti.model.need.ConceptRef;
import london.loti.referral.journey.Referrals;

/** Needs that nobody met. One unmet request is not made good by another that was met, unless it names the same need. */
final class UnmetFigures {
    private static final String UNMET = "Unmet";
    private static final String NOT_UNMET = "Met, or the resident stopped it";
    private static final String MEANING =
            "Residents whose request for help came to its end in the period, or who found no"
                    + " service then, each once: whether any of their needs is unmet. Unmet is where all that were asked said no,"
                    + " the wait ran out, it was stopped or not done, the resident says that it did not help, or nobody was found"
                    + " to ask. Where the resident no longer wanted it, it is not.";

    private final Period period;
    private final Labels labels;
    private final FeedbackPolicy policy;
    private final Map<String, Settled> residents = new LinkedHashMap<>();

    /** What is known of one resident's needs. */
    private static final class Settled {
        private @Nullable Unmet why;
        private String area = "";
        private final Set<String> groups = new LinkedHashSet<>();
        private final Map<String, Boolean> needs = new TreeMap<>();
    }

    UnmetFigures(Period period, Labels labels, FeedbackPolicy policy) {
        this.period = period;
        this.labels = labels;
        this.policy = policy;
    }

    void add(HelpRequest request) {
        if (request.ended().filter(period::contains).isPresent()) {
            add(
                    request.resident(),
                    request.unmet(policy).orElse(null),
                    labels.area(request.area()),
                    labels.groups(request.groups()),
                    labels.needs(request.needs()));
        }
    }

    /** A need that somebody was asked to meet on that day or later is judged by that. */
    void addNotFound(List<NoServiceFound> notFound, Collection<HelpRequest> requests) {
        for (NoServiceFound search :
                notFound.stream().sorted((a, b) -> a.on().compareTo(b.on())).toList()) {
            Set<ConceptRef> open = new HashSet<>(search.needs());
            requests.stream()
                    .filter(request ->
                            request.resident().equals(search.resident().token()))
                    .filter(request -> !LocalDate.ofInstant(request.sent(), Referrals.LONDON)
                            .isBefore(search.on()))
                    .forEach(request -> open.removeAll(request.needs()));
            if (period.contains(search.on()) && !open.isEmpty()) {
                add(
                        search.resident().token(),
                        Unmet.NOT_FOUND,
                        labels.area(search.area()),
                        labels.groups(search.groups()),
                        labels.needs(open));
            }
        }
    }

    private void add(String resident, @Nullable Unmet why, String area, Set<String> groups, Set<String> needs) {
        Settled settled = residents.computeIfAbsent(resident, r -> new Settled());
        settled.why = why == null ? settled.why : why;
        settled.area = area;
        settled.groups.clear();
        settled.groups.addAll(groups);
        needs.forEach(need -> settled.needs.merge(need, why != null, Boolean::logicalOr));
    }

    Breakdown.Raw breakdown() {
        Breakdown.Raw all = new Breakdown.Raw("unmet", "Unmet need", MEANING, List.of(UNMET, NOT_UNMET));
        Breakdown.Raw reasons = new Breakdown.Raw(
                "why-unmet",
                "Why it is unmet",
                "Those with an unmet need, by the latest of their unmet requests.",
                Arrays.stream(Unmet.values()).map(unmet -> unmet.words).toList());
        residents.values().forEach(settled -> {
            Unmet why = settled.why;
            all.add(why == null ? NOT_UNMET : UNMET);
            if (why != null) {
                reasons.add(why.words);
            }
        });
        return all.with(UNMET, reasons.puttingSmallTogether());
    }

    Measure measure() {
        Measure unmet = new Measure("unmet", "Unmet need", MEANING, UNMET, NOT_UNMET);
        residents.forEach((resident, settled) ->
                unmet.put(resident, settled.why != null, settled.area, Set.copyOf(settled.groups)));
        return unmet;
    }

    Measure byNeed() {
        Measure unmet = new Measure(
                "unmet",
                "Unmet need, by kind",
                "Residents whose request for help with a need came to its end in the period, or who found no service for it"
                        + " then: whether that is unmet. A resident with several needs is in several rows.",
                UNMET,
                NOT_UNMET);
        residents.forEach((resident, settled) ->
                unmet.put(resident, settled.why != null, settled.area, new TreeMap<>(settled.needs)));
        return unmet;
    }
}
