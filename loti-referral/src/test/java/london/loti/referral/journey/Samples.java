package london.loti.referral.journey;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;

import london.loti.model.area.AreaCode;
import london.loti.model.governance.LawfulBasis;
import london.loti.model.governance.PermissionRequest;
import london.loti.model.governance.SharedField;
import london.loti.model.governance.SpecialCategoryCondition;
import london.loti.model.need.ConceptRef;
import london.loti.model.need.ResidentRef;
import london.loti.model.privacy.Sensitive;
import london.loti.referral.seal.KeyWrapper;
import london.loti.referral.seal.Sealer;
import london.loti.referral.store.ReferralStore;

/** Invented referrals. */
final class Samples {
    static final Instant START = Instant.parse("2026-11-02T09:00:00Z");
    static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    static final ResidentRef RESIDENT = new ResidentRef("resident-token-1");
    static final ReferralId ID = new ReferralId("ref-1");
    static final Actor REFERRER = new Actor("staff-1", Role.REFERRER, "council");
    static final Actor LINK_WORKER = new Actor("staff-2", Role.LINK_WORKER, "council");
    static final Actor PROVIDER = new Actor("staff-9", Role.PROVIDER, "org-online");
    static final Actor OTHER_PROVIDER = new Actor("staff-8", Role.PROVIDER, "org-other");
    static final Actor SELF = new Actor("resident", Role.RESIDENT, null);
    static final Actor LEAD = new Actor("staff-3", Role.SAFEGUARDING_LEAD, "council");
    static final Actor SUPERVISOR = new Actor("staff-4", Role.SUPERVISOR, "council");
    static final ConceptRef AT_CAPACITY = ConceptRef.parse("referral-reasons:at-capacity");
    static final ConceptRef TELEPHONE = ConceptRef.parse("channels:telephone");
    static final String CANARY_NAME = "Zanzibar Quill";
    static final String CANARY_NOTE = "afraid of the neighbour's heron";

    private Samples() {}

    static Sealer sealer(ReferralStore store, Clock clock) {
        SecureRandom random = new SecureRandom();
        byte[] master = new byte[32];
        random.nextBytes(master);
        return Sealer.of(store, KeyWrapper.aes("test", new SecretKeySpec(master, "AES"), random), random)
                .keepingKeysFor(Duration.ofSeconds(5), clock);
    }

    static ReferralEvent.Drafted draft() {
        return draft("svc-classes", "org-online");
    }

    static ReferralEvent.Drafted draft(String service, String organisation) {
        return new ReferralEvent.Drafted(
                RESIDENT,
                service,
                organisation,
                Route.DIRECT,
                null,
                List.of(ConceptRef.parse("barriers:no-device")),
                new AreaCode("E01000001"),
                List.of(ConceptRef.parse("key-groups:carers")),
                ReferralContent.EMPTY
                        .with(SharedField.NAME, CANARY_NAME)
                        .with(SharedField.PHONE, "01632 960001")
                        .with(SharedField.NOTES, CANARY_NOTE),
                new SafeContact(true, List.of(TELEPHONE), null, null, false));
    }

    static ReferralEvent.PermissionRecorded permission() {
        return permission(RESIDENT, Set.of("org-online"), EnumSet.of(SharedField.NAME, SharedField.NEEDS), DAY);
    }

    static ReferralEvent.PermissionRecorded permission(
            ResidentRef resident, Set<String> recipients, Set<SharedField> fields, LocalDate on) {
        return new ReferralEvent.PermissionRecorded(PermissionRequest.agreed(
                resident,
                ConceptRef.parse("sharing-purposes:referral"),
                List.copyOf(recipients),
                fields,
                LawfulBasis.PUBLIC_TASK,
                SpecialCategoryCondition.HEALTH_OR_SOCIAL_CARE,
                on,
                on.plusDays(90),
                ConceptRef.parse("roles:link-worker")));
    }

    static ReferralEvent.Rejected rejected() {
        return new ReferralEvent.Rejected(AT_CAPACITY, Sensitive.of(CANARY_NOTE));
    }
}
