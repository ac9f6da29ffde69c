package london.loti.evaluation.numeric;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Against decimals of 60 digits. */
class DoubleDoubleTest {
    private static final MathContext DIGITS = new MathContext(60);
    private static final BigDecimal ALLOWED = new BigDecimal("1e-30");

    private final SplittableRandom random = new SplittableRandom(11);

    private double next() {
        return (random.nextDouble() - .5) * Math.pow(10, random.nextInt(-8, 9));
    }

    private static BigDecimal exact(DoubleDouble value) {
        return new BigDecimal(value.value()).add(new BigDecimal(value.rest()));
    }

    private static void assertNear(DoubleDouble found, BigDecimal expected, BigDecimal size) {
        assertThat(exact(found).subtract(expected).abs())
                .isLessThanOrEqualTo(size.abs().multiply(ALLOWED));
    }

    @Test
    void sumsAndProductsKeepThirtyDigits() {
        for (int run = 0; run < 200; run++) {
            DoubleDouble sum = new DoubleDouble();
            BigDecimal expected = BigDecimal.ZERO;
            BigDecimal size = BigDecimal.ZERO;
            for (int i = 0; i < 20; i++) {
                double x = next();
                double y = next();
                BigDecimal product = new BigDecimal(x).multiply(new BigDecimal(y));
                sum.addProduct(x, y).add(x);
                expected = expected.add(product).add(new BigDecimal(x));
                size = size.add(product.abs()).add(new BigDecimal(x).abs());
            }
            assertNear(sum, expected, size);
        }
    }

    @Test
    void quotientsAndRootsKeepThirtyDigits() {
        for (int run = 0; run < 200; run++) {
            double x = next();
            double y = next();
            BigDecimal quotient = new BigDecimal(x).divide(new BigDecimal(y), DIGITS);
            assertNear(new DoubleDouble().set(x).divide(y, 0), quotient, quotient);
            BigDecimal root = new BigDecimal(Math.abs(x)).sqrt(DIGITS);
            assertNear(new DoubleDouble().set(Math.abs(x)).squareRoot(), root, root);
            DoubleDouble third = new DoubleDouble().set(1).divide(3, 0);
            BigDecimal product = exact(third).multiply(exact(third));
            assertNear(
                    new DoubleDouble().set(third.value(), third.rest()).multiply(third.value(), third.rest()),
                    product,
                    product);
        }
    }

    @Test
    void whatCancelsIsNotLost() {
        DoubleDouble sum = new DoubleDouble().add(1e16).add(1).add(-1e16);
        assertThat(sum.value()).isEqualTo(1);
        assertThat(new DoubleDouble().set(0).squareRoot().value()).isZero();
    }
}
