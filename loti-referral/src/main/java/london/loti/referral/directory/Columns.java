package london.loti.referral.directory;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import london.loti.model.need.Answer;
import london.loti.model.need.ConceptRef;
import london.loti.model.service.Location;
import london.loti.model.service.Service;
import london.loti.model.service.ServiceAtLocation;
import london.loti.model.service.ServiceStatus;
import london.loti.referral.opening.OpeningHours;

/** What services publish, thing by thing, in the order of their rows. */
final class Columns {
    private static final double EARTH_METRES = 6_371_008.8;

    final List<Service> services;
    final Facet<ServiceStatus> status;
    final Facet<Set<ConceptRef>> types;
    final Facet<Service> groups;
    final Facet<Service> ages;
    final Facet<Service> conditions;
    final Facet<Service> areas;
    final Facet<Service> languages;
    final Facet<Service> access;
    final Facet<Service> costs;
    final Facet<Answer> referrals;
    final Facet<Service> capacities;
    final Facet<OpeningHours> hours;
    final Facet<Service> dates;
    private final int[] firstPoint;
    private final double[] x;
    private final double[] y;
    private final double[] z;
    private final boolean[] confidential;

    Columns(List<Service> services, DirectoryOptions options) {
        this.services = services;
        status = Facet.of(services, Service::status);
        types = Facet.of(services, Published::types);
        groups = Facet.of(services, Published::groups);
        ages = Facet.of(services, Published::ages);
        conditions = Facet.of(services, Published::conditions);
        areas = Facet.of(services, Published::areas);
        languages = Facet.of(services, Published::languages);
        access = Facet.of(services, Published::access);
        costs = Facet.of(services, Published::costs);
        referrals = Facet.of(services, Published::referrals);
        capacities = Facet.of(services, Published::capacities);
        hours = Facet.of(services, Published::hours)
                .map(published -> OpeningHours.of(published, options.calendar(), options.opening()));
        dates = Facet.of(services, Published::dates);
        firstPoint = new int[services.size() + 1];
        confidential = new boolean[services.size()];
        double[][] points = points(services);
        x = points[0];
        y = points[1];
        z = points[2];
    }

    /** The points of all services, one after the other, on a globe of radius 1. */
    private double[][] points(List<Service> all) {
        int count = 0;
        for (int row = 0; row < all.size(); row++) {
            firstPoint[row] = count;
            for (ServiceAtLocation there : all.get(row).serviceAtLocations()) {
                Location location = there.location();
                confidential[row] |= location != null && location.confidential();
                count += hasPoint(location) ? 1 : 0;
            }
        }
        firstPoint[all.size()] = count;
        double[][] points = new double[3][count];
        int next = 0;
        for (Service service : all) {
            for (ServiceAtLocation there : service.serviceAtLocations()) {
                Location location = there.location();
                if (location != null
                        && location.latitude() != null
                        && location.longitude() != null
                        && hasPoint(location)) {
                    double[] point = point(location.latitude(), location.longitude());
                    for (int axis = 0; axis < point.length; axis++) {
                        points[axis][next] = point[axis];
                    }
                    next++;
                }
            }
        }
        return points;
    }

    private static boolean hasPoint(@Nullable Location location) {
        return location != null
                && !location.confidential()
                && location.latitude() != null
                && location.longitude() != null
                && Math.abs(location.latitude()) <= 90
                && Math.abs(location.longitude()) <= 180;
    }

    private static double[] point(double latitude, double longitude) {
        double north = Math.toRadians(latitude);
        double east = Math.toRadians(longitude);
        return new double[] {Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)};
    }

    /** Measures from one place to services. */
    final class Ruler {
        private final double[] from;

        Ruler(double latitude, double longitude) {
            from = point(latitude, longitude);
        }

        /** The square of the straight line to the nearest location, on a globe of radius 1; NaN where none is known. */
        double chord(int row) {
            double nearest = Double.NaN;
            for (int i = firstPoint[row]; i < firstPoint[row + 1]; i++) {
                double dx = x[i] - from[0];
                double dy = y[i] - from[1];
                double dz = z[i] - from[2];
                double chord = dx * dx + dy * dy + dz * dz;
                nearest = chord >= nearest ? nearest : chord;
            }
            return nearest;
        }

        /** Metres as the crow flies to the nearest location; NaN where none is known. */
        double metres(int row) {
            return EARTH_METRES * 2 * Math.asin(Math.min(1, Math.sqrt(chord(row)) / 2));
        }
    }

    /** What {@link Ruler#chord} is at a distance. */
    static double chordAt(double metres) {
        double half = Math.sin(Math.min(metres / EARTH_METRES / 2, Math.PI / 2));
        return 4 * half * half;
    }

    boolean isConfidential(int row) {
        return confidential[row];
    }
}
