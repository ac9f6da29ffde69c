package london.loti.referral.store.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The contract of {@link london.loti.referral.store.ReferralStore} as checks. With JUnit:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> keepsTheContract() {
 *     return StoreContract.checks().stream().map(check -> dynamicTest(check.name(), () -> check.run(fixture)));
 * }
 * }</pre>
 *
 * <p>The checks write a few hundred events each, from up to 8 threads, and take a few seconds on a database. They can't show
 * that a store survives a lost connection or a crash: loti's own tests do that for its own stores.
 */
public final class StoreContract {
    /**
     * How the names of the checks begin that ask whom the store told that they added the events. They hold for calls that
     * come back; an answer that got lost has told nobody.
     */
    public static final String TELLS_WHO_ADDED = "tells who added the events";

    private static final List<Check> CHECKS = Stream.of(
                    AppendChecks.all(), ReadChecks.all(), EraseChecks.all(), KeyChecks.all(), TogetherChecks.all())
            .flatMap(List::stream)
            .toList();

    private StoreContract() {}

    /** One thing that every store must do. */
    public static final class Check {
        private final String name;
        private final Consumer<StoreFixture> body;

        Check(String name, Consumer<StoreFixture> body) {
            this.name = name;
            this.body = body;
        }

        /** {@return what the store must do, in words} */
        public String name() {
            return name;
        }

        /**
         * Runs the check on stores of its own, and closes them.
         *
         * @param fixture where stores come from
         * @throws ContractBrokenError if the store does something else
         */
        public void run(StoreFixture fixture) {
            body.accept(fixture);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** {@return every check; none needs another} */
    public static List<Check> checks() {
        return CHECKS;
    }

    /**
     * Runs every check.
     *
     * @param fixture where stores come from
     * @throws ContractBrokenError with everything that does not hold, if the store breaks the contract
     */
    public static void verify(StoreFixture fixture) {
        List<String> broken = new ArrayList<>();
        for (Check check : CHECKS) {
            try {
                check.run(fixture);
            } catch (ContractBrokenError e) {
                broken.add(check.name() + ": " + e.getMessage());
            }
        }
        if (!broken.isEmpty()) {
            throw new ContractBrokenError(String.join("\n", broken));
        }
    }
}
