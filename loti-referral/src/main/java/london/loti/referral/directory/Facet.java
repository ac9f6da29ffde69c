package london.loti.referral.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import london.loti.model.service.Service;

/**
 * One thing that services are judged by. Services that publish the same of it are of one class, and a class is judged once
 * a search: so judging does not grow with the number of services, and the rules stay plain objects.
 *
 * @param <K> what a service publishes of it; equal where it is the same
 */
final class Facet<K> {
    private static final int FEW_CLASSES = 64;

    private final int[] classOf;
    private final List<K> classes;
    /** For every class a bit a row, where there are few classes; null otherwise. */
    private final long @Nullable [][] bits;

    private Facet(int[] classOf, List<K> classes) {
        this.classOf = classOf;
        this.classes = classes;
        this.bits = classes.size() <= FEW_CLASSES ? bits(classOf, classes.size()) : null;
    }

    private static long[][] bits(int[] classOf, int classes) {
        long[][] bits = new long[classes][(classOf.length + Long.SIZE - 1) / Long.SIZE];
        for (int row = 0; row < classOf.length; row++) {
            bits[classOf[row]][row / Long.SIZE] |= 1L << row; // a shift counts modulo 64
        }
        return bits;
    }

    /** Sorts services into classes, in the order of their rows. */
    static <K> Facet<K> of(List<Service> services, Function<Service, K> publishes) {
        int[] classOf = new int[services.size()];
        List<K> classes = new ArrayList<>();
        Map<K, Integer> known = new HashMap<>();
        for (int row = 0; row < classOf.length; row++) {
            K key = publishes.apply(services.get(row));
            Integer before = known.putIfAbsent(key, classes.size());
            if (before == null) {
                classOf[row] = classes.size();
                classes.add(key);
            } else {
                classOf[row] = before;
            }
        }
        return new Facet<>(classOf, List.copyOf(classes));
    }

    /** The same classes, each known by something that was made of it once. */
    <R> Facet<R> map(Function<? super K, R> make) {
        List<R> made = new ArrayList<>(classes.size());
        classes.forEach(key -> made.add(make.apply(key)));
        return new Facet<>(classOf, List.copyOf(made));
    }

    int classOf(int row) {
        return classOf[row];
    }

    /**
     * Marks the rows of some classes.
     *
     * @param wanted which classes
     * @param into gets a bit a row
     */
    void mark(boolean[] wanted, long[] into) {
        if (bits == null) {
            for (int row = 0; row < classOf.length; ) {
                long some = 0;
                int word = row / Long.SIZE;
                for (int end = Math.min(classOf.length, row + Long.SIZE); row < end; row++) {
                    some |= (wanted[classOf[row]] ? 1L : 0L) << row;
                }
                into[word] |= some;
            }
            return;
        }
        for (int of = 0; of < wanted.length; of++) {
            for (int word = 0; wanted[of] && word < into.length; word++) {
                into[word] |= bits[of][word];
            }
        }
    }

    K key(int row) {
        return classes.get(classOf[row]);
    }

    List<K> classes() {
        return classes;
    }
}
