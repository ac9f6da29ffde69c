package london.loti.evaluation.report;

import java.util.List;

/** A section of the report. */
record Section(String id, String title, List<Block> blocks) {}
