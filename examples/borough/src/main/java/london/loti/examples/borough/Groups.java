package london.loti.examples.borough;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/** Connected groups of areas, for wards and for the numbers in the areas' names. */
final class Groups {
    private static final int NONE = -1;
    private static final String COMMON_EDGE = "****1****";

    private final List<Coordinate> sites;
    private final boolean[][] touching;

    Groups(List<Coordinate> sites, List<Polygon> areas) {
        this.sites = sites;
        this.touching = new boolean[areas.size()][areas.size()];
        for (int a = 0; a < areas.size(); a++) {
            for (int b = 0; b < a; b++) {
                boolean neighbours = areas.get(a)
                                .getEnvelopeInternal()
                                .intersects(areas.get(b).getEnvelopeInternal())
                        && areas.get(a).relate(areas.get(b), COMMON_EDGE);
                touching[a][b] = neighbours;
                touching[b][a] = neighbours;
            }
        }
    }

    /**
     * The group of every area. Each time the free neighbour nearest to a heart joins it; a large group reaches less
     * far than a small one, so that they end about equally large.
     *
     * @param hearts where each group begins
     */
    int[] around(List<Coordinate> hearts) {
        int[] groupOf = new int[sites.size()];
        Arrays.fill(groupOf, NONE);
        double[] size = new double[hearts.size()];
        double usual = (double) sites.size() / hearts.size();
        for (int joined = 0; joined < groupOf.length; joined++) {
            int nextArea = NONE;
            int nextGroup = NONE;
            double nearest = Double.MAX_VALUE;
            for (int area = 0; area < groupOf.length; area++) {
                for (int group = 0; groupOf[area] == NONE && group < size.length; group++) {
                    double reach = sites.get(area).distance(hearts.get(group)) * (1 + size[group] / usual);
                    if (reach < nearest && (size[group] == 0 || touches(area, group, groupOf))) {
                        nearest = reach;
                        nextArea = area;
                        nextGroup = group;
                    }
                }
            }
            groupOf[nextArea] = nextGroup;
            size[nextGroup]++;
        }
        return groupOf;
    }

    /** Places far from each other, as hearts of so many groups. */
    List<Coordinate> spread(int count) {
        List<Coordinate> hearts = new ArrayList<>(List.of(sites.get(0)));
        while (hearts.size() < count) {
            Coordinate farthest = sites.get(0);
            for (Coordinate site : sites) {
                if (distance(site, hearts) > distance(farthest, hearts)) {
                    farthest = site;
                }
            }
            hearts.add(farthest);
        }
        return hearts;
    }

    private static double distance(Coordinate site, List<Coordinate> hearts) {
        return hearts.stream().mapToDouble(site::distance).min().orElseThrow();
    }

    private boolean touches(int area, int group, int[] groupOf) {
        for (int other = 0; other < groupOf.length; other++) {
            if (groupOf[other] == group && touching[area][other]) {
                return true;
            }
        }
        return false;
    }
}
