package london.loti.referral.message;

import java.util.Locale;

import london.loti.referral.journey.ReferralEvent.Audience;
import london.loti.referral.message.TemplateSet.Tone;

/** What a text may have put in. There is none for anything about a resident, so that no template can ask for it. */
enum Placeholder {
    COUNCIL,
    PHONE,
    SERVICE,
    REFERENCE,
    LINK;

    static final String BY_LINK = "-link";

    /** For example {@code {council}}. */
    String written() {
        return "{" + name().toLowerCase(Locale.ROOT) + "}";
    }

    /** Whether a text may use it. */
    boolean isFor(TemplateSet.Template template, Tone tone) {
        boolean resident = template.audience() == Audience.RESIDENT;
        return switch (this) {
            case COUNCIL, PHONE -> true;
            case SERVICE -> resident && tone == Tone.PLAIN;
            case REFERENCE -> !resident;
            case LINK ->
                template.audience() == Audience.PROVIDER && template.name().endsWith(BY_LINK);
        };
    }
}
