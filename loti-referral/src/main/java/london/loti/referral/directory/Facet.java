package london.loti.referral.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import london.loti.model.service.Service;

/**
 * One thing that services are judged by. Services that publish the same of it are of one class, and a class is judged once
 * a search: so judging does not grow with the number of services, and the rules stay plain objects.
 *
 * @param <K> what a service publishes of it; equal where it is the same
 */
final class Facet<K> {
    private final int[] classOf;
    private final List<K> classes;

    private Facet(int[] classOf, List<K> classes) {
        this.classOf = classOf;
        this.classes = classes;
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

    /** The class of every row; not to be changed. */
    int[] rows() {
        return classOf;
    }

    K key(int row) {
        return classes.get(classOf[row]);
    }

    List<K> classes() {
        return classes;
    }
}
