package london.loti.examples.borough;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.locationtech.jts.geom.Coordinate;

/** Names areas as the ONS does: a number a group from north to south, then a letter an area of the group. */
final class Naming {
    private Naming() {}

    /** One name an area, for example {@code Hollowbrook 001A}. */
    static List<String> of(List<Coordinate> sites, int[] groupOf) {
        List<List<Integer>> groups = new ArrayList<>();
        for (int group = 0; group <= Arrays.stream(groupOf).max().orElse(-1); group++) {
            int which = group;
            groups.add(IntStream.range(0, groupOf.length)
                    .filter(area -> groupOf[area] == which)
                    .boxed()
                    .sorted(Comparator.comparingDouble(area -> -sites.get(area).y))
                    .toList());
        }
        groups.sort(Comparator.comparingDouble(group ->
                -group.stream().mapToDouble(area -> sites.get(area).y).average().orElse(0)));
        String[] names = new String[groupOf.length];
        for (int number = 0; number < groups.size(); number++) {
            for (int letter = 0; letter < groups.get(number).size(); letter++) {
                names[groups.get(number).get(letter)] =
                        String.format(Locale.ROOT, "%s %03d%c", Hollowbrook.NAME, number + 1, (char) ('A' + letter));
            }
        }
        return List.of(names);
    }
}
