package london.loti.model.governance;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;
import london.loti.model.need.Answer;
import london.loti.model.need.ConceptRef;
import london.loti.model.need.ResidentRef;
import london.loti.model.privacy.Classified;
import london.loti.model.privacy.DataClass;

/**
 * What somebody asks to share about a resident, for what, with whom, and on what ground. It is only a request: a {@link
 * PermissionPolicy} decides whether it becomes a permission.
 *
 * @param resident whose data they are
 * @param purpose what for, for example {@code sharing-purposes:referral}
 * @param recipients ids of the organisations that would get them, at least one
 * @param fields what they would get, at least one thing
 * @param ground what lets the data be shared although they are in confidence
 * @param basis the basis of data protection law, recorded apart from the ground
 * @param condition the condition for special category data; null where none is shared
 * @param on the day of the resident's agreement, or of the decision in its place
 * @param until the last day on which data may be shared
 * @param recordedBy the role of the person who records it, for example {@code roles:link-worker}; never a name
 * @param informed whether the resident, or who acts for them, was told what is shared, with whom, and how to stop it
 * @param capacity whether the resident can decide this themselves now; where nobody assessed it, they can (Mental
 *     Capacity Act 2005, section 1)
 * @param assessedOn the day on which capacity for this decision was assessed; null where it was not
 * @param reference an opaque reference to what was seen: the statute, the court's order, the registered power of attorney,
 *     the record of best interests; null where the ground needs none
 */
public record PermissionRequest(
        @Classified(DataClass.PSEUDONYM) ResidentRef resident,
        @Classified(DataClass.OPERATIONAL) ConceptRef purpose,
        @Classified(DataClass.OPERATIONAL) List<String> recipients,
        @Classified(DataClass.OPERATIONAL) Set<SharedField> fields,
        @Classified(DataClass.PERSONAL) Ground ground,
        @Classified(DataClass.OPERATIONAL) LawfulBasis basis,
        @Classified(DataClass.OPERATIONAL) @Nullable SpecialCategoryCondition condition,
        @Classified(DataClass.OPERATIONAL) LocalDate on,
        @Classified(DataClass.OPERATIONAL) LocalDate until,
        @Classified(DataClass.OPERATIONAL) ConceptRef recordedBy,
        @Classified(DataClass.PERSONAL) Answer informed,
        @Classified(DataClass.SPECIAL_CATEGORY) Answer capacity,
        @Classified(DataClass.SPECIAL_CATEGORY) @Nullable LocalDate assessedOn,
        @Classified(DataClass.PERSONAL) @Nullable String reference) {

    /** What lets data be shared although they were given in confidence. */
    public enum Ground {
        /** The resident agreed. */
        AGREEMENT,
        /** A law says that it must be shared, whether or not the resident agrees. */
        STATUTORY_DUTY,
        /** Somebody's life is at risk. */
        VITAL_INTERESTS,
        /** The resident can't decide this, and it is in their best interests: Mental Capacity Act 2005, section 4. */
        BEST_INTERESTS,
        /** The resident can't decide this, and an attorney for health and welfare agreed: section 9. */
        ATTORNEY,
        /** The resident can't decide this, and a deputy whom the court appointed agreed: section 16. */
        DEPUTY
    }

    /**
     * Checks the form, and not whether it may be granted.
     *
     * @param resident whose data they are
     * @param purpose what for
     * @param recipients ids of organisations
     * @param fields what they would get
     * @param ground what lets the data be shared
     * @param basis the basis of data protection law
     * @param condition the condition for special category data; null where none is shared
     * @param on the day of the agreement or decision
     * @param until the last day on which data may be shared
     * @param recordedBy the role of the person who records it
     * @param informed whether the resident was told; a document may leave it out
     * @param capacity whether the resident can decide this; a document may leave it out
     * @param assessedOn the day of the assessment; null where there was none
     * @param reference what was seen; null where the ground needs none
     */
    public PermissionRequest {
        Objects.requireNonNull(resident, "a permission needs a 'resident'");
        Objects.requireNonNull(purpose, "a permission needs a 'purpose'");
        recipients = List.copyOf(new TreeSet<>(Objects.requireNonNull(recipients, "a permission needs 'recipients'")));
        recipients.forEach(recipient -> Require.code("a permission", "recipients", recipient));
        fields = ordered(Objects.requireNonNull(fields, "a permission needs 'fields'"));
        Objects.requireNonNull(ground, "a permission needs a 'ground'");
        Objects.requireNonNull(basis, "a permission needs a 'basis'");
        Objects.requireNonNull(on, "a permission needs the day 'on'");
        Objects.requireNonNull(until, "a permission needs the day 'until'");
        Objects.requireNonNull(recordedBy, "a permission needs whom it was 'recordedBy'");
        informed = Objects.requireNonNullElse(informed, Answer.NOT_ASKED);
        capacity = Objects.requireNonNullElse(capacity, Answer.NOT_ASKED);
        if (reference != null) {
            Require.code("a permission", "reference", reference);
        }
    }

    /**
     * Starts the request that is most frequent: the resident was told, and agreed.
     *
     * @param resident whose data they are
     * @param purpose what for
     * @param recipients ids of the organisations that would get them
     * @param fields what they would get
     * @param basis the basis of data protection law
     * @param condition the condition for special category data; null where none is shared
     * @param on the day of the agreement
     * @param until the last day on which data may be shared
     * @param recordedBy the role of the person who records it
     * @return the request
     */
    public static PermissionRequest agreed(
            ResidentRef resident,
            ConceptRef purpose,
            List<String> recipients,
            Set<SharedField> fields,
            LawfulBasis basis,
            @Nullable SpecialCategoryCondition condition,
            LocalDate on,
            LocalDate until,
            ConceptRef recordedBy) {
        return new PermissionRequest(
                resident,
                purpose,
                recipients,
                fields,
                Ground.AGREEMENT,
                basis,
                condition,
                on,
                until,
                recordedBy,
                Answer.YES,
                Answer.NOT_ASKED,
                null,
                null);
    }

    private static Set<SharedField> ordered(Set<SharedField> fields) {
        Set<SharedField> copy = EnumSet.noneOf(SharedField.class);
        copy.addAll(fields);
        return Collections.unmodifiableSet(copy);
    }

    /** Says nothing about whom or what. */
    @Override
    public String toString() {
        return "PermissionRequest[redacted]";
    }
}
