package london.loti.evaluation.report;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.economics.DiscountSchedule;
import london.loti.evaluation.economics.WholeLifeComparison;
import london.loti.evaluation.economics.WholeLifeCostModel;

import static org.assertj.core.api.Assertions.assertThat;

class CostPageTest {
    private static WholeLifeComparison forms() throws URISyntaxException {
        return WholeLifeCostModel.read(Path.of(Objects.requireNonNull(DiscountSchedule.class.getResource("MODEL.json"))
                        .toURI()))
                .orElseThrow()
                .compare();
    }

    @Test
    void everyNumberOfThePicturesStandsInATable() throws URISyntaxException {
        WholeLifeComparison found = forms();
        String page = CostPage.html(found);
        assertThat(page)
                .contains("<h2 id=\"when\">When open source is not best</h2>")
                .contains(
                        "It is not the cheapest below 3 councils; from there it is, up to the 100 that were looked at.")
                .contains("None of this enters a number.")
                .doesNotContain("<script", "http:", "https:", "<time");
        found.options().forEach(option -> assertThat(page).contains(money(option.presentValue())));
        found.byCouncils().get(0).points().stream()
                .limit(16)
                .forEach(point -> assertThat(page).contains(money(point.presentValue())));
        found.pairs().forEach(pair -> assertThat(page).contains(money(pair.saving())));
    }

    /** A number of pounds as the page has it. */
    private static String money(double pounds) {
        return String.format(Locale.ROOT, "£%,.0f", pounds);
    }

    @Test
    void namesAreTakenAsText() throws URISyntaxException {
        WholeLifeComparison found = forms();
        WholeLifeComparison odd = new WholeLifeComparison(
                found.model(),
                "<b>Forms</b> & more",
                found.priceYear(),
                found.schedule(),
                found.timing(),
                found.years(),
                found.council(),
                found.councils(),
                found.options(),
                found.cheapest(),
                found.pairs(),
                found.byCouncils(),
                found.uncertainty(),
                found.claims(),
                found.words());
        assertThat(CostPage.html(odd)).contains("&lt;b&gt;Forms").doesNotContain("<b>Forms");
    }
}
