package london.loti.referral.directory.openreferral;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import london.loti.model.service.Extras;
import london.loti.model.service.ReferralChannel;
import london.loti.model.service.Service;

/**
 * Parts of a service that follow from fields which loti keeps as extensions: how a referral reaches it, from the fields
 * that Find Support Services has; the ages, from the eligibility of Open Referral UK 1.0. A writer leaves them out again
 * where it writes those fields.
 */
final class DerivedParts {
    private DerivedParts() {}

    static Service addTo(Service service, boolean isHsds) {
        Extras extras = service.extras();
        List<ReferralChannel> channels = channels(extras);
        Ages ages = isHsds ? Ages.NONE : ages(extras);
        if (channels.isEmpty() && ages.isEmpty()) {
            return service;
        }
        Service.Builder builder = service.toBuilder();
        if (service.referralChannels().isEmpty()) {
            builder.referralChannels(channels);
        }
        if (service.minimumAge() == null && service.maximumAge() == null) {
            builder.minimumAge(ages.lowest()).maximumAge(ages.highest());
        }
        return builder.build();
    }

    /** The ways that {@code referralEmail} and {@code referralLink} tell. */
    static List<ReferralChannel> channels(Extras extras) {
        List<ReferralChannel> channels = new ArrayList<>();
        add(channels, ReferralChannel.Kind.SIGNED_LINK, extras.extensions().get("referralEmail"));
        add(channels, ReferralChannel.Kind.WEB_FORM, extras.extensions().get("referralLink"));
        return channels;
    }

    private static void add(List<ReferralChannel> channels, ReferralChannel.Kind kind, @Nullable String json) {
        JsonNode target = json == null ? null : RecordEncoder.parse(json);
        if (target != null && target.isTextual() && !target.asText().isBlank()) {
            channels.add(new ReferralChannel(kind, target.asText(), ReferralChannel.OpenTo.ANYBODY, null));
        }
    }

    /** The lowest and the highest age of all {@code eligibilitys}, where each tells it. */
    static Ages ages(Extras extras) {
        Map<String, String> extensions = extras.extensions();
        String json = extensions.get("eligibilitys");
        JsonNode list = json == null ? null : RecordEncoder.parse(json);
        if (list == null || !list.isArray()) {
            return Ages.NONE;
        }
        return new Ages(extreme(list, "minimum_age", -1), extreme(list, "maximum_age", 1));
    }

    private static @Nullable BigDecimal extreme(JsonNode list, String field, int sign) {
        BigDecimal extreme = null;
        for (JsonNode item : list) {
            if (!item.path(field).isNumber()) {
                return null;
            }
            BigDecimal age = item.path(field).decimalValue();
            extreme = extreme == null || age.compareTo(extreme) * sign > 0 ? age : extreme;
        }
        return extreme;
    }

    /** A lowest and a highest age in years; null is not known. */
    record Ages(@Nullable BigDecimal lowest, @Nullable BigDecimal highest) {
        static final Ages NONE = new Ages(null, null);

        boolean isEmpty() {
            return lowest == null && highest == null;
        }
    }
}
