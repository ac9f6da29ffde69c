package london.loti.referral.device;

import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.area.AreaCode;
import london.loti.model.finding.Require;
import london.loti.model.need.ConceptRef;
import london.loti.model.need.ResidentRef;
import london.loti.model.privacy.Classified;
import london.loti.model.privacy.DataClass;

/** Something that happened to a device. A {@link LedgerEntry} says to which, when, and in whose role. */
public sealed interface DeviceEvent {
    /** The kinds of events: the lines of {@link DeviceTransitions}. */
    enum Kind {
        /** {@link DeviceEvent.Offered}. */
        OFFERED,
        /** {@link DeviceEvent.Declined}. */
        DECLINED,
        /** {@link DeviceEvent.Collected}. */
        COLLECTED,
        /** {@link DeviceEvent.OwnershipTransferred}. */
        OWNERSHIP_TRANSFERRED,
        /** {@link DeviceEvent.Wiped}. */
        WIPED,
        /** {@link DeviceEvent.Tested}. */
        TESTED,
        /** {@link DeviceEvent.Graded}. */
        GRADED,
        /** {@link DeviceEvent.Stocked}. */
        STOCKED,
        /** {@link DeviceEvent.Reserved}. */
        RESERVED,
        /** {@link DeviceEvent.Released}. */
        RELEASED,
        /** {@link DeviceEvent.Issued}. */
        ISSUED,
        /** {@link DeviceEvent.MovedWithResident}. */
        MOVED_WITH_RESIDENT,
        /** {@link DeviceEvent.Returned}. */
        RETURNED,
        /** {@link DeviceEvent.Recycled}. */
        RECYCLED,
        /** {@link DeviceEvent.Lost}. */
        LOST,
        /** {@link DeviceEvent.Found}. */
        FOUND
    }

    /** {@return the kind, a line of the table of transitions} */
    Kind kind();

    /**
     * Somebody offers a device.
     *
     * @param device its kind, a concept of {@code device-kinds}
     * @param makeClass make and model as a class, which is also that of the stock: never a serial number
     * @param assuranceLevel how far data must be put beyond reach, as whoever offers it asks, 1 to 3; null where they
     *     ask for none. ADISA's Data Impact Assurance Level, for example
     */
    record Offered(
            ConceptRef device, String makeClass, @Nullable Integer assuranceLevel) implements DeviceEvent {
        /**
         * Checks class and level.
         *
         * @param device its kind
         * @param makeClass make and model as a class
         * @param assuranceLevel 1 to 3; null where none is asked for
         */
        public Offered {
            Objects.requireNonNull(device, "an offered device needs its kind, 'device'");
            Require.code("an offered device", "makeClass", makeClass);
            checkLevel(assuranceLevel);
        }

        @Override
        public Kind kind() {
            return Kind.OFFERED;
        }
    }

    /**
     * The scheme does not take it.
     *
     * @param reason a concept of {@code device-reasons}
     */
    record Declined(ConceptRef reason) implements DeviceEvent {
        @Override
        public Kind kind() {
            return Kind.DECLINED;
        }
    }

    /** It is with the scheme now. */
    record Collected() implements DeviceEvent {
        @Override
        public Kind kind() {
            return Kind.COLLECTED;
        }
    }

    /**
     * Whoever had it gave it away, in writing.
     *
     * @param transfer the agreement
     */
    record OwnershipTransferred(OwnershipTransfer transfer) implements DeviceEvent {
        @Override
        public Kind kind() {
            return Kind.OWNERSHIP_TRANSFERRED;
        }
    }

    /**
     * Its data were removed.
     *
     * @param record how, by what, and in whose role
     */
    record Wiped(WipingRecord record) implements DeviceEvent {
        @Override
        public Kind kind() {
            return Kind.WIPED;
        }
    }

    /**
     * Its electrical safety was looked at.
     *
     * @param test how and with which result
     */
    record Tested(ElectricalTest test) implements DeviceEvent {
        @Override
        public Kind kind() {
            return Kind.TESTED;
        }
    }

    /**
     * It is refurbished, and looked at for its grade.
     *
     * @param grade a concept of {@code device-grades}
     * @param supportEnds the last day of security updates of its operating system; null where nobody knows
     */
    record Graded(ConceptRef grade, @Nullable LocalDate supportEnds) implements DeviceEvent {
        @Override
        public Kind kind() {
            return Kind.GRADED;
        }
    }

    /** It may be reserved from now on. */
    record Stocked() implements DeviceEvent {
        @Override
        public Kind kind() {
            return Kind.STOCKED;
        }
    }

    /**
     * A person has decided that a resident gets it.
     *
     * @param offer the id of the offer that was decided on
     * @param decision the id of the {@link london.loti.model.governance.DecisionRecord}
     * @param resident who gets it
     */
    record Reserved(
            @Classified(DataClass.OPERATIONAL) String offer,
            @Classified(DataClass.OPERATIONAL) String decision,
            @Classified(DataClass.PSEUDONYM) ResidentRef resident)
            implements DeviceEvent {
        /**
         * Checks that there is a decision.
         *
         * @param offer the id of the offer
         * @param decision the id of the decision
         * @param resident who gets it
         */
        public Reserved {
            Require.code("a reservation", "offer", offer);
            Require.code("a reservation", "decision", decision);
            Objects.requireNonNull(resident, "a reservation needs its 'resident'");
        }

        @Override
        public Kind kind() {
            return Kind.RESERVED;
        }

        /** Says nothing about whom. */
        @Override
        public String toString() {
            return "Reserved[redacted]";
        }
    }

    /**
     * The reservation ends without a device.
     *
     * @param reason a concept of {@code device-reasons}
     */
    record Released(ConceptRef reason) implements DeviceEvent {
        @Override
        public Kind kind() {
            return Kind.RELEASED;
        }
    }

    /**
     * The resident for whom it is reserved has it.
     *
     * @param toKeep whether it is theirs; otherwise it is lent
     */
    record Issued(boolean toKeep) implements DeviceEvent {
        @Override
        public Kind kind() {
            return Kind.ISSUED;
        }
    }

    /**
     * The resident moved, and the device with them: it stays theirs, also in another borough.
     *
     * @param from the local authority that they left
     * @param to the local authority that they live in now
     */
    record MovedWithResident(
            @Classified(DataClass.CONTACT) AreaCode from,
            @Classified(DataClass.CONTACT) AreaCode to) implements DeviceEvent {
        /**
         * Checks that both are known.
         *
         * @param from the local authority that they left
         * @param to the local authority that they live in now
         */
        public MovedWithResident {
            Objects.requireNonNull(from, "a move needs its 'from'");
            Objects.requireNonNull(to, "a move needs its 'to'");
        }

        @Override
        public Kind kind() {
            return Kind.MOVED_WITH_RESIDENT;
        }

        /** Where a resident lives is in no log. */
        @Override
        public String toString() {
            return "MovedWithResident[redacted]";
        }
    }

    /**
     * It came back.
     *
     * @param reason a concept of {@code device-reasons}
     */
    record Returned(ConceptRef reason) implements DeviceEvent {
        @Override
        public Kind kind() {
            return Kind.RETURNED;
        }
    }

    /**
     * It was taken apart or melted down.
     *
     * @param certificate the reference of the recycler's certificate
     */
    record Recycled(String certificate) implements DeviceEvent {
        /**
         * Checks the reference.
         *
         * @param certificate the reference of the certificate
         */
        public Recycled {
            Require.text(certificate, "a recycled device needs its 'certificate'");
        }

        @Override
        public Kind kind() {
            return Kind.RECYCLED;
        }
    }

    /** Nobody knows where it is. */
    record Lost() implements DeviceEvent {
        @Override
        public Kind kind() {
            return Kind.LOST;
        }
    }

    /** It turned up again; who had it meanwhile is not known, so it is wiped again. */
    record Found() implements DeviceEvent {
        @Override
        public Kind kind() {
            return Kind.FOUND;
        }
    }

    /** 1 to 3, or none. */
    private static void checkLevel(@Nullable Integer level) {
        if (level != null && (level < 1 || level > 3)) {
            throw new IllegalArgumentException("an assurance level must be 1, 2 or 3, but was " + level);
        }
    }
}
