package london.loti.referral.directory;

import java.util.List;
import java.util.stream.Collectors;

import london.loti.model.service.Service;
import london.loti.referral.eligibility.EligibilityCheck;
import london.loti.referral.eligibility.EligibilityState;
import london.loti.referral.eligibility.Reason;
import london.loti.referral.eligibility.ResidentCircumstances;

/** The rules about whom a service is for, parted by what of a service they look at. */
final class EligibilityRules {
    final EligibilityCheck age;
    final EligibilityCheck groups;
    final EligibilityCheck conditions;
    final EligibilityCheck area;
    final EligibilityCheck language;
    final EligibilityCheck access;
    final EligibilityCheck cost;
    /** A council's own rules, which may look at anything. */
    final EligibilityCheck own;
    /** What is said in words is the same for everybody. One for every class of the facet. */
    final byte[] stated;

    EligibilityRules(EligibilityCheck all, Facet<Service> published) {
        age = all.only("age");
        groups = all.only("groups", "not-for");
        conditions = all.only("stated");
        area = all.only("area", "service-area", "postcode");
        language = all.only("language");
        access = all.only("access");
        cost = all.only("cost");
        own = all.addedOnly();
        stated = new byte[published.classes().size()];
        for (int i = 0; i < stated.length; i++) {
            stated[i] = verdict(conditions, published.classes().get(i), ResidentCircumstances.UNKNOWN);
        }
    }

    /** What rules say together: no where one does, unknown where one does, yes where all do. */
    static byte verdict(EligibilityCheck rules, Service published, ResidentCircumstances resident) {
        return verdict(rules.check(published, resident).reasons());
    }

    private static byte verdict(List<Reason> reasons) {
        byte verdict = Judge.SILENT;
        for (Reason reason : reasons) {
            byte one = verdict(reason.state());
            // the constants of a judge grow from silent to no
            verdict = one > verdict ? one : verdict;
        }
        return verdict;
    }

    private static byte verdict(EligibilityState state) {
        return switch (state) {
            case ELIGIBLE -> Judge.YES;
            case UNKNOWN -> Judge.UNKNOWN;
            case NOT_ELIGIBLE -> Judge.NO;
        };
    }

    /** Of the rules that decided, the words. */
    static String words(EligibilityCheck rules, Service published, ResidentCircumstances resident) {
        List<Reason> reasons = rules.check(published, resident).reasons();
        byte verdict = verdict(reasons);
        return reasons.stream()
                .filter(reason -> verdict(reason.state()) == verdict)
                .map(Reason::words)
                .collect(Collectors.joining("; "));
    }
}
