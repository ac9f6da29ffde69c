package london.loti.benchmarks.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import london.loti.evaluation.survival.KaplanMeier;
import london.loti.evaluation.survival.SurvivalCurves;
import london.loti.evaluation.survival.TimeToEvent;

/** Invented waits of people in two groups; a quarter are censored. */
final class SurvivalInput {
    private static final List<String> GROUPS = List.of("a", "b");

    private final double[] times;
    private final int[] events;
    private final int[] groups;

    /** Times in whole days, of which many are equal, or as exact as a computer can tell them, so that nearly all differ. */
    SurvivalInput(int people, boolean days) {
        SplittableRandom random = new SplittableRandom(1);
        times = new double[people];
        events = new int[people];
        groups = new int[people];
        for (int i = 0; i < people; i++) {
            double time = -365 * Math.log(1 - random.nextDouble());
            times[i] = days ? Math.floor(time) : time;
            events[i] = random.nextInt(4) == 0 ? 0 : 1;
            groups[i] = random.nextInt(GROUPS.size());
        }
    }

    SurvivalCurves curves() {
        return KaplanMeier.withDefaults()
                .of(TimeToEvent.builder(times, events).groups(groups, GROUPS).build());
    }

    List<PlainSurvival.Person> people() {
        List<PlainSurvival.Person> people = new ArrayList<>(times.length);
        for (int i = 0; i < times.length; i++) {
            people.add(new PlainSurvival.Person(groups[i], times[i], events[i] == 1));
        }
        return people;
    }
}
