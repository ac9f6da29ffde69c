package london.loti.evaluation.report;

/**
 * A drawing. It never stands alone: the table beside it holds the same numbers.
 *
 * @param title its name
 * @param svg the drawing, every text in it escaped
 */
record Picture(String title, String svg) {}
