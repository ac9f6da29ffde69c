package london.loti.referral.device.allocation;

import java.util.ArrayList;
import java.util.List;

import london.loti.referral.device.allocation.FlooredTransport.Solved;
import london.loti.referral.device.allocation.Objective.Score;

/**
 * What one more device of a class, or a floor that is one lower, would change. Where floors do not cross one search over
 * the prices tells it exactly; where they do everything is solved anew.
 */
final class ShadowPrices {
    private final FlooredTransport transport;
    private final int[] supply;
    private final int[] floors;
    private final Solved solved;

    ShadowPrices(FlooredTransport transport, int[] supply, int[] floors, Solved solved) {
        this.transport = transport;
        this.supply = supply.clone();
        this.floors = floors.clone();
        this.solved = solved;
    }

    List<Score> ofStock() {
        long[] savings = solved.flow().savingsOfOneMore();
        List<Score> prices = new ArrayList<>();
        for (int k = 0; k < supply.length; k++) {
            int[] more = supply.clone();
            more[k]++;
            prices.add(solved.crossing() ? saved(more, floors) : inWords(savings[k]));
        }
        return prices;
    }

    List<Score> ofFloors() {
        long[] savings = solved.flow().savingsOfOneMore();
        List<Score> prices = new ArrayList<>();
        for (int f = 0; f < floors.length; f++) {
            int[] fewer = floors.clone();
            fewer[f]--;
            prices.add(solved.crossing() ? saved(supply, fewer) : inWords(savings[supply.length + f]));
        }
        return prices;
    }

    private Score inWords(long saving) {
        return transport.objective().difference(saving);
    }

    private Score saved(int[] otherSupply, int[] otherFloors) {
        Solved other = transport.solve(otherSupply, otherFloors);
        if (other == null) {
            throw new IllegalStateException("more devices and lower floors must leave what was possible possible");
        }
        return solved.score().minus(other.score());
    }
}
