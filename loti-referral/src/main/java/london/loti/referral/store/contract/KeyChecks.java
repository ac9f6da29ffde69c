package london.loti.referral.store.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import london.loti.referral.store.KeyDestroyedException;
import london.loti.referral.store.ReferralStore;
import london.loti.referral.store.contract.StoreContract.Check;

import static london.loti.referral.store.contract.Samples.ADA;
import static london.loti.referral.store.contract.Samples.BEN;

/** One key a resident, and none after it was destroyed. */
final class KeyChecks {
    private KeyChecks() {}

    static List<Check> all() {
        return List.of(
                Expect.check("keeps the first key of a resident", KeyChecks::keepsFirst),
                Expect.check("destroys a key for good", KeyChecks::destroys),
                Expect.check("replaces a key that is still the one that was read", KeyChecks::replaces),
                Expect.check("lists residents with a key, character by character", KeyChecks::lists));
    }

    static void refusesNewKey(ReferralStore store, String subject) {
        Expect.thrown(
                KeyDestroyedException.class,
                () -> store.keepKey(subject, "wrapped-new"),
                "there must be no second key after the first was destroyed");
        Expect.same(store.key(subject), Optional.empty(), "a destroyed key");
    }

    private static void keepsFirst(ReferralStore store) {
        String wrapped = "1:2026-11:" + "c2VhbGVk".repeat(100);
        Expect.same(store.keepKey(ADA, wrapped), wrapped, "the key that is kept");
        Expect.same(store.keepKey(ADA, "another"), wrapped, "a second key must not replace the first");
        Expect.same(store.key(ADA), Optional.of(wrapped), "the key that is kept");
        Expect.same(store.key(BEN), Optional.empty(), "the key of somebody else");
    }

    private static void destroys(ReferralStore store) {
        Expect.same(store.destroyKey(ADA), false, "there was no key");
        store.keepKey(ADA, "wrapped-a");
        store.keepKey(BEN, "wrapped-b");
        Expect.same(store.destroyKey(ADA), true, "there was a key");
        Expect.same(store.destroyKey(ADA), false, "there was no key any more");
        refusesNewKey(store, ADA);
        Expect.same(store.replaceKey(ADA, "wrapped-a", "wrapped-new"), false, "a destroyed key can't be replaced");
        Expect.same(store.key(ADA), Optional.empty(), "a destroyed key");
        Expect.same(store.key(BEN), Optional.of("wrapped-b"), "the key of somebody else");
    }

    private static void replaces(ReferralStore store) {
        store.keepKey(ADA, "wrapped-1");
        Expect.same(store.replaceKey(ADA, "wrapped-0", "wrapped-2"), false, "a key that is not the one that was read");
        Expect.same(store.key(ADA), Optional.of("wrapped-1"), "a key that was not replaced");
        Expect.same(store.replaceKey(ADA, "wrapped-1", "wrapped-2"), true, "a key that is the one that was read");
        Expect.same(store.key(ADA), Optional.of("wrapped-2"), "a key that was replaced");
    }

    private static void lists(ReferralStore store) {
        List<String> subjects = List.of("A-1", "Z", "_0", "a", "a-1", "a.1", "a0", "aB", "a_1", "ab", "b");
        List<String> ordered = subjects.stream().sorted().toList();
        for (String subject : List.of("aB", "a", "b", "Z", "a_1", "a-1", "a.1", "ab", "_0", "a0", "A-1")) {
            store.keepKey(subject, "wrapped");
        }
        Expect.same(store.subjectsWithKey("", 100), ordered, "residents with a key");
        List<String> paged = new ArrayList<>();
        List<String> page = store.subjectsWithKey("", 3);
        while (!page.isEmpty()) {
            Expect.that(page.size() <= 3, "a page must not be longer than asked for");
            paged.addAll(page);
            page = store.subjectsWithKey(paged.get(paged.size() - 1), 3);
        }
        Expect.same(paged, ordered, "pages of residents with a key");
        store.destroyKey("a");
        Expect.that(!store.subjectsWithKey("", 100).contains("a"), "a destroyed key must not be listed");
    }
}
