package london.loti.referral.eligibility;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import london.loti.model.need.Answer;
import london.loti.model.need.ConceptRef;
import london.loti.model.privacy.Sensitive;
import london.loti.model.service.Eligibility;
import london.loti.model.service.Service;

/** The rules about who somebody is: ages, groups, and what is said in words only. */
final class PersonRules {
    private static final int LONGEST_QUOTE = 200;

    private PersonRules() {}

    static Optional<Reason> age(Service service, ResidentCircumstances resident) {
        AgeRange ages = new AgeRange(service.minimumAge(), service.maximumAge());
        Sensitive<java.math.BigDecimal> age = resident.age();
        if (ages.isUnknown()) {
            return Optional.of(Reason.unknown("age", "for which ages it is, is not published"));
        }
        if (ages.isContradictory()) {
            return Optional.of(Reason.unknown("age", "the published ages contradict each other"));
        }
        String words = "it is for ages " + ages;
        if (age == null) {
            return Optional.of(Reason.unknown("age", words + ", and the resident's age is not known"));
        }
        return Optional.of(
                ages.contains(age.reveal()) ? Reason.eligible("age", words) : Reason.notEligible("age", words));
    }

    static Optional<Reason> groups(Service service, ResidentCircumstances resident) {
        Eligibility eligibility = service.eligibility();
        if (eligibility == null || eligibility.groups().isEmpty()) {
            return Optional.empty();
        }
        String words = "it is for " + list(eligibility.groups());
        return Optional.of(
                switch (any(eligibility.groups(), resident)) {
                    case YES -> Reason.eligible("groups", words);
                    case NO -> Reason.notEligible("groups", words);
                    default -> Reason.unknown("groups", words + ", which is not known of the resident");
                });
    }

    static Optional<Reason> notFor(Service service, ResidentCircumstances resident) {
        Eligibility eligibility = service.eligibility();
        if (eligibility == null || eligibility.notFor().isEmpty()) {
            return Optional.empty();
        }
        String words = "it is not for " + list(eligibility.notFor());
        return Optional.of(
                switch (any(eligibility.notFor(), resident)) {
                    case YES -> Reason.notEligible("not-for", words);
                    case NO -> Reason.eligible("not-for", words);
                    default -> Reason.unknown("not-for", words + ", which is not known of the resident");
                });
    }

    /** What is said in words, or not at all, nobody but a person can decide. */
    static Optional<Reason> stated(Service service, ResidentCircumstances resident) {
        Eligibility eligibility = service.eligibility();
        String words = service.eligibilityDescription();
        if (eligibility != null) {
            String other = eligibility.other();
            return other == null
                    ? Optional.of(Reason.eligible("stated", "it states all its conditions"))
                    : Optional.of(inWords(other));
        }
        if (words == null || words.isBlank()) {
            return Optional.of(Reason.unknown("stated", "whom it is for beside the ages is not published"));
        }
        return Optional.of(inWords(words));
    }

    private static Reason inWords(String text) {
        return Reason.unknown("stated", "a person must read its condition: \"" + quote(text) + "\"");
    }

    static String quote(@Nullable String text) {
        String line = text == null ? "" : text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_QUOTE
                ? line
                : line.substring(0, LONGEST_QUOTE).strip() + " …";
    }

    private static Answer any(List<ConceptRef> groups, ResidentCircumstances resident) {
        boolean allNo = true;
        for (ConceptRef group : groups) {
            Answer answer = resident.group(group);
            if (answer == Answer.YES) {
                return Answer.YES;
            }
            allNo &= answer == Answer.NO;
        }
        return allNo ? Answer.NO : Answer.UNKNOWN;
    }

    private static String list(List<ConceptRef> groups) {
        return groups.stream().sorted().map(ConceptRef::toString).collect(Collectors.joining(" or "));
    }
}
