package london.loti.evaluation.economics;

import london.loti.model.finding.Require;

/**
 * What somebody says about an option, for example its proponents. It is shown to readers and enters no number.
 *
 * @param by who says so
 * @param statement what they say, in one's own words
 * @param source where
 * @param verified whether the statement was checked against data
 */
public record Claim(String by, String statement, String source, boolean verified) {
    /**
     * Checks the texts.
     *
     * @param by who says so
     * @param statement what they say
     * @param source where
     * @param verified whether it was checked
     * @throws IllegalArgumentException if one is blank
     */
    public Claim {
        Require.text(by, "a claim needs 'by'");
        Require.text(statement, "a claim needs a 'statement'");
        Require.text(source, "a claim needs a 'source'");
    }
}
