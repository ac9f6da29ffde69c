package london.loti.referral.store;

import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import london.loti.referral.store.contract.StoreContract;

class InMemoryReferralStoreTest {
    @TestFactory
    Stream<DynamicTest> keepsTheContract() {
        return StoreContract.checks().stream()
                .map(check -> DynamicTest.dynamicTest(check.name(), () -> check.run(InMemoryReferralStore::new)));
    }
}
