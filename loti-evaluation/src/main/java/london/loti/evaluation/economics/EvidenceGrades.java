package london.loti.evaluation.economics;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Require;
import london.loti.model.json.LotiJson;

/**
 * How well a figure is known, as grades with a correction: a cost is raised by it, a benefit lowered; a saving among costs
 * is lowered, a harm among benefits raised.
 *
 * @param id the name of this version
 * @param date when it was published
 * @param source where, and what is unverified
 * @param verified whether the corrections were read at their source
 * @param grades the grades, the best first
 */
public record EvidenceGrades(String id, String date, String source, boolean verified, List<Grade> grades) {
    /**
     * One grade.
     *
     * @param grade its number, 1 for the best
     * @param basis what figures of this grade are from
     * @param correction by which part a cost is raised and a benefit lowered, from 0 to 1
     */
    public record Grade(int grade, String basis, double correction) {
        /**
         * Checks the correction.
         *
         * @param grade its number
         * @param basis what figures of this grade are from
         * @param correction from 0 to 1
         * @throws IllegalArgumentException if it is not
         */
        public Grade {
            Require.text(basis, "a grade needs a 'basis'");
            Amounts.share("a correction", correction);
        }
    }

    /**
     * Copies the grades.
     *
     * @param id the name of this version
     * @param date when it was published
     * @param source where
     * @param verified whether the corrections were read at their source
     * @param grades the grades
     */
    public EvidenceGrades {
        Require.text(id, "evidence grades need an 'id'");
        Require.text(date, "evidence grades need a 'date'");
        Require.text(source, "evidence grades need a 'source'");
        grades = List.copyOf(Objects.requireNonNull(grades, "evidence grades need 'grades'"));
    }

    /** {@return the six grades of 2014 that English authorities share; their corrections are unverified} */
    public static EvidenceGrades bundled() {
        String name = "evidence-grades-2014.json";
        return LotiJson.bundled(name, EvidenceGrades.class.getResourceAsStream(name), EvidenceGrades.class);
    }

    /**
     * Reads grades of one's own.
     *
     * @param file a JSON document with the fields of this record
     * @return the grades, or every problem that was found
     */
    public static Checked<EvidenceGrades> read(Path file) {
        return LotiJson.read(file, EvidenceGrades.class);
    }

    /**
     * {@return a grade}
     *
     * @param number its number
     * @throws IllegalArgumentException if there is none with this number
     */
    public Grade grade(int number) {
        return grades.stream()
                .filter(g -> g.grade() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a grade must be one of "
                        + grades.stream().map(Grade::grade).toList() + ", but was " + number));
    }
}
