package london.loti.referral.curation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import london.loti.model.finding.Finding;
import london.loti.model.need.Answer;
import london.loti.model.service.Schedule;
import london.loti.model.service.Service;

import static london.loti.referral.curation.Samples.coffee;
import static london.loti.referral.curation.Samples.phone;
import static london.loti.referral.curation.Samples.record;
import static london.loti.referral.curation.Samples.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConflictsTest {
    private static final FeedRecord OWNER = record(
            "own",
            Provenance.OWNER,
            service("1", "Coffee and Code")
                    .email("hello@example.org")
                    .minimumAge(new BigDecimal("16.0"))
                    .build());
    private static final FeedRecord ASSURER = record(
            "team",
            Provenance.ASSURER,
            service("2", "Coffee  and Code ")
                    .email("team@example.org")
                    .minimumAge(new BigDecimal("16"))
                    .acceptsReferrals(Answer.YES)
                    .description("Bring your own device")
                    .build());
    private static final FeedRecord REGULATOR = record(
            "body",
            Provenance.REGULATOR,
            service("3", "Coffee and Code").description("Classes").build());

    @Test
    void listsFieldsOnWhichRecordsDisagreeAndProposesTheWeightiest() {
        Conflicts conflicts = Conflicts.between(List.of(ASSURER, REGULATOR, OWNER));
        assertThat(conflicts.list()).extracting(Conflict::field).containsExactly("description", "email");
        assertThat(conflicts.proposals()).isEqualTo(Map.of("description", "body:3", "email", "own:1"));
        assertThat(conflicts.list().get(1).words()).isEqualTo("the owner has the last word");
    }

    @Test
    void mergesByDecisionsAndAsksForThoseThatAreMissing() {
        Conflicts conflicts = Conflicts.between(List.of(ASSURER, REGULATOR, OWNER));
        Service merged = conflicts
                .merge(Map.of("description", "team:2", "email", "own:1"))
                .orElseThrow();
        assertThat(merged.id()).isEqualTo("1");
        assertThat(merged.description()).isEqualTo("Bring your own device");
        assertThat(merged.email()).isEqualTo("hello@example.org");
        assertThat(merged.acceptsReferrals()).isEqualTo(Answer.YES);
        assertThat(conflicts.merge(Map.of("email", "body:3", "fees", "own:1")).findings())
                .extracting(Finding::code)
                .containsExactly(Conflicts.Code.NO_SUCH_SIDE, Conflicts.Code.UNDECIDED, Conflicts.Code.NO_SUCH_SIDE);
    }

    @Test
    void recordsOfTheSameWeightLeaveTheChoiceToAPerson() {
        FeedRecord one = record("a", Provenance.NONE, service("1", "Coffee").build());
        FeedRecord other = record("b", Provenance.NONE, service("1", "Tea").build());
        Conflict conflict = Conflicts.between(List.of(one, other)).list().get(0);
        assertThat(conflict.proposed()).isNull();
        assertThat(conflict.words()).isEqualTo("records of the same weight disagree; a person must choose");
        assertThat(Conflicts.between(List.of(one, other)).proposals()).isEmpty();
        assertThat(Conflicts.between(List.of(one)).list()).isEmpty();
        assertThatThrownBy(() -> Conflicts.between(List.of(one, one))).hasMessageContaining("two have one");
        assertThatThrownBy(() -> Conflicts.between(List.of())).hasMessageContaining("at least one");
    }

    @Test
    void idsAndTheOrderOfListsAreNoDisagreement() {
        Schedule monday = Schedule.builder("x").freq("WEEKLY").byday("MO").build();
        Schedule tuesday = Schedule.builder("y").freq("WEEKLY").byday("TU").build();
        Service one = coffee("1")
                .schedules(List.of(monday, tuesday))
                .phones(List.of(phone("1"), phone("2")))
                .build();
        Service other = coffee("2")
                .schedules(List.of(
                        Schedule.builder("p").freq("WEEKLY").byday("TU").build(),
                        Schedule.builder("q").freq("WEEKLY").byday("MO").build()))
                .phones(List.of(phone("2"), phone("1")))
                .build();
        assertThat(Conflicts.between(List.of(record("a", Provenance.OWNER, one), record("b", Provenance.NONE, other)))
                        .list())
                .isEmpty();
    }

    @Test
    void doesNotDependOnTheOrderOfFeeds() {
        List<FeedRecord> records = new ArrayList<>(Arrays.asList(
                OWNER,
                ASSURER,
                REGULATOR,
                record("x", Provenance.OWNER, service("9", "Coffee").build())));
        Conflicts expected = Conflicts.between(records);
        Service merged = expected.merge(Map.of("name", "x:9", "description", "body:3", "email", "own:1"))
                .orElseThrow();
        for (int seed = 0; seed < 24; seed++) {
            Collections.shuffle(records, new Random(seed));
            Conflicts again = Conflicts.between(records);
            assertThat(again.list()).isEqualTo(expected.list());
            assertThat(again.merge(Map.of("name", "x:9", "description", "body:3", "email", "own:1"))
                            .orElseThrow())
                    .isEqualTo(merged);
        }
    }
}
