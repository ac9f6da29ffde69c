package london.loti.model.governance;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Require;
import london.loti.model.governance.Permission.Reason;
import london.loti.model.governance.PermissionRequest.Ground;
import london.loti.model.json.LotiJson;
import london.loti.model.need.Answer;
import london.loti.model.provenance.Source;

/**
 * Decides whether data about a resident may be shared. It is data: a council sets its own periods. What it grants is a
 * record of what staff said, checked for what must not be missing; it is not legal advice.
 *
 * @param id a short name
 * @param version the version of this policy
 * @param date when it was written, {@code 2026-11-25}
 * @param source what it rests on
 * @param publicAuthority whether the organisation that shares is a public authority about its own tasks
 * @param longestDays how many days a permission may last at most
 * @param longestDaysInEmergency how many days one may last that rests on somebody's life being at risk
 * @param reason why these periods
 */
public record PermissionPolicy(
        String id,
        String version,
        String date,
        Source source,
        boolean publicAuthority,
        int longestDays,
        int longestDaysInEmergency,
        String reason) {
    private static final String DEFAULT = "permission-default.json";

    /**
     * Checks the texts and the periods.
     *
     * @param id a short name
     * @param version the version of this policy
     * @param date when it was written
     * @param source what it rests on
     * @param publicAuthority whether the organisation that shares is a public authority about its own tasks
     * @param longestDays how many days a permission may last at most
     * @param longestDaysInEmergency how many days one may last that rests on somebody's life being at risk
     * @param reason why these periods
     * @throws IllegalArgumentException if a period is below a day, or a text is blank
     */
    public PermissionPolicy {
        Require.code("a permission policy", "id", id);
        Require.text(version, "a permission policy needs a 'version'");
        Require.date(date, "a permission policy's 'date' must be a day, for example 2026-11-25");
        Objects.requireNonNull(source, "a permission policy needs a 'source'");
        Require.text(reason, "a permission policy needs a 'reason'");
        if (longestDays < 1 || longestDaysInEmergency < 1) {
            throw new IllegalArgumentException("a permission must be able to last a day at least");
        }
    }

    /** {@return the bundled policy of a council: a year at most, seven days in an emergency} */
    public static PermissionPolicy withDefaults() {
        return LotiJson.bundled(DEFAULT, PermissionPolicy.class.getResourceAsStream(DEFAULT), PermissionPolicy.class);
    }

    /**
     * Reads a policy of one's own.
     *
     * @param file a JSON document in UTF-8
     * @return the policy, or every problem that was found
     */
    public static Checked<PermissionPolicy> read(Path file) {
        return LotiJson.read(file, PermissionPolicy.class);
    }

    /**
     * {@return a permission, or every reason why there is none}
     *
     * @param request what somebody asks to share
     * @param today the day of the decision
     */
    public Permission decide(PermissionRequest request, LocalDate today) {
        List<Reason> broken = new ArrayList<>();
        if (request.recipients().isEmpty() || request.fields().isEmpty()) {
            broken.add(Reason.NOTHING_ASKED);
        }
        int longest = request.ground() == Ground.VITAL_INTERESTS ? longestDaysInEmergency : longestDays;
        if (request.until().isBefore(request.on())
                || request.until().isAfter(request.on().plusDays(longest))) {
            broken.add(Reason.PERIOD);
        }
        if (request.on().isAfter(today)) {
            broken.add(Reason.NOT_YET);
        }
        addGround(request, today, broken);
        addBasis(request, broken);
        String policy = id + " " + version;
        return broken.isEmpty() ? new Permission.Granted(request, policy) : new Permission.Refused(broken, policy);
    }

    private static void addGround(PermissionRequest request, LocalDate today, List<Reason> broken) {
        Ground ground = request.ground();
        boolean mustBeTold = ground != Ground.VITAL_INTERESTS && ground != Ground.STATUTORY_DUTY;
        if (mustBeTold && request.informed() != Answer.YES) {
            broken.add(Reason.NOT_INFORMED);
        }
        if (ground == Ground.AGREEMENT && request.capacity() == Answer.NO) {
            broken.add(Reason.CANNOT_AGREE);
        }
        boolean othersDecide = ground == Ground.BEST_INTERESTS || ground == Ground.ATTORNEY || ground == Ground.DEPUTY;
        if (othersDecide) {
            LocalDate assessed = request.assessedOn();
            if (request.capacity() != Answer.NO || assessed == null || assessed.isAfter(today)) {
                broken.add(Reason.CAPACITY_NOT_ASSESSED);
            }
        }
        if ((othersDecide || ground == Ground.STATUTORY_DUTY) && request.reference() == null) {
            broken.add(Reason.NO_REFERENCE);
        }
    }

    private void addBasis(PermissionRequest request, List<Reason> broken) {
        if (publicAuthority && !request.basis().isForPublicTasks()) {
            broken.add(Reason.BASIS_BARRED);
        }
        if (!request.basis().isInForce(request.on())) {
            broken.add(Reason.BASIS_NOT_IN_FORCE);
        }
        if (request.condition() == null && request.fields().stream().anyMatch(SharedField::mayBeSpecialCategory)) {
            broken.add(Reason.NO_CONDITION);
        }
        if (request.basis() == LawfulBasis.CONSENT && request.ground() != Ground.AGREEMENT) {
            broken.add(Reason.CONSENT_WITHOUT_AGREEMENT);
        }
    }
}
