package london.loti.persona.card;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import london.loti.model.codelist.Vocabulary;
import london.loti.model.need.ConceptRef;
import london.loti.model.provenance.Licence;
import london.loti.model.provenance.Source;
import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.AttributeKind;
import london.loti.persona.bank.BarrierAt;
import london.loti.persona.bank.Claim;
import london.loti.persona.bank.Help;
import london.loti.persona.bank.Origin;
import london.loti.persona.bank.Persona;
import london.loti.persona.bank.PersonaBank;
import london.loti.persona.evidence.Fact;
import london.loti.persona.evidence.Insight;
import london.loti.persona.evidence.InsightBank;

import static org.assertj.core.api.Assertions.assertThat;

class PersonaCardsTest {
    private static final PersonaBank LONDON = PersonaBank.london();
    private static final Vocabulary WORDS = Vocabulary.bundled();
    private static final String HTML = PersonaCards.of(LONDON, WORDS).html();
    private static final String HOSTILE = "</style><script>alert('x')</script>\"{{csp}}&amp; <img src=x onerror=y>";

    private static Stream<Persona> personas() {
        return LONDON.personas().stream();
    }

    /** The card of one persona, without its markup. */
    private static String card(String html, Persona persona) {
        int from = html.indexOf("<article id=\"persona-" + persona.id() + "\"");
        String card = html.substring(from, html.indexOf("</article>", from));
        return plain(card);
    }

    private static String plain(String html) {
        return html.replaceAll("<[^>]*>", "")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#x60;", "`")
                .replace("&#x3D;", "=")
                .replace("&amp;", "&");
    }

    private static List<String> found(String pattern, String html) {
        return Pattern.compile(pattern)
                .matcher(html)
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("personas")
    void everythingThatAPersonaSaysIsOnItsCard(Persona persona) {
        String card = card(HTML, persona);
        InsightBank evidence = LONDON.evidence();
        assertThat(card)
                .contains("Invented persona", persona.name(), persona.summary(), persona.area())
                .contains(persona.id() + ", version " + persona.version(), "Apache License 2.0", "23 November 2027");
        persona.concepts()
                .forEach(concept -> assertThat(card).as(concept.toString()).contains(WORDS.label(concept)));
        persona.defining().forEach((id, value) -> {
            Attribute attribute = LONDON.attribute(id).orElseThrow();
            assertThat(card).contains(attribute.label(), attribute.words(attribute.parse(value)));
        });
        persona.illustrative().forEach((heading, words) -> assertThat(card).contains(heading, words));
        persona.access()
                .states()
                .forEach((item, state) ->
                        assertThat(card).containsPattern(Terms.name(item) + "\\s+" + Terms.name(state)));
        persona.helps().forEach(help -> assertThat(card).contains(help.why()));
        persona.areaProxies().forEach(proxy -> assertThat(card).contains(proxy.label(), proxy.reason()));
        for (Claim claim : persona.claims()) {
            assertThat(card).contains(claim.text());
            Stream.concat(
                            evidence.factsFor(claim.evidence()).stream(),
                            evidence.factsAgainst(claim.evidence()).stream())
                    .forEach(fact -> assertThat(card)
                            .contains(fact.text(), fact.place())
                            .contains(
                                    evidence.source(fact.source()).orElseThrow().title())
                            .contains(fact.sample() == null ? "" : fact.sample()));
        }
        assertThat(found("(Assumption)\\.", card)).hasSize((int)
                persona.claims().stream().filter(Claim::assumption).count());
    }

    @Test
    void theHeadSaysWhatPersonasAreForAndWhatNot() {
        assertThat(plain(HTML))
                .contains(LONDON.title(), LONDON.description(), "bank london, version 1", "23 November 2026")
                .contains("never stored on a resident", "Limits of this bank")
                .contains(LONDON.limits());
    }

    @Test
    void theOverviewHasARowForEachPersonaAndAWordInEachCell() {
        String matrix = HTML.substring(HTML.indexOf("<table class=\"matrix\">"), HTML.indexOf("</table>"));
        assertThat(found("<th scope=\"row\"><a href=\"#persona-([a-z_]+)\">", matrix))
                .containsExactlyElementsOf(personas().map(Persona::id).toList());
        assertThat(found("<span class=\"word\">([A-Z][a-z ]+)</span>", matrix)).hasSize(12 * 5);
    }

    @Test
    void twoOfADyadLeadToEachOther() {
        String carer = article("carer_without_time");
        String caredFor = article("cared_for_with_dementia");
        assertThat(carer).contains("Cares for <a href=\"#persona-cared_for_with_dementia\">Ivy Lowe</a>");
        assertThat(caredFor).contains("Is cared for by <a href=\"#persona-carer_without_time\">Kelvin Lowe</a>");
    }

    private static String article(String id) {
        int from = HTML.indexOf("<article id=\"persona-" + id + "\"");
        return HTML.substring(from, HTML.indexOf("</article>", from));
    }

    @Test
    void everyLinkInThePageHasItsPlaceAndNoPlaceIsThereTwice() {
        List<String> ids = found(" id=\"([^\"]+)\"", HTML);
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids).containsAll(found("href=\"#([^\"]+)\"", HTML));
        assertThat(ids).containsAll(found("aria-labelledby=\"([^\"]+)\"", HTML));
    }

    @Test
    void contestedInsightsShowWhatSpeaksAgainstThem() {
        assertThat(plain(HTML))
                .contains("Contested insight", "facts speak for it, and others against it", "Speaks against it:");
    }

    @Test
    void thePageLoadsNothingAndRunsNoScript() throws Exception {
        assertThat(HTML)
                .doesNotContain("<script", "@import", "url(", "<img", "<iframe", " style=", " src=")
                .doesNotContainPattern("\\son[a-z]+=");
        assertThat(found("<link [^>]*href=\"([^\"]+)\"", HTML)).containsExactly("data:,");
        String css = HTML.substring(HTML.indexOf("<style>") + 7, HTML.indexOf("</style>"));
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8)));
        assertThat(plain(found("Content-Security-Policy\" content=\"([^\"]+)\"", HTML)
                        .get(0)))
                .isEqualTo("default-src 'none'; style-src 'sha256-" + hash + "'; img-src data:; base-uri 'none'");
    }

    @Test
    void theSameBankGivesTheSameBytes() {
        assertThat(PersonaCards.of(PersonaBank.london(), Vocabulary.bundled()).html())
                .isEqualTo(HTML);
        assertThat(HTML).doesNotContain("\r");
    }

    @Test
    void markupInABankIsTextAndOnlyAddressesOfTheWebAreLinks() {
        String html = PersonaCards.of(hostile(), WORDS).html();
        assertThat(html)
                .doesNotContain("<script", "<img", "href=\"javascript", "href=\"JavaScript", "href=\"data:text");
        assertThat(found("(<style>)", html)).hasSize(1);
        assertThat(found("(</style>)", html)).hasSize(1);
        assertThat(plain(html)).contains(HOSTILE);
        assertThat(found("href=\"([^#\"][^\"]*)\"", html))
                .containsOnly("data:,", "https://example.org/a?b&#x3D;c&amp;d");
        Persona copy = hostile().personas().get(0);
        assertThat(card(html, copy))
                .contains("Copied from", "somebody_else, version 3, of bank other, version 2", "5 January 2026")
                .contains("No evidence given.", "Refuted insight", "Unsupported insight")
                .contains("barriers:not-in-any-list");
        assertThat(found(" id=\"([^\"]+)\"", html)).doesNotHaveDuplicates();
    }

    @Test
    void aBankWithTheLeastInItHasNoEmptyParts() {
        Persona least =
                persona("least", "L", "S", List.of(new Claim("c", "C.", List.of(), true)), List.of(), List.of());
        PersonaBank bank = bank(InsightBank.empty(), least);
        String html = PersonaCards.of(bank, WORDS).html();
        assertThat(plain(html)).contains("No segment", "The claims of this bank name no source.", "Not known");
        assertThat(plain(html))
                .doesNotContain(
                        "Where the way is blocked",
                        "What helps",
                        "Strengths",
                        "Household",
                        "Adjustments a",
                        "Limits of this bank");
    }

    private static PersonaBank hostile() {
        Source web =
                new Source("web", HOSTILE, HOSTILE, HOSTILE, "https://example.org/a?b=c&d", Licence.NOT_OPEN, HOSTILE);
        Source script = new Source(
                "script", HOSTILE, "P", "2026", "JavaScript:alert(1)//https://x.org", Licence.NOT_OPEN, null);
        Source data = new Source("data", "D", "P", "2026", "data:text/html,x", Licence.NOT_OPEN, null);
        InsightBank evidence = new InsightBank(
                List.of(web, script, data),
                List.of(),
                List.of(
                        new Fact("f1", HOSTILE, "web", "2026-01-02", HOSTILE, HOSTILE, null),
                        new Fact("f2", "F", "script", "2026-01-02", "X", null, null),
                        new Fact("f3", "F", "data", "2026-01-02", "X", null, null)),
                List.of(
                        new Insight("i1", HOSTILE, List.of(), List.of("f1")),
                        new Insight("i2", "I", List.of(), List.of())),
                List.of());
        Persona persona = persona(
                "hostile",
                HOSTILE,
                HOSTILE,
                List.of(
                        new Claim("c1", HOSTILE, List.of("f1", "f2", "f3", "i1", "i2"), false),
                        new Claim("c2", "Bare.", List.of(), false)),
                List.of(new BarrierAt(
                        ConceptRef.parse("touchpoints:paying"),
                        ConceptRef.parse("barriers:not-in-any-list"),
                        List.of("c1"))),
                List.of(new Help(ConceptRef.parse("interventions:device"), HOSTILE, List.of("c2"))));
        return bank(evidence, persona);
    }

    private static PersonaBank bank(InsightBank evidence, Persona persona) {
        Attribute attribute = Attribute.builder("device", AttributeKind.NOMINAL)
                .label(HOSTILE)
                .level("a", HOSTILE)
                .level("b", "B")
                .build();
        String text = persona.id().equals("hostile") ? HOSTILE : "T";
        return new PersonaBank(
                "sample",
                "1",
                text,
                text,
                "2026-11-23",
                new Licence("own", text, "javascript:alert(1)", false),
                List.of(attribute),
                null,
                evidence,
                List.of(persona),
                persona.id().equals("hostile") ? List.of(HOSTILE) : List.of());
    }

    private static Persona persona(
            String id, String name, String summary, List<Claim> claims, List<BarrierAt> barriers, List<Help> helps) {
        boolean hostile = id.equals("hostile");
        return new Persona(
                id,
                name,
                summary,
                "1",
                summary,
                "2027-11-23",
                null,
                List.of(),
                Map.of("device", "a"),
                hostile ? Map.of(HOSTILE, HOSTILE) : Map.of(),
                claims,
                barriers,
                List.of(),
                null,
                helps,
                null,
                List.of(),
                List.of(),
                hostile ? new Origin("other", "2", "somebody_else", "3", "2026-01-05", HOSTILE) : null);
    }
}
