package london.loti.referral.eligibility;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import london.loti.model.privacy.Sensitive;
import london.loti.model.service.Accessibility;
import london.loti.model.service.CostOption;
import london.loti.model.service.Service;
import london.loti.model.service.ServiceAtLocation;

/** The rules about what somebody needs to take part. They apply only where the need is known. */
final class NeedRules {
    private NeedRules() {}

    /** A language that is not listed may still be had through an interpreter, so this never says no. */
    static Optional<Reason> language(Service service, ResidentCircumstances resident) {
        List<String> wanted = resident.languages().reveal();
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        boolean listed = service.languages().stream()
                .anyMatch(language -> language.code() != null && wanted.contains(base(language.code())));
        if (listed) {
            return Optional.of(Reason.eligible("language", "it is given in a language of the resident"));
        }
        String interpreters = service.interpretationServices();
        if (interpreters != null && !interpreters.isBlank()) {
            return Optional.of(Reason.unknown(
                    "language", "ask about the interpreters: \"" + PersonRules.quote(interpreters) + "\""));
        }
        return Optional.of(Reason.unknown(
                "language",
                service.languages().isEmpty()
                        ? "in which languages it is given is not published"
                        : "a language of the resident is not among those published; ask for an interpreter"));
    }

    /** {@code en-GB} is English. */
    private static String base(String code) {
        String lower = code.strip().toLowerCase(Locale.ROOT);
        int dash = lower.indexOf('-');
        return dash < 0 ? lower : lower.substring(0, dash);
    }

    /** What is not published about access is not absent, so this never says no. */
    static Optional<Reason> access(Service service, ResidentCircumstances resident) {
        Sensitive<List<String>> needs = resident.accessNeeds();
        if (needs == null || needs.reveal().isEmpty()) {
            return Optional.empty();
        }
        List<Accessibility> published = new ArrayList<>();
        for (ServiceAtLocation there : service.serviceAtLocations()) {
            if (there.location() != null) {
                published.addAll(there.location().accessibility());
            }
        }
        String text = published.stream()
                .map(one -> one.description() + " " + one.details())
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
        boolean negated = text.contains("no ") || text.contains("not ") || text.contains("without");
        boolean all = needs.reveal().stream().allMatch(need -> text.contains(need.toLowerCase(Locale.ROOT)));
        return Optional.of(
                all && !negated
                        ? Reason.eligible("access", "what is published about access names what the resident needs")
                        : Reason.unknown("access", "what is published about access does not settle it; ask first"));
    }

    static Optional<Reason> cost(Service service, ResidentCircumstances resident) {
        Sensitive<BigDecimal> canPay = resident.canPay();
        if (canPay == null) {
            return Optional.empty();
        }
        List<CostOption> options = service.costOptions();
        if (options.isEmpty()) {
            return Optional.of(Reason.unknown(
                    "cost",
                    service.feesDescription() == null && service.fees() == null
                            ? "what it costs is not published"
                            : "what it costs is published in words only"));
        }
        BigDecimal most = canPay.reveal();
        boolean allKnown = true;
        BigDecimal least = null;
        for (CostOption option : options) {
            BigDecimal amount = option.amount();
            boolean pounds = option.currency() == null || option.currency().equalsIgnoreCase("GBP");
            boolean always = option.validFrom() == null && option.validTo() == null;
            if (amount == null || !pounds || !always) {
                allKnown = false;
                continue;
            }
            least = least == null ? amount : least.min(amount);
            if (amount.compareTo(most) <= 0 && (options.size() == 1 || option.option() == null)) {
                return Optional.of(Reason.eligible("cost", "it costs " + money(amount)));
            }
        }
        if (least != null && least.compareTo(most) <= 0) {
            return Optional.of(Reason.unknown(
                    "cost", "it can cost as little as " + money(least) + " under a condition; ask whether that holds"));
        }
        return Optional.of(
                allKnown && least != null
                        ? Reason.notEligible("cost", "it costs at least " + money(least))
                        : Reason.unknown("cost", "what it costs is not fully published"));
    }

    private static String money(BigDecimal amount) {
        if (amount.signum() == 0) {
            return "nothing";
        }
        BigDecimal plain = amount.stripTrailingZeros();
        return "£" + (plain.scale() <= 0 ? plain : amount.setScale(Math.max(2, plain.scale()))).toPlainString();
    }
}
