package london.loti.referral.device;

import java.time.LocalDate;

import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.Nearest;
import london.loti.model.finding.Severity;
import london.loti.model.finding.Where;
import london.loti.model.need.ConceptRef;

/** What a policy asks of an event that the table allows. */
final class DeviceGuards {
    private final DevicePolicy policy;
    private final Severity severity;
    private final Findings findings;

    DeviceGuards(DevicePolicy policy, Severity severity, Findings findings) {
        this.policy = policy;
        this.severity = severity;
        this.findings = findings;
    }

    void check(DeviceHistory before, LedgerEntry entry) {
        LocalDate day = LocalDate.ofInstant(entry.at(), DeviceHistory.ZONE);
        Where where = Where.column(DeviceLedger.SOURCE, "device " + entry.device());
        DeviceEvent event = entry.event();
        if (event instanceof DeviceEvent.Wiped wiped) {
            wiped(before, wiped.record(), day, where);
        } else if (event instanceof DeviceEvent.Tested tested) {
            require(
                    !tested.test().on().isAfter(day),
                    DeviceLedger.Code.DATE,
                    "a test must not be later than its entry",
                    where);
        } else if (event instanceof DeviceEvent.Graded) {
            graded(before, where);
        } else if (event instanceof DeviceEvent.Stocked) {
            stocked(before, day, where);
        } else if (event instanceof DeviceEvent.Reserved || event instanceof DeviceEvent.Issued) {
            supported(before, day, where);
            tested(before, day, where);
        } else if (event instanceof DeviceEvent.Lost && before.state().mayHoldData()) {
            findings.warning(
                    DeviceLedger.Code.LOST_WITH_DATA,
                    "somebody's data may be on it: this may be a personal data breach\nMaybe tell the data protection"
                            + " officer today; a report to the ICO may be due within 72 hours (UK GDPR, Article 33).",
                    where);
        }
    }

    private void wiped(DeviceHistory before, WipingRecord record, LocalDate day, Where where) {
        policy.standard(record.standard())
                .ifPresentOrElse(
                        standard -> {
                            LocalDate until = standard.acceptedUntil();
                            require(
                                    until == null || !record.on().isAfter(until),
                                    DeviceLedger.Code.STANDARD,
                                    "the standard was accepted until " + until + ", and the wiping is later\nMaybe a"
                                            + " newer revision was used.",
                                    where);
                        },
                        () -> {
                            var known = policy.standards().stream()
                                    .map(DevicePolicy.Standard::code)
                                    .toList();
                            require(
                                    false,
                                    DeviceLedger.Code.STANDARD,
                                    "the standard must be one of " + known + Nearest.hint(record.standard(), known),
                                    where);
                        });
        require(record.verified(), DeviceLedger.Code.NOT_VERIFIED, "a wiping must be verified afterwards", where);
        require(!record.on().isAfter(day), DeviceLedger.Code.DATE, "a wiping must not be later than its entry", where);
        LocalDate arrived = before.arrivedOn();
        require(
                arrived == null || !record.on().isBefore(arrived),
                DeviceLedger.Code.DATE,
                "a wiping must not be earlier than the day on which the device came: data may be newer",
                where);
        Integer asked =
                before.offered().map(DeviceEvent.Offered::assuranceLevel).orElse(null);
        Integer has = record.assuranceLevel();
        require(
                asked == null || (has != null && has >= asked),
                DeviceLedger.Code.ASSURANCE,
                "whoever offered it asked for assurance level " + asked + ", which this wiping does not reach",
                where);
    }

    private void graded(DeviceHistory before, Where where) {
        require(
                before.wiping().map(w -> w.level() != WipingLevel.DESTROY).orElse(false),
                DeviceLedger.Code.DESTROYED,
                "a device whose storage is destroyed can't be used again\nMaybe it is to be recycled.",
                where);
        require(
                before.test().map(ElectricalTest::passed).orElse(false),
                DeviceLedger.Code.TEST,
                "the last electrical test must be passed",
                where);
        ConceptRef kind = before.offered().map(DeviceEvent.Offered::device).orElse(null);
        require(
                kind == null
                        || !policy.instrumentTested().contains(kind)
                        || before.test()
                                .map(test -> test.method() == ElectricalTest.Method.PAT)
                                .orElse(false),
                DeviceLedger.Code.TEST,
                "a device of this kind must be tested with an instrument (PAT)",
                where);
    }

    private void stocked(DeviceHistory before, LocalDate day, Where where) {
        require(
                before.transfer().isPresent(),
                DeviceLedger.Code.NO_TRANSFER,
                "whoever had it last must have given it away in writing: a transfer of ownership is needed",
                where);
        require(
                before.grade()
                        .map(graded -> policy.issuableGrades().contains(graded.grade()))
                        .orElse(false),
                DeviceLedger.Code.GRADE,
                "its grade must be one of " + policy.issuableGrades() + " to go to a resident",
                where);
        supported(before, day, where);
        tested(before, day, where);
    }

    private void supported(DeviceHistory before, LocalDate day, Where where) {
        LocalDate ends = before.grade().map(DeviceEvent.Graded::supportEnds).orElse(null);
        require(
                policy.isSupported(ends, day),
                DeviceLedger.Code.SUPPORT,
                ends == null
                        ? "the end of its security updates must be known"
                        : "its security updates must come for " + policy.minimumSupportMonths()
                                + " months from this day, but end on " + ends,
                where);
    }

    private void tested(DeviceHistory before, LocalDate day, Where where) {
        require(
                before.test()
                        .map(test -> test.passed()
                                && !test.on()
                                        .plusMonths(policy.testValidMonths())
                                        .isBefore(day))
                        .orElse(false),
                DeviceLedger.Code.TEST,
                "its last electrical test must be passed, and not older than " + policy.testValidMonths() + " months",
                where);
    }

    private void require(boolean holds, DeviceLedger.Code code, String message, Where where) {
        if (!holds) {
            findings.add(new Finding(severity, code, message, where));
        }
    }
}
