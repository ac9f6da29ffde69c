package london.loti.model.governance;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What must hold before a suggestion of software may touch a resident: UK GDPR, Articles 22A to 22D, as the Data (Use
 * and Access) Act 2025 put them in force on 5 February 2026, and the ICO's draft guidance of 2026 on what makes a
 * person's part in a decision meaningful. The guidance is not final; nothing here is legal advice.
 */
public enum Safeguard {
    /** A person looked before anything happened. */
    REVIEWED_BEFORE_EFFECT("UK GDPR Article 22A", "a person has reviewed the suggestion before it has any effect"),
    /** That person could have decided otherwise, and knew how the suggestion came about. */
    ABLE_TO_CHANGE("UK GDPR Article 22A", "that person understands the suggestion and has the power to change it"),
    /** The resident knows that software made a suggestion. */
    RESIDENT_INFORMED("UK GDPR Article 22C", "the resident has been told about the suggestion and the decision"),
    /** The resident was heard. */
    REPRESENTATIONS("UK GDPR Article 22C", "the resident can say what they think of it, and is heard"),
    /** The resident can ask for a person. */
    HUMAN_INTERVENTION("UK GDPR Article 22C", "the resident can have a person look at it"),
    /** The resident can object. */
    CONTEST("UK GDPR Article 22C", "the resident can contest the decision, and knows how"),
    /** Health, disability and the like were used, so a decision by software alone is all but barred. */
    SPECIAL_CATEGORY_DATA(
            "UK GDPR Articles 9 and 22B",
            "special category data were used under a condition of Article 9, and not by software alone");

    private final String article;
    private final String words;

    Safeguard(String article, String words) {
        this.article = article;
        this.words = words;
    }

    /** {@return where it is laid down} */
    public String article() {
        return article;
    }

    /** {@return what must hold, as a clause in plain words} */
    public String words() {
        return words;
    }

    /**
     * {@return the safeguards of a suggestion}
     *
     * @param specialCategory whether it rests on special category data, be it in part
     */
    public static Set<Safeguard> required(boolean specialCategory) {
        Set<Safeguard> all = EnumSet.copyOf(Arrays.asList(values()));
        if (!specialCategory) {
            all.remove(SPECIAL_CATEGORY_DATA);
        }
        return Collections.unmodifiableSet(all);
    }
}
