package london.loti.evaluation.office;

/** Texts inside markup. */
public final class Xml {
    /** What every part begins with. */
    public static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private static final int REPLACEMENT = 0xfffd;

    private Xml() {}

    /**
     * {@return a text for content and for attributes in double quotes; what XML 1.0 can't hold becomes the replacement
     * character}
     *
     * @param text any text
     */
    public static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isAllowed(c) ? c : REPLACEMENT);
            }
        });
        return out.toString();
    }

    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || (c >= 0x20 && c <= 0xd7ff)
                || (c >= 0xe000 && c <= 0xfffd)
                || c >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
    }
}
