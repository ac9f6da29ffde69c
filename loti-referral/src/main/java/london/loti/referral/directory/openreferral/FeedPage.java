package london.loti.referral.directory.openreferral;

import java.math.BigDecimal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import london.loti.model.finding.Severity;

/**
 * What a page says about itself, held against the records in it.
 *
 * @param numbers the page without its records
 * @param isOruk1 whether it has the names of Open Referral UK 1.0
 * @param items how many records are in it
 */
record FeedPage(ObjectNode numbers, boolean isOruk1, long items) {

    /** Tells which numbers can't be right together. */
    void check(RuleCheck.Told told) {
        Figure total = number(isOruk1 ? "totalElements" : "total_items", told);
        Figure pages = number(isOruk1 ? "totalPages" : "total_pages", told);
        Figure page = number(isOruk1 ? "number" : "page_number", told);
        Figure size = number("size", told);
        JsonNode first = flag(isOruk1 ? "first" : "first_page", told);
        JsonNode last = flag(isOruk1 ? "last" : "last_page", told);
        JsonNode empty = flag("empty", told);
        if (empty.isBoolean() && empty.booleanValue() != (items == 0)) {
            wrong(told, "/empty", "'empty' must be true just where the page has no record");
        }
        if (size.known() && size.value() != items && !(isLast(page, pages) && size.value() > items)) {
            wrong(
                    told,
                    "/size",
                    "the size must be the number of records in the page, or of a full page on the last one");
        }
        if (total.known() && total.value() < items) {
            wrong(told, total.path(), "there must be at least as many records in all as in the page");
        }
        long firstNumber = isOruk1 && page.known() && page.value() == 0 ? 0 : 1;
        if (first.isBoolean() && page.known() && first.booleanValue() != (page.value() == firstNumber)) {
            wrong(told, isOruk1 ? "/first" : "/first_page", "only the page of the lowest number can be the first");
        }
        if (last.isBoolean() && page.known() && pages.known() && last.booleanValue() != isLast(page, pages)) {
            wrong(told, isOruk1 ? "/last" : "/last_page", "only the page of the highest number can be the last");
        }
        if (total.known() && pages.known() && size.known() && size.value() > 0 && !isLast(page, pages)) {
            long needed = (total.value() + size.value() - 1) / size.value();
            if (needed != pages.value()) {
                wrong(told, pages.path(), "so many records in pages of this size need another number of pages");
            }
        }
    }

    private static boolean isLast(Figure page, Figure pages) {
        return page.known() && pages.known() && page.value() >= pages.value();
    }

    private Figure number(String field, RuleCheck.Told told) {
        JsonNode value = numbers.path(field);
        if (value.isMissingNode()) {
            told.problem(
                    Severity.WARNING, FeedRule.PAGE_NUMBERS, "/" + field, "a page should have the field, but lacks it");
        } else if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            wrong(told, "/" + field, "a whole number, at least 0, is wanted");
        } else if (value.decimalValue().compareTo(BigDecimal.valueOf(1L << 40)) < 0) {
            return new Figure("/" + field, value.longValue(), true);
        }
        return new Figure("/" + field, 0, false);
    }

    private JsonNode flag(String field, RuleCheck.Told told) {
        JsonNode value = numbers.path(field);
        if (value.isMissingNode()) {
            told.problem(
                    Severity.WARNING, FeedRule.PAGE_NUMBERS, "/" + field, "a page should have the field, but lacks it");
        } else if (!value.isBoolean()) {
            wrong(told, "/" + field, "true or false is wanted");
        }
        return value;
    }

    private static void wrong(RuleCheck.Told told, String path, String words) {
        told.problem(Severity.ERROR, FeedRule.PAGE_NUMBERS, path, words);
    }

    private record Figure(String path, long value, boolean known) {}
}
