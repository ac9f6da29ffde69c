package london.loti.referral.feedback;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

import com.samskivert.mustache.Mustache;
import org.jspecify.annotations.Nullable;

import london.loti.model.disclosure.DisclosedCounts;
import london.loti.model.provenance.Dataset;

/**
 * A report as one self-contained HTML file: the main figures in sentences, then every figure as bars with its table beside
 * it. It loads nothing from anywhere, runs no script, and works with a keyboard, a screen reader, and on paper.
 */
public final class ReportPage {
    private static final String HIDDEN = "not shown";
    private static final int BAR = 18;
    private static final int STEP = 26;

    private ReportPage() {}

    /**
     * {@return the page}
     *
     * @param report a report
     * @param title what it is about, for example the borough
     */
    public static String html(ReferralReport report, String title) {
        String css = resource("report.css");
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("csp", "default-src 'none'; style-src " + hash(css) + "; img-src data:; base-uri 'none'");
        page.put("css", css);
        page.put("title", title);
        page.put("from", report.period().first().toString());
        page.put("to", report.period().last().toString());
        page.put("headlines", report.headlines());
        page.put("statement", report.statement());
        page.put("policies", report.policies());
        page.put("figures", figures(report));
        page.put("waits", report.waits().stream().map(ReportPage::wait).toList());
        page.put(
                "comparisons",
                report.comparisons().stream().map(ReportPage::comparison).toList());
        page.put(
                "organisations",
                report.organisations().rows().stream()
                        .map(ReportPage::organisation)
                        .toList());
        page.put("organisationsMeaning", report.organisations().meaning());
        page.put("organisationsHidden", report.organisations().notShown());
        return Mustache.compiler()
                .escapeHTML(true)
                .compile(resource("report.mustache"))
                .execute(page);
    }

    private static List<Map<String, Object>> figures(ReferralReport report) {
        List<Map<String, Object>> figures = new ArrayList<>();
        for (Breakdown breakdown : report.breakdowns()) {
            Map<String, Object> figure = figure(breakdown);
            figure.put(
                    "parts", breakdown.parts().stream().map(ReportPage::figure).toList());
            figures.add(figure);
        }
        return figures;
    }

    /** Its parts, and theirs. */
    private static Stream<Breakdown> within(Breakdown breakdown) {
        return breakdown.parts().stream().flatMap(part -> Stream.concat(Stream.of(part), within(part)));
    }

    private static Map<String, Object> figure(Breakdown breakdown) {
        Map<String, Object> figure = new LinkedHashMap<>();
        figure.put("id", breakdown.id());
        figure.put("title", breakdown.title());
        figure.put("meaning", breakdown.meaning());
        figure.put("total", text(breakdown.counts().total()));
        figure.put(
                "rows", breakdown.counts().rows().stream().map(ReportPage::row).toList());
        figure.put("bars", bars(breakdown.counts()));
        figure.put("height", STEP * breakdown.counts().rows().size());
        return figure;
    }

    private static Map<String, Object> row(DisclosedCounts.Count count) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("category", count.category());
        row.put("people", text(count.people()));
        row.put("percent", percent(count.percent()));
        return row;
    }

    /** Bars beside the rows of the table; one that is not shown has none. */
    private static List<Map<String, Object>> bars(DisclosedCounts counts) {
        List<Map<String, Object>> bars = new ArrayList<>();
        int at = 0;
        for (DisclosedCounts.Count count : counts.rows()) {
            bars.add(bar(at++, count.percent()));
        }
        return bars;
    }

    private static Map<String, Object> bar(int place, @Nullable Double percent) {
        Map<String, Object> bar = new LinkedHashMap<>();
        bar.put("y", STEP * place + (STEP - BAR) / 2);
        bar.put("width", percent == null ? "0" : String.format(Locale.ROOT, "%.1f", Math.min(100, percent) * 2));
        bar.put("hidden", percent == null);
        bar.put("textY", STEP * place + 17);
        return bar;
    }

    private static Map<String, Object> wait(WaitingTime wait) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("title", wait.title());
        map.put("meaning", wait.meaning());
        map.put("unit", wait.unit());
        map.put("quarter", days(wait.quarter()));
        map.put("median", days(wait.median()));
        map.put("threeQuarters", days(wait.threeQuarters()));
        map.put("had", text(wait.counts().rows().get(0).people()));
        map.put("open", text(wait.counts().rows().get(1).people()));
        return map;
    }

    private static Map<String, Object> comparison(Comparison comparison) {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<Map<String, Object>> bars = new ArrayList<>();
        rows.add(compared("Everybody", comparison.everybody()));
        bars.add(bar(0, comparison.everybody().rows().get(0).percent()));
        for (Comparison.Line row : comparison.rows()) {
            bars.add(bar(rows.size(), row.counts().rows().get(0).percent()));
            rows.add(compared(row.label(), row.counts()));
        }
        Map<String, Object> map = new LinkedHashMap<>();
        String by = comparison.dimension().name().toLowerCase(Locale.ROOT);
        map.put("id", comparison.id() + "-by-" + by);
        map.put("title", comparison.title() + (comparison.title().contains("by kind") ? "" : ", by " + by));
        map.put("by", by);
        map.put("meaning", comparison.meaning());
        map.put("yes", comparison.everybody().rows().get(0).category());
        map.put("rows", rows);
        map.put("bars", bars);
        map.put("height", STEP * rows.size());
        map.put("notShown", comparison.notShown());
        map.put("someHidden", comparison.notShown() > 0);
        return map;
    }

    private static Map<String, Object> compared(String label, DisclosedCounts counts) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("label", label);
        map.put("people", text(counts.rows().get(0).people()));
        map.put("total", text(counts.total()));
        map.put("percent", percent(counts.rows().get(0).percent()));
        return map;
    }

    private static Map<String, Object> organisation(OrganisationAnswers.Line row) {
        Map<String, Object> map = compared(row.organisation(), row.counts());
        map.put("steadied", percent(row.steadied()));
        return map;
    }

    private static String text(@Nullable Long people) {
        return people == null ? HIDDEN : String.format(Locale.UK, "%,d", people);
    }

    private static String percent(@Nullable Double percent) {
        return percent == null ? HIDDEN : String.format(Locale.ROOT, "%.0f%%", percent);
    }

    private static String days(OptionalInt days) {
        return days.isPresent() ? String.valueOf(days.getAsInt()) : "not reached, or not shown";
    }

    private static String hash(String text) {
        MessageDigest digest = Dataset.newDigest();
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest.digest()) + "'";
    }

    private static String resource(String name) {
        try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource '" + name + "' must lie in the loti-referral jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
