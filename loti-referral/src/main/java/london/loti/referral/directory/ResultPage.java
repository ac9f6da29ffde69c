package london.loti.referral.directory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import london.loti.model.service.Service;

/**
 * A page of services with the arithmetic that Open Referral UK asks of a page. Pages count from 1.
 *
 * @param totalItems how many services there are on all pages
 * @param pageNumber which page this is, from 1
 * @param perPage how many services a full page has
 * @param contents the services of this page
 */
public record ResultPage(int totalItems, int pageNumber, int perPage, List<Service> contents) {
    /**
     * Checks the numbers.
     *
     * @param totalItems how many services there are on all pages
     * @param pageNumber which page this is, from 1
     * @param perPage how many services a full page has
     * @param contents the services of this page
     * @throws IllegalArgumentException if there are more services than a page has, or a number is too small
     */
    public ResultPage {
        contents = List.copyOf(contents);
        if (totalItems < contents.size() || pageNumber < 1 || perPage < 1 || contents.size() > perPage) {
            throw new IllegalArgumentException(
                    "a page must be numbered from 1 and hold at most what is on a full page");
        }
    }

    /** {@return how many pages there are} */
    public int totalPages() {
        return (int) (((long) totalItems + perPage - 1) / perPage);
    }

    /** {@return whether this is the first page} */
    public boolean isFirst() {
        return pageNumber == 1;
    }

    /** {@return whether no page comes after this one} */
    public boolean isLast() {
        return pageNumber >= totalPages();
    }

    /** {@return the page as Open Referral UK 3.0 and HSDS 3 name its fields, ready to be written as JSON} */
    public Map<String, Object> asVersion3() {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("total_items", totalItems);
        page.put("total_pages", totalPages());
        page.put("page_number", pageNumber);
        page.put("size", contents.size());
        page.put("first_page", isFirst());
        page.put("last_page", isLast());
        page.put("empty", contents.isEmpty());
        page.put("contents", contents);
        return Collections.unmodifiableMap(page);
    }

    /** {@return the page as Open Referral UK 1.0 names its fields, ready to be written as JSON} */
    public Map<String, Object> asVersion1() {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("totalElements", totalItems);
        page.put("totalPages", totalPages());
        page.put("number", pageNumber);
        page.put("size", contents.size());
        page.put("first", isFirst());
        page.put("last", isLast());
        page.put("empty", contents.isEmpty());
        page.put("content", contents);
        return Collections.unmodifiableMap(page);
    }
}
