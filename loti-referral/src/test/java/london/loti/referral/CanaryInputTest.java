package london.loti.referral;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import london.loti.model.area.AreaCode;
import london.loti.model.governance.DecisionRecord;
import london.loti.model.governance.PermissionRequest;
import london.loti.model.json.LotiJson;
import london.loti.model.need.Answer;
import london.loti.model.need.ConceptRef;
import london.loti.model.need.CrisisEvent;
import london.loti.model.need.NeedsSnapshot;
import london.loti.model.privacy.Sensitive;
import london.loti.referral.audit.Checkpoint;
import london.loti.referral.device.DeviceEvent;
import london.loti.referral.device.DeviceId;
import london.loti.referral.device.DeviceLedger;
import london.loti.referral.device.DevicePolicy;
import london.loti.referral.device.LedgerEntry;
import london.loti.referral.device.allocation.Allocation;
import london.loti.referral.device.allocation.AllocationReader;
import london.loti.referral.device.allocation.DeviceNeed;
import london.loti.referral.device.allocation.StockClass;
import london.loti.referral.device.json.DeviceJson;
import london.loti.referral.directory.Directory;
import london.loti.referral.directory.DirectoryQuery;
import london.loti.referral.directory.openreferral.FeedCheck;
import london.loti.referral.directory.openreferral.OpenReferralReader;
import london.loti.referral.eligibility.EligibilityCheck;
import london.loti.referral.eligibility.ResidentCircumstances;
import london.loti.referral.journey.Command;
import london.loti.referral.journey.ReferralEvent;
import london.loti.referral.journey.ReferralId;
import london.loti.referral.json.EventJson;
import london.loti.referral.linkwork.PlanEvent;
import london.loti.referral.linkwork.Supervision;

import static org.assertj.core.api.Assertions.assertThat;

/** The canary of {@link CanaryTest} in what is read: damaged JSON, feeds, tables, and values of a wrong form. */
class CanaryInputTest {
    @TempDir
    Path folder;

    private final Watch watch = new Watch();

    @AfterEach
    void nothingCameToLight() {
        watch.close();
        assertThat(watch.leaks()).isEmpty();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** Every text that is wrong where a canary stands: as a value, as a key, cut in the middle, twice. */
    private static List<String> damaged(String good) {
        List<String> all = new ArrayList<>();
        for (String canary : Canary.all()) {
            for (int i = 0; i < good.length(); i += Math.max(1, good.length() / 60)) {
                all.add(good.substring(0, i) + canary + good.substring(i));
                all.add(good.substring(0, i) + "\"" + canary + "\":\"" + canary + "\"" + good.substring(i));
                all.add(good.substring(0, i) + canary);
            }
        }
        return all;
    }

    @Test
    void eventsThatWereKeptAndDamaged() {
        List<Record> events = List.of(
                Town.draft(london.loti.referral.journey.Route.DIRECT, "svc", Town.safe(Town.SMS)),
                new ReferralEvent.PermissionRecorded(Town.permission()),
                new ReferralEvent.Rejected(Town.FULL, Canary.note()),
                new PlanEvent.GoalSet("g1", Canary.note(), Town.DAY),
                new Supervision.Reviewed(Supervision.Result.CHANGE, Canary.note()));
        for (Record event : events) {
            EventJson.Split split = EventJson.split(event);
            watch.look(split);
            watch.text("the part in clear", split.open().replace(Canary.RESIDENT.token(), "token"));
            for (String open : damaged(split.open())) {
                watch.run(() -> EventJson.join(event.getClass(), open, split.personal()));
            }
            for (String personal : damaged(String.valueOf(split.personal()))) {
                watch.run(() -> EventJson.join(event.getClass(), split.open(), personal));
            }
        }
    }

    @Test
    void documentsThatAreDamaged() throws IOException {
        Map<String, Class<?>> documents = Map.of(
                LotiJson.write(Town.permission()),
                PermissionRequest.class,
                "{\"resident\":\"r-canary-token-4711\",\"grid\":\"g\",\"takenOn\":\"soon\"}",
                NeedsSnapshot.class,
                "{\"id\":\"d\",\"resident\":\"r-canary-token-4711\",\"decision\":\"x\"}",
                DecisionRecord.class,
                "{\"resident\":\"r-canary-token-4711\",\"state\":\"x\"}",
                CrisisEvent.class,
                "{\"sequence\":1,\"hash\":\"x\",\"at\":\"now\"}",
                Checkpoint.class);
        for (Map.Entry<String, Class<?>> document : documents.entrySet()) {
            for (String text : damaged(document.getKey())) {
                Path damaged = file("document.json", text);
                watch.run(() -> LotiJson.read(damaged, document.getValue()).findings());
            }
        }
    }

    @Test
    void sensitiveValuesAreNotWritten() {
        watch.run(() -> LotiJson.write(Canary.note()));
        watch.run(() -> LotiJson.write(Map.of("content", Canary.content())));
        watch.run(() -> LotiJson.write(new ReferralEvent.Rejected(Town.FULL, Canary.note())));
    }

    @Test
    void aFeedOfServicesWithABadRecord() throws IOException {
        String id = "\"id\":\"ac148810-d857-441c-9679-408f346de14b\"";
        List<String> feeds = List.of(
                "[{" + id + ",\"name\":\"A\",\"status\":\"" + Canary.NAME + "\",\"email\":\"" + Canary.MAIL + " x\"}]",
                "[{" + id + ",\"name\":\"A\",\"status\":\"active\",\"minimum_age\":\"" + Canary.PHONE + "\",\"url\":\""
                        + Canary.NOTE + "\",\"last_modified\":\"" + Canary.NOTE + "\"}]",
                "[{" + id + ",\"name\":\"A\",\"status\":\"active\",\"phones\":[\"" + Canary.PHONE
                        + "\"],\"locations\":\"" + Canary.POSTCODE + "\"}]",
                "[{" + id + ",\"name\":\"" + Canary.NAME,
                "{" + Canary.NAME + "}",
                Canary.NAME + "\n" + Canary.NOTE + "\n",
                "{\"contents\":[{" + id + ",\"name\":7,\"organization\":{\"id\":\"" + Canary.NAME
                        + "\",\"email\":\"" + Canary.NOTE + "\"},\"schedules\":[{\"freq\":\"" + Canary.NOTE
                        + "\",\"dtstart\":\"" + Canary.NAME + "\"}]}]}");
        for (int i = 0; i < feeds.size(); i++) {
            Path feed = file("feed" + i + ".json", feeds.get(i));
            watch.run(() -> OpenReferralReader.withDefaults().read(feed).findings());
            watch.run(() -> FeedCheck.detecting().check(feed));
        }
        Path tables = Files.createDirectory(folder.resolve("csv"));
        Files.writeString(
                tables.resolve("services.csv"),
                "id,name,status,minimum_age,email\n" + Canary.NAME + ",A," + Canary.NOTE + "," + Canary.PHONE + ","
                        + Canary.POSTCODE + "\n\"" + Canary.NAME + "\n");
        watch.run(() -> OpenReferralReader.withDefaults().read(tables).findings());
        watch.run(() -> FeedCheck.detecting().check(tables));
    }

    @Test
    void aSearchInAResidentsWords() throws IOException {
        Path feed = file(
                "feed.json",
                "[{\"id\":\"ac148810-d857-441c-9679-408f346de14b\",\"name\":\"Zanzibra dance\",\"status\":\"active\","
                        + "\"organization\":{\"id\":\"ac148810-d857-441c-9679-408f346de14c\",\"name\":\"Hollowbrook\","
                        + "\"description\":\"A place\"}}]");
        Directory directory = Directory.of(OpenReferralReader.withDefaults()
                .read(feed)
                .value()
                .orElseThrow()
                .services());
        ResidentCircumstances resident = ResidentCircumstances.builder()
                .age(new BigDecimal("40.5"))
                .postcode(Canary.POSTCODE)
                .group(ConceptRef.parse("key-groups:carers"), Answer.YES)
                .build();
        watch.look(resident);
        for (String words : List.of(Canary.NAME, Canary.NOTE, "\"" + Canary.NAME + "\"", "zanzibar quilt")) {
            DirectoryQuery query =
                    DirectoryQuery.builder().words(words).resident(resident).build();
            watch.look(query);
            watch.run(() -> directory.search(query));
            watch.run(() -> directory.explain(query, "ac148810-d857-441c-9679-408f346de14b"));
        }
        watch.run(() -> ResidentCircumstances.builder().postcode(Canary.NAME).build());
        watch.run(() -> DirectoryQuery.of(Canary.NOTE.repeat(99)));
        directory
                .find("ac148810-d857-441c-9679-408f346de14b")
                .ifPresent(service ->
                        watch.run(() -> EligibilityCheck.withDefaults().check(service, resident)));
    }

    @Test
    void devices() throws IOException {
        Path stock = file("stock.csv", "class,label,count,wifi_only,needs_contract\nlaptop,laptop,1,no,no\n");
        List<StockClass> classes = AllocationReader.readStock(stock).value().orElseThrow();
        List<String> needs = List.of(
                "id,group,area,laptop\n" + Canary.RESIDENT.token() + ",older,mill,1\n" + Canary.RESIDENT.token()
                        + ",older,mill,1\n",
                "id,group,area,laptop\n" + String.join(",", Canary.NAME, Canary.NOTE, Canary.POSTCODE, Canary.PHONE)
                        + "\n",
                "id,group,area,laptop\n" + Canary.MAIL + "," + Canary.NAME + "\n\"" + Canary.NOTE,
                String.join(",", Canary.NAME, Canary.NOTE, Canary.POSTCODE, Canary.PHONE) + "\n"
                        + String.join(",", Canary.NAME, Canary.NOTE, Canary.POSTCODE, Canary.PHONE) + "\n");
        for (int i = 0; i < needs.size(); i++) {
            Path people = file("needs" + i + ".csv", needs.get(i));
            watch.run(() -> AllocationReader.readNeeds(people, classes, List.of()));
            watch.run(() -> AllocationReader.readStock(people));
            watch.run(() -> AllocationReader.readFloors(people, DevicePolicy.bundled()));
        }
        Path good = file("good.csv", "id,group,area,laptop\n" + Canary.RESIDENT.token() + ",older,mill,1\n");
        List<DeviceNeed> people =
                AllocationReader.readNeeds(good, classes, List.of()).value().orElseThrow();
        watch.run(() -> Allocation.withSeed(1).propose(classes, people, List.of()));
        DeviceEvent reserved = new DeviceEvent.Reserved("draw-1", "offer-1", Canary.RESIDENT);
        LedgerEntry entry =
                new LedgerEntry(new DeviceId("device-1"), Town.START, ConceptRef.parse("roles:link-worker"), reserved);
        watch.look(entry);
        watch.run(() -> DeviceLedger.empty(DevicePolicy.bundled()).record(entry));
        for (String line : damaged(DeviceJson.write(entry))) {
            watch.run(() -> DeviceJson.read("ledger.jsonl", List.of(line)).findings());
        }
    }

    /** Every constructor and factory of what is about residents, given canaries where it wants something else. */
    @Test
    void valuesOfAWrongForm() throws Exception {
        int refused = 0;
        for (Class<?> type : TypesOfLoti.in(
                Set.of("journey", "linkwork", "message", "audit", "store", "eligibility", "need", "governance"))) {
            for (Executable maker : makers(type)) {
                for (String canary : Canary.all()) {
                    refused += make(type, maker, canary) ? 1 : 0;
                }
            }
        }
        assertThat(refused).isGreaterThan(300);
        for (String canary : Canary.all()) {
            watch.run(() -> new AreaCode(canary));
            watch.run(() -> Command.idFrom("kind", canary));
            watch.run(() -> new ReferralId(canary));
        }
    }

    private boolean make(Class<?> type, Executable maker, String canary) throws IllegalAccessException {
        Object[] arguments = Arrays.stream(maker.getParameterTypes())
                .map(parameter -> argument(parameter, canary))
                .toArray();
        try {
            if (maker instanceof Constructor<?> constructor) {
                constructor.newInstance(arguments);
            } else {
                ((Method) maker).invoke(null, arguments);
            }
            return false;
        } catch (InvocationTargetException e) {
            watch.text("what " + maker + " throws", String.valueOf(e.getCause()));
            watch.look(e.getCause());
            return true;
        } catch (InstantiationException e) {
            throw new IllegalStateException("of " + type, e);
        }
    }

    private static Object argument(Class<?> type, String canary) {
        if (type == String.class) {
            return canary;
        } else if (type == boolean.class) {
            return true;
        } else if (type == int.class) {
            return 1;
        } else if (type == long.class) {
            return 1L;
        } else if (type == double.class) {
            return 1.0;
        } else if (type == List.class) {
            return List.of(canary);
        } else if (type == Set.class) {
            return Set.of(canary);
        } else if (type == Map.class) {
            return Map.of(canary, canary);
        } else if (type == Sensitive.class) {
            return Sensitive.of(canary);
        }
        return null;
    }

    private static List<Executable> makers(Class<?> type) {
        if (!Modifier.isPublic(type.getModifiers()) || Modifier.isAbstract(type.getModifiers()) || type.isEnum()) {
            return List.of();
        }
        Stream<Executable> methods = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .map(Executable.class::cast);
        return Stream.concat(Arrays.stream(type.getDeclaredConstructors()), methods)
                .filter(maker -> Modifier.isPublic(maker.getModifiers()) && !maker.isSynthetic())
                .filter(maker -> Arrays.asList(maker.getParameterTypes()).contains(String.class))
                .toList();
    }
}
