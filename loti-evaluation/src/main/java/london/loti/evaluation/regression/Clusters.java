package london.loti.evaluation.regression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import london.loti.evaluation.study.Categories;

/** Clusters made of clusters. */
final class Clusters {
    private Clusters() {}

    /** Rows that share both clusters. */
    static Categories crossed(Categories first, Categories second) {
        Map<Long, Integer> codeOf = new HashMap<>();
        List<String> labels = new ArrayList<>();
        int[] codes = new int[first.size()];
        for (int i = 0; i < codes.length; i++) {
            long pair = (long) first.code(i) * second.labels().size() + second.code(i);
            codes[i] = codeOf.computeIfAbsent(pair, p -> {
                labels.add("c" + labels.size());
                return labels.size() - 1;
            });
        }
        return Categories.of(codes, labels);
    }
}
