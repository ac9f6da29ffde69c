package london.loti.referral.feedback;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import london.loti.referral.journey.Happened;
import london.loti.referral.journey.Referral;
import london.loti.referral.journey.ReferralEvent;
import london.loti.referral.journey.Referrals;

/**
 * The figures once more, slowly, from event names alone: resident by resident, one question at a time, with nothing shared
 * with the code that it checks. Answers are maps of resident to category.
 */
final class SlowFigures {
    private static final Set<String> ENDS = Set.of("Completed", "Failed", "Cancelled", "Rejected", "WaitExpired");
    private final Period period;
    private final List<Line> lines = new ArrayList<>();

    /** A referral as a list of events until the end of the period. */
    private record Line(Referral referral, List<Happened> events) {
        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return referral.id().hashCode();
        }

        @Nullable
        Happened find(String... types) {
            return events.stream()
                    .filter(e -> Arrays.asList(types).contains(e.event().type()))
                    .findFirst()
                    .orElse(null);
        }

        boolean has(String... types) {
            return find(types) != null;
        }

        boolean ended() {
            return events.stream().anyMatch(e -> ENDS.contains(e.event().type()));
        }

        Instant endedAt() {
            return events.stream()
                    .filter(e -> ENDS.contains(e.event().type()))
                    .findFirst()
                    .orElseThrow()
                    .at();
        }
    }

    SlowFigures(List<Referral> referrals, Period period) {
        this.period = period;
        for (Referral referral : referrals) {
            List<Happened> events = referral.history().stream()
                    .filter(e -> !LocalDate.ofInstant(e.at(), Referrals.LONDON).isAfter(period.last()))
                    .toList();
            if (!events.isEmpty()) {
                lines.add(new Line(referral, events));
            }
        }
    }

    /** Every family of every resident, those without a sent referral left out; the latest sent last. */
    private Map<String, List<List<Line>>> families() {
        Map<String, List<List<Line>>> all = new TreeMap<>();
        Set<Line> left = new HashSet<>(lines);
        while (!left.isEmpty()) {
            Set<Line> family = new HashSet<>(Set.of(left.iterator().next()));
            for (int size = 0; size < family.size(); ) {
                size = family.size();
                for (Line one : lines) {
                    for (Line other : lines) {
                        boolean linked = one.referral()
                                        .basedOn()
                                        .filter(id -> id.equals(other.referral().id()))
                                        .isPresent()
                                && one.referral()
                                        .resident()
                                        .equals(other.referral().resident());
                        if (linked && (family.contains(one) || family.contains(other))) {
                            family.add(one);
                            family.add(other);
                        }
                    }
                }
            }
            left.removeAll(family);
            List<Line> sent = family.stream()
                    .filter(line -> line.has("Requested") && !line.has("EnteredInError"))
                    .sorted((a, b) ->
                            a.find("Requested").at().equals(b.find("Requested").at())
                                    ? a.referral()
                                            .id()
                                            .value()
                                            .compareTo(b.referral().id().value())
                                    : a.find("Requested")
                                            .at()
                                            .compareTo(b.find("Requested").at()))
                    .toList();
            if (!sent.isEmpty()) {
                all.computeIfAbsent(sent.get(0).referral().resident().token(), r -> new ArrayList<>())
                        .add(sent);
            }
        }
        all.values()
                .forEach(of -> of.sort((a, b) -> a.get(0)
                        .find("Requested")
                        .at()
                        .compareTo(b.get(0).find("Requested").at())));
        return all;
    }

    private boolean in(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, Referrals.LONDON);
        return !day.isBefore(period.first()) && !day.isAfter(period.last());
    }

    Map<String, Boolean> accepted() {
        Map<String, Boolean> answers = new TreeMap<>();
        families()
                .forEach((resident, families) -> families.forEach(family -> {
                    if (in(family.get(0).find("Requested").at())) {
                        answers.put(resident, family.stream().anyMatch(line -> line.has("Accepted")));
                    }
                }));
        return answers;
    }

    /** HELPED, PARTLY, NOT_HELPED, NOT_REACHED, NOT_ASKED. */
    Map<String, String> loop() {
        Map<String, String> answers = new TreeMap<>();
        families()
                .forEach((resident, families) -> families.forEach(family -> {
                    boolean accepted = family.stream()
                            .anyMatch(line -> line.has("Accepted")
                                    && in(line.find("Accepted").at()));
                    boolean all = family.stream().allMatch(Line::ended);
                    Line last = all ? lastEnded(family) : null;
                    boolean ended = last != null && in(last.endedAt());
                    boolean nobody = last != null
                            && List.of("resident-died", "duplicate", "made-by-mistake")
                                    .contains(why(last));
                    if ((accepted || ended) && !nobody) {
                        answers.put(resident, said(family));
                    }
                }));
        return answers;
    }

    /** The reason, or an empty text where it is not unmet. */
    Map<String, Boolean> unmet() {
        Map<String, Boolean> answers = new TreeMap<>();
        families()
                .forEach((resident, families) -> families.forEach(family -> {
                    if (family.stream().allMatch(Line::ended)
                            && in(lastEnded(family).endedAt())) {
                        String said = said(family);
                        boolean completed = family.stream().anyMatch(line -> line.has("Completed"));
                        boolean stopped = List.of("resident-died", "resident-changed-mind")
                                .contains(why(lastEnded(family)));
                        boolean unmet = !said.equals("HELPED")
                                && !said.equals("PARTLY")
                                && (completed ? said.equals("NOT_HELPED") : !stopped);
                        answers.merge(resident, unmet, (a, b) -> a || b);
                    }
                }));
        return answers;
    }

    /** Whether who was said yes to was contacted by the end, of those whose contact was due. */
    Map<String, Boolean> contacted() {
        Map<String, Boolean> answers = new TreeMap<>();
        Map<String, Instant> dues = new TreeMap<>();
        families()
                .forEach((resident, families) -> families.forEach(family -> family.forEach(line -> {
                    if (line.has("Accepted")) {
                        Instant accepted = line.find("Accepted").at();
                        Instant due = RandomReferrals.WEEKDAYS.after(accepted, 5);
                        LocalDate dueDay =
                                LocalDate.ofInstant(due, Referrals.LONDON).minusDays(1); // it is due at midnight
                        boolean contact = line.events().stream()
                                .anyMatch(e -> !e.at().isBefore(accepted) && isContact(e.event()));
                        boolean stopped =
                                !contact && line.ended() && line.endedAt().isBefore(due);
                        boolean isDue = !dueDay.isBefore(period.first()) && !dueDay.isAfter(period.last());
                        if (isDue && !stopped && !due.isBefore(dues.getOrDefault(resident, Instant.MIN))) {
                            dues.put(resident, due);
                            answers.put(resident, contact);
                        }
                    }
                })));
        return answers;
    }

    private static boolean isContact(ReferralEvent event) {
        if (event instanceof ReferralEvent.ContactAttempted attempt) {
            return List.of("reached", "call-back-agreed", "declined-to-talk")
                    .contains(attempt.outcome().code());
        }
        return List.of("Started", "Completed").contains(event.type());
    }

    private static Line lastEnded(List<Line> family) {
        Line last = family.get(0);
        for (Line line : family) {
            last = line.endedAt().isBefore(last.endedAt()) ? last : line;
        }
        return last;
    }

    private static String why(Line line) {
        ReferralEvent event = line.events().stream()
                .filter(e -> ENDS.contains(e.event().type()))
                .findFirst()
                .orElseThrow()
                .event();
        if (event instanceof ReferralEvent.Rejected e) {
            return e.reason().code();
        }
        if (event instanceof ReferralEvent.Failed e) {
            return e.reason().code();
        }
        return event instanceof ReferralEvent.Cancelled e ? e.reason().code() : "";
    }

    private static String said(List<Line> family) {
        String said = "NOT_ASKED";
        Instant at = Instant.MIN;
        for (Line line : family) {
            for (Happened happened : line.events()) {
                if (happened.event() instanceof ReferralEvent.OutcomeReported outcome) {
                    boolean silent = outcome.outcome().name().equals("NOT_REACHED");
                    if (silent && said.equals("NOT_ASKED")) {
                        said = "NOT_REACHED";
                    } else if (!silent && !happened.at().isBefore(at)) {
                        said = outcome.outcome().name();
                        at = happened.at();
                    }
                }
            }
        }
        return said;
    }
}
