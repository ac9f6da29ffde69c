package london.loti.persona.match;

/** Why no persona is suggested. */
public enum AbstainReason {
    /** Too small a share of the questions is answered. */
    TOO_LITTLE_KNOWN("too little is known"),
    /** Even the nearest persona is far away. */
    TOO_FAR("no persona is near enough"),
    /** Another persona is nearly as near. */
    TOO_CLOSE("two personas are nearly as near as each other");

    private final String words;

    AbstainReason(String words) {
        this.words = words;
    }

    /** {@return the reason, as a clause in plain words} */
    public String words() {
        return words;
    }
}
