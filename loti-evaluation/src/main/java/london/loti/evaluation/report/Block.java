package london.loti.evaluation.report;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** A part of a section. Every form of the report is made from the same blocks, so what one hides all hide. */
sealed interface Block {
    /** A heading below that of the section. */
    record Heading(String text) implements Block {}

    /** A paragraph. */
    record Paragraph(String text) implements Block {}

    /** A list. */
    record Bullets(List<String> items) implements Block {}

    /** A table, the first column of which names its rows; with a picture of it or without. */
    record Table(
            String caption,
            List<String> header,
            List<List<String>> rows,
            @Nullable Picture picture) implements Block {
        Table(String caption, List<String> header, List<List<String>> rows) {
            this(caption, header, rows, null);
        }
    }
}
