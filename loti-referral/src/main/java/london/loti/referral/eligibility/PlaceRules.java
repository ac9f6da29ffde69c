package london.loti.referral.eligibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import london.loti.model.area.AreaCode;
import london.loti.model.privacy.Sensitive;
import london.loti.model.service.Eligibility;
import london.loti.model.service.Service;
import london.loti.model.service.ServiceArea;

/** The rules about where somebody lives. */
final class PlaceRules {
    /** Boroughs, districts and unitary authorities, and their like in Wales, Scotland and Northern Ireland. */
    private static final Set<String> AUTHORITIES = Set.of("E06", "E07", "E08", "E09", "W06", "S12", "N09");

    private PlaceRules() {}

    static Optional<Reason> areas(Service service, ResidentCircumstances resident) {
        Eligibility eligibility = service.eligibility();
        return eligibility == null || eligibility.areas().isEmpty()
                ? Optional.empty()
                : Optional.of(among("area", eligibility.areas(), List.of(), resident));
    }

    /** HSDS service areas: codes are compared, names are for a person. */
    static Optional<Reason> serviceAreas(Service service, ResidentCircumstances resident) {
        if (service.serviceAreas().isEmpty()) {
            return Optional.empty();
        }
        List<AreaCode> codes = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (ServiceArea area : service.serviceAreas()) {
            String extent = area.extent() == null ? "" : area.extent().strip();
            if (AreaCode.isCode(extent)) {
                codes.add(new AreaCode(extent));
            } else {
                names.add(area.name() == null ? "an area without a name" : PersonRules.quote(area.name()));
            }
        }
        return Optional.of(among("service-area", codes, names, resident));
    }

    private static Reason among(String rule, List<AreaCode> codes, List<String> names, ResidentCircumstances resident) {
        List<AreaCode> lives = resident.areas().reveal();
        List<String> all =
                new ArrayList<>(codes.stream().sorted().map(AreaCode::value).toList());
        all.addAll(names.stream().sorted().toList());
        String words = "it is for people who live in " + String.join(" or ", all);
        if (lives.stream().anyMatch(codes::contains)) {
            return Reason.eligible(rule, words);
        }
        Set<String> known = lives.stream().map(PlaceRules::kind).collect(Collectors.toSet());
        boolean decided = names.isEmpty() && codes.stream().allMatch(code -> known.contains(kind(code)));
        return decided
                ? Reason.notEligible(rule, words)
                : Reason.unknown(rule, words + ", and whether the resident does is not known");
    }

    /**
     * Codes of one kind are of areas that don't overlap, so that somebody lives in just one of them. Boroughs, districts
     * and unitary authorities are of one kind; counties lie above some of them and are of another.
     */
    private static String kind(AreaCode code) {
        String prefix = code.value().substring(0, 3);
        return AUTHORITIES.contains(prefix) ? "authority" : prefix;
    }

    static Optional<Reason> postcodes(Service service, ResidentCircumstances resident) {
        Eligibility eligibility = service.eligibility();
        if (eligibility == null || eligibility.postcodes().isEmpty()) {
            return Optional.empty();
        }
        String words = "it is for postcodes that begin with "
                + eligibility.postcodes().stream().sorted().collect(Collectors.joining(" or "));
        Sensitive<String> postcode = resident.postcode();
        if (postcode == null) {
            return Optional.of(Reason.unknown("postcode", words + ", and the resident's is not known"));
        }
        Postcodes lives = Postcodes.of(postcode.reveal());
        EligibilityState best = EligibilityState.NOT_ELIGIBLE;
        for (String beginning : eligibility.postcodes()) {
            EligibilityState one = lives.beginsWith(beginning);
            best = one.compareTo(best) < 0 ? one : best;
        }
        return Optional.of(
                switch (best) {
                    case ELIGIBLE -> Reason.eligible("postcode", words);
                    case NOT_ELIGIBLE -> Reason.notEligible("postcode", words);
                    case UNKNOWN -> Reason.unknown("postcode", words + ", and only a part of the resident's is known");
                });
    }
}
