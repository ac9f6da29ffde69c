package london.loti.model.governance;

import java.time.LocalDate;

/**
 * On what basis personal data are processed: UK GDPR Article 6(1), with the one that the Data (Use and Access) Act 2025
 * added. It is recorded apart from a resident's agreement: a council that asks a resident mostly still relies on its
 * public task. Nothing here is legal advice.
 */
public enum LawfulBasis {
    /** The resident consented, freely: seldom right where a council has power over somebody. */
    CONSENT("UK GDPR Article 6(1)(a)", true),
    /** A contract with the resident. */
    CONTRACT("UK GDPR Article 6(1)(b)", true),
    /** A law obliges. */
    LEGAL_OBLIGATION("UK GDPR Article 6(1)(c)", true),
    /** Somebody's life depends on it. */
    VITAL_INTERESTS("UK GDPR Article 6(1)(d)", true),
    /** A task in the public interest, laid down by law: what councils mostly rely on. */
    PUBLIC_TASK("UK GDPR Article 6(1)(e)", true),
    /** One of the interests listed in Annex 1, for bodies that are no public authority. */
    RECOGNISED_LEGITIMATE_INTEREST("UK GDPR Article 6(1)(ea)", false),
    /** An interest that outweighs the resident's, for bodies that are no public authority. */
    LEGITIMATE_INTERESTS("UK GDPR Article 6(1)(f)", false);

    private static final LocalDate RECOGNISED_FROM = LocalDate.of(2026, 2, 5);

    private final String article;
    private final boolean forPublicTasks;

    LawfulBasis(String article, boolean forPublicTasks) {
        this.article = article;
        this.forPublicTasks = forPublicTasks;
    }

    /** {@return where it is laid down} */
    public String article() {
        return article;
    }

    /** {@return whether a public authority may rely on it for its own tasks; Articles 6(1)(ea) and (f) are barred} */
    public boolean isForPublicTasks() {
        return forPublicTasks;
    }

    /**
     * {@return whether it was in force on a day; Article 6(1)(ea) is from 5 February 2026 on (SI 2026/82)}
     *
     * @param day a day
     */
    public boolean isInForce(LocalDate day) {
        return this != RECOGNISED_LEGITIMATE_INTEREST || !day.isBefore(RECOGNISED_FROM);
    }
}
