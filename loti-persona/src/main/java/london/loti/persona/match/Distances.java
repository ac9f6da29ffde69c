package london.loti.persona.match;

import java.util.EnumSet;
import java.util.Set;

import london.loti.persona.bank.Thresholds;

/** The distances from all personas, and which two are nearest. Ties go to the persona that comes first in the bank. */
final class Distances {
    final double[] distances;
    final int nearest;
    final int second;

    Distances(double[] distances) {
        this.distances = distances;
        int first = -1;
        int next = -1;
        for (int p = 0; p < distances.length; p++) {
            if (Double.isNaN(distances[p])) {
                continue;
            }
            if (first < 0 || distances[p] < distances[first]) {
                next = first;
                first = p;
            } else if (next < 0 || distances[p] < distances[next]) {
                next = p;
            }
        }
        nearest = first;
        second = next;
    }

    double distance() {
        return nearest < 0 ? Double.NaN : distances[nearest];
    }

    double margin() {
        return second < 0 ? Double.NaN : distances[second] - distances[nearest];
    }

    Set<AbstainReason> reasons(Thresholds thresholds, double knownShare) {
        return reasons(thresholds, knownShare, distance(), margin());
    }

    /** The tests that fail; a distance or margin that does not exist fails none of its own. */
    static Set<AbstainReason> reasons(Thresholds thresholds, double knownShare, double distance, double margin) {
        Set<AbstainReason> reasons = EnumSet.noneOf(AbstainReason.class);
        if (knownShare < thresholds.tooLittleKnownBelow() || Double.isNaN(distance)) {
            reasons.add(AbstainReason.TOO_LITTLE_KNOWN);
        }
        if (distance > thresholds.tooFarAbove()) {
            reasons.add(AbstainReason.TOO_FAR);
        }
        if (margin < thresholds.tooCloseBelow()) {
            reasons.add(AbstainReason.TOO_CLOSE);
        }
        return reasons;
    }
}
