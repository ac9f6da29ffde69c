package london.loti.evaluation.plan;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Require;
import london.loti.model.finding.Where;
import london.loti.model.json.LotiJson;
import london.loti.model.provenance.Dataset;
import london.loti.model.provenance.LibraryVersion;

/**
 * The lock of a plan: the hash of its bytes and the day. Keep it away from the plan, where others see its day: in a
 * registry, a commit, an e-mail. The day is as honest as whoever wrote it.
 *
 * @param plan the id of the plan
 * @param version its version
 * @param sha256 the SHA-256 of its bytes, 64 hexadecimal digits in lower case
 * @param date the day it was locked
 * @param loti the version of the library that locked it
 */
public record PlanLock(String plan, String version, String sha256, LocalDate date, String loti) {
    private static final String FILE = "plan.json";
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /**
     * Checks the hash.
     *
     * @param plan the id of the plan
     * @param version its version
     * @param sha256 the SHA-256 of its bytes
     * @param date the day it was locked
     * @param loti the version of the library
     * @throws IllegalArgumentException if the hash has another shape
     */
    public PlanLock {
        Require.id("a lock's plan", plan);
        Require.text(version, "a lock needs the plan's 'version'");
        Objects.requireNonNull(date, "a lock needs a 'date'");
        Require.text(loti, "a lock needs the version of 'loti'");
        Objects.requireNonNull(sha256, "a lock needs a 'sha256'");
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("a lock's sha256 must be 64 hexadecimal digits in lower case");
        }
    }

    /**
     * {@return the lock of a plan}
     *
     * @param plan the plan's bytes, as {@link AnalysisPlan#json()} or somebody's editor wrote them
     * @param date the day, which the caller says
     * @throws FindingsException if the bytes are no plan
     * @throws IllegalArgumentException if the day is before that of the plan
     */
    public static PlanLock lock(byte[] plan, LocalDate date) {
        return lock(FILE, plan, date);
    }

    /**
     * {@return the lock of a plan}
     *
     * @param file the name of the plan's file, for findings
     * @param plan the plan's bytes, as {@link AnalysisPlan#json()} or somebody's editor wrote them
     * @param date the day, which the caller says
     * @throws FindingsException if the bytes are no plan
     * @throws IllegalArgumentException if the day is before that of the plan
     */
    public static PlanLock lock(String file, byte[] plan, LocalDate date) {
        AnalysisPlan read = read(file, plan).orElseThrow();
        if (date.isBefore(read.date())) {
            throw new IllegalArgumentException("a plan must be locked on its own day or later, but is dated "
                    + read.date() + " and locked on " + date);
        }
        return new PlanLock(read.id(), read.version(), hash(plan), date, LibraryVersion.current());
    }

    /**
     * Reads a lock.
     *
     * @param file a JSON document with the fields of this record
     * @return the lock, or every problem that was found
     */
    public static Checked<PlanLock> read(Path file) {
        return LotiJson.read(file, PlanLock.class);
    }

    /** {@return the lock as JSON: the lock file} */
    public String json() {
        return LotiJson.write(this);
    }

    /**
     * {@return the plan, if it is the one that was locked; else what is wrong}
     *
     * @param bytes the plan's bytes
     */
    public Checked<LockedPlan> check(byte[] bytes) {
        return check(FILE, bytes);
    }

    /**
     * {@return the plan, if it is the one that was locked; else what is wrong}
     *
     * @param file the name of the plan's file, for findings
     * @param bytes the plan's bytes
     */
    public Checked<LockedPlan> check(String file, byte[] bytes) {
        Checked<AnalysisPlan> read = read(file, bytes);
        if (!hash(bytes).equals(sha256)) {
            return Checked.failed(List.of(otherHash(file, read)));
        }
        if (read.hasErrors()) {
            return Checked.failed(read.findings());
        }
        AnalysisPlan locked = read.orElseThrow();
        List<Finding> findings = new ArrayList<>();
        require(locked.id().equals(plan), "id", file, findings);
        require(locked.version().equals(version), "version", file, findings);
        require(!date.isBefore(locked.date()), "date, which must not be after the lock's,", file, findings);
        return findings.isEmpty() ? read.map(found -> new LockedPlan(found, this)) : Checked.failed(findings);
    }

    /** Another plan, or another version, was most likely taken by mistake and not changed. */
    private Finding otherHash(String file, Checked<AnalysisPlan> read) {
        if (!read.hasErrors()) {
            AnalysisPlan found = read.orElseThrow();
            if (!found.id().equals(plan)) {
                return other(
                        "the plan's id must be '" + plan + "', which was locked on " + date + ", but this is another"
                                + " plan\nMaybe give the lock of this plan, or the plan of this lock.",
                        file);
            }
            if (!found.version().equals(version)) {
                return other(
                        "the plan's version must be the one that was locked on " + date + ", but is another"
                                + "\nMaybe give the lock of this version.",
                        file);
            }
        }
        return Finding.error(
                PlanProblem.CHANGED_PLAN,
                "the plan must be the one that was locked on " + date + ", but its hash is another"
                        + "\nMaybe it was edited since, or saved with other line ends. A new version needs a new"
                        + " lock.",
                Where.file(file));
    }

    private static void require(boolean kept, String field, String file, List<Finding> findings) {
        if (!kept) {
            findings.add(other(
                    "the plan's " + field + " must be as the lock says, but is another"
                            + "\nMaybe the lock was written by hand, or edited.",
                    file));
        }
    }

    private static Finding other(String message, String file) {
        return Finding.error(PlanProblem.OTHER_PLAN, message, Where.file(file));
    }

    private static String hash(byte[] bytes) {
        return Dataset.of(FILE, bytes).sha256();
    }

    private static Checked<AnalysisPlan> read(String file, byte[] bytes) {
        try {
            return LotiJson.read(file, new ByteArrayInputStream(bytes), AnalysisPlan.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
