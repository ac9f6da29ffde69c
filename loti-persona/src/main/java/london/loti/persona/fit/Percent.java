package london.loti.persona.fit;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Shares for readers, in per cent with a decimal where it is not nought. */
final class Percent {
    private Percent() {}

    /** The nearest; something is never said to be nothing. */
    static String of(double share) {
        String text = text(share, RoundingMode.HALF_UP);
        return share > 0 && text.equals("0") ? "less than 0.1" : text;
    }

    /** Never above the share, so that a lower bound stays one. */
    static String down(double share) {
        return text(share, RoundingMode.DOWN);
    }

    /** Never below the share, so that an upper bound stays one. */
    static String up(double share) {
        return text(share, RoundingMode.UP);
    }

    private static String text(double share, RoundingMode mode) {
        return new BigDecimal(share)
                .movePointRight(2)
                .setScale(9, RoundingMode.HALF_EVEN) // 0.15 is not quite 0.15 in binary, and must not become 15.1
                .setScale(1, mode)
                .stripTrailingZeros()
                .toPlainString();
    }
}
