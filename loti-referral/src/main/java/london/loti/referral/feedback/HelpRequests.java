package london.loti.referral.feedback;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import london.loti.model.governance.PermissionPolicy;
import london.loti.referral.journey.Happened;
import london.loti.referral.journey.Referral;
import london.loti.referral.journey.ReferralId;

/** Puts referrals together that answer the same request for help, as they stood at a time. */
final class HelpRequests {
    private HelpRequests() {}

    /** The requests, the first sent first; the order of the referrals does not matter. */
    static List<HelpRequest> of(List<Referral> referrals, Instant end) {
        PermissionPolicy policy = PermissionPolicy.withDefaults();
        Map<ReferralId, Referral> known = new TreeMap<>(Comparator.comparing(ReferralId::value));
        for (Referral referral : referrals) {
            asAt(referral, end, policy).ifPresent(then -> known.put(then.id(), then));
        }
        Map<ReferralId, ReferralId> roots = new HashMap<>();
        for (Referral referral : known.values()) {
            referral.basedOn().ifPresent(before -> join(roots, known, referral, before));
            referral.parts().forEach(part -> join(roots, known, referral, part));
        }
        Map<ReferralId, List<Referral>> families = new TreeMap<>(Comparator.comparing(ReferralId::value));
        known.values()
                .forEach(referral -> families.computeIfAbsent(root(roots, referral.id()), id -> new ArrayList<>())
                        .add(referral));
        return families.values().stream()
                .flatMap(family -> HelpRequest.of(family).stream())
                .sorted(Comparator.comparing(HelpRequest::sent)
                        .thenComparing(request -> request.first().id().value()))
                .toList();
    }

    /** Without what happened later; empty where it had not begun. */
    private static Optional<Referral> asAt(Referral referral, Instant end, PermissionPolicy policy) {
        List<Happened> history = referral.history();
        int before = 0;
        while (before < history.size() && history.get(before).at().isBefore(end)) {
            before++;
        }
        if (before == history.size()) {
            return Optional.of(referral);
        }
        return before == 0
                ? Optional.empty()
                : Optional.of(Referral.rebuild(referral.id(), history.subList(0, before), policy));
    }

    private static void join(
            Map<ReferralId, ReferralId> roots, Map<ReferralId, Referral> known, Referral one, ReferralId otherId) {
        Referral other = known.get(otherId);
        // What another resident's referral says of this one is a mistake, and joins nobody.
        if (other != null && other.resident().equals(one.resident())) {
            ReferralId a = root(roots, one.id());
            ReferralId b = root(roots, otherId);
            if (!a.equals(b)) {
                roots.put(a, b);
            }
        }
    }

    private static ReferralId root(Map<ReferralId, ReferralId> roots, ReferralId id) {
        ReferralId root = id;
        ReferralId above = roots.get(root);
        while (above != null) {
            root = above;
            above = roots.get(root);
        }
        return root;
    }
}
