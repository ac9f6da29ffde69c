package london.loti.quickstart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import london.loti.referral.store.Append;
import london.loti.referral.store.NewEvent;
import london.loti.referral.store.ReferralStore;
import london.loti.referral.store.contract.StoreContract;
import london.loti.referral.store.contract.StoreFixture;

import static org.assertj.core.api.Assertions.assertThat;

class OwnStoreTest {
    @TempDir
    Path folder;

    private int count;

    @TestFactory
    Stream<DynamicTest> keepsTheContract() {
        StoreFixture fixture = new StoreFixture() {
            @Override
            public ReferralStore empty() {
                count++;
                return new OwnStore(folder.resolve("store" + count));
            }

            @Override
            public Optional<ReferralStore> reopened() {
                return Optional.of(new OwnStore(folder.resolve("store" + count)));
            }
        };
        return StoreContract.checks().stream()
                .map(check -> DynamicTest.dynamicTest(check.name(), () -> check.run(fixture)));
    }

    /** As a crash leaves it: the file ends anywhere. */
    @Test
    void aFileThatWasCutAnywhereShowsWholeAppendsOnly() throws IOException {
        Path whole = folder.resolve("whole");
        try (ReferralStore store = new OwnStore(whole)) {
            store.append(append(0, "c-1"));
            store.append(append(2, "c-2"));
        }
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = folder.resolve("cut");
        for (int length = 0; length < bytes.length; length++) {
            Files.write(cut, Arrays.copyOf(bytes, length));
            try (ReferralStore store = new OwnStore(cut)) {
                int kept = store.read("r-1").size();
                assertThat(kept).isIn(0, 2);
                store.append(append(kept, "c-3"));
            }
            try (ReferralStore store = new OwnStore(cut)) {
                assertThat(store.ofCommand("c-3")).hasSize(2);
            }
        }
    }

    @Test
    void whatIsErasedIsNotInTheFile() throws IOException {
        Path file = folder.resolve("erased");
        try (ReferralStore store = new OwnStore(file)) {
            store.append(append(0, "c-1"));
            assertThat(Files.readString(file, StandardCharsets.UTF_8)).contains("c2VhbGVk");
            store.erase("r-1", "resident-1");
            assertThat(Files.readString(file, StandardCharsets.UTF_8)).doesNotContain("c2VhbGVk");
        }
    }

    private static Append append(long version, String command) {
        NewEvent event = new NewEvent(
                "resident-1",
                "Noted",
                1,
                Instant.parse("2026-11-25T09:00:00Z"),
                "worker-7",
                "LINK_WORKER",
                "{\"t\":\"é\"}",
                "c2VhbGVk");
        return new Append("r-1", version, command, List.of(event, event));
    }
}
