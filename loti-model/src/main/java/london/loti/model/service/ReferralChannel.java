package london.loti.model.service;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * How a referral reaches a service. HSDS and ORUK have no field for it; directories hide it in prose.
 *
 * @param kind the way
 * @param target the e-mail address, web address or telephone number; null where the kind needs none
 * @param openTo who may use it
 * @param note what a referrer must know, in the provider's words; null for nothing
 */
public record ReferralChannel(
        Kind kind,
        @Nullable String target,
        OpenTo openTo,
        @Nullable String note) {

    /** A way for a referral to reach a service. */
    public enum Kind {
        /** The provider's own system takes it. */
        SYSTEM,
        /** A link that is good for one referral goes to the provider's e-mail address; the mail itself says nothing. */
        SIGNED_LINK,
        /** A form on the web. */
        WEB_FORM,
        /** A telephone call. */
        PHONE,
        /** The resident just goes there. */
        WALK_IN
    }

    /** Who may use a channel. */
    public enum OpenTo {
        /** Staff and residents. */
        ANYBODY,
        /** Staff of councils and partners only. */
        STAFF,
        /** Residents themselves only. */
        RESIDENTS
    }

    /**
     * Checks that a channel which leads somewhere says where.
     *
     * @param kind the way
     * @param target where it leads
     * @param openTo who may use it; a document may leave it out for anybody
     * @param note what a referrer must know; null for nothing
     * @throws IllegalArgumentException if a text is blank, or a target is needed and absent
     */
    public ReferralChannel {
        Objects.requireNonNull(kind, "a referral channel needs a 'kind'");
        openTo = Objects.requireNonNullElse(openTo, OpenTo.ANYBODY);
        Require.optionalText(target, "a referral channel's 'target' must not be blank");
        Require.optionalText(note, "a referral channel's 'note' must not be blank");
        if (target == null && kind != Kind.SYSTEM && kind != Kind.WALK_IN) {
            throw new IllegalArgumentException("a referral channel of this kind needs a 'target'");
        }
    }
}
