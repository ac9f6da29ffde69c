/**
 * A table is a file of comma-separated values whose first line names the columns.
 * {@link london.loti.model.table.CsvReader} reads it with every bad row named at once;
 * {@link london.loti.model.table.CsvWriter} writes it so that no spreadsheet takes a cell for a formula.
 */
@NullMarked
package london.loti.model.table;

import org.jspecify.annotations.NullMarked;
