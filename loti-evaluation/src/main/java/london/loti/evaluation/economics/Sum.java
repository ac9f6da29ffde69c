package london.loti.evaluation.economics;

/** A sum that keeps what each addition rounds off (Neumaier 1974, doi:10.1002/zamm.19740540106). */
final class Sum {
    private double sum;
    private double lost;

    static double of(double... values) {
        Sum sum = new Sum();
        for (double value : values) {
            sum.add(value);
        }
        return sum.value();
    }

    static double product(double[] left, double[] right) {
        Sum sum = new Sum();
        for (int i = 0; i < left.length; i++) {
            sum.add(left[i] * right[i]);
        }
        return sum.value();
    }

    void add(double value) {
        double next = sum + value;
        lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
        sum = next;
    }

    double value() {
        return sum + lost;
    }
}
