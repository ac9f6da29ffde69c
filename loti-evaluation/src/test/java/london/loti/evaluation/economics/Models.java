package london.loti.evaluation.economics;

import java.util.List;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.economics.CostLine.Sharing;
import london.loti.evaluation.economics.WholeLifeOption.Kind;
import london.loti.evaluation.economics.WholeLifeOption.MaintainerRisk;

/** Builds small models; all amounts are invented. */
final class Models {
    private Models() {}

    static CostLine once(String name, Stage stage, double amount, int year, @Nullable Sharing sharing) {
        return new CostLine(name, stage, amount, "invented", year, null, null, null, null, sharing, null, null, null);
    }

    static CostLine yearly(String name, double amount, @Nullable Sharing sharing) {
        return new CostLine(name, Stage.SUPPORT, amount, "invented", 1, 1, null, null, null, sharing, null, null, null);
    }

    static CostLine uncertain(CostLine line, Uncertain uncertainty) {
        return new CostLine(
                line.name(),
                line.stage(),
                line.amount(),
                line.source(),
                line.from(),
                line.every(),
                line.to(),
                line.growth(),
                line.users(),
                line.sharing(),
                line.kind(),
                line.optimismBias(),
                uncertainty);
    }

    static WholeLifeOption option(String id, Kind kind, CostLine... lines) {
        return new WholeLifeOption(id, id, kind, List.of(lines), null, null, null, null, null);
    }

    static WholeLifeOption risky(
            String id,
            Kind kind,
            @Nullable Double coordination,
            @Nullable Double lockIn,
            @Nullable MaintainerRisk risk,
            CostLine... lines) {
        return new WholeLifeOption(id, id, kind, List.of(lines), coordination, lockIn, risk, null, null);
    }

    static WholeLifeOption doNothing(double yearly) {
        return option("nothing", Kind.DO_NOTHING, yearly("as now", yearly, null));
    }

    static WholeLifeCostModel drawn(WholeLifeCostModel model, int draws) {
        return new WholeLifeCostModel(
                model.id(),
                model.title(),
                model.priceYear(),
                model.years(),
                model.schedule(),
                model.timing(),
                model.council(),
                model.adoption(),
                model.options(),
                model.claims(),
                draws,
                model.seed());
    }

    static WholeLifeCostModel timed(WholeLifeCostModel model, Timing timing) {
        return new WholeLifeCostModel(
                model.id(),
                model.title(),
                model.priceYear(),
                model.years(),
                model.schedule(),
                timing,
                model.council(),
                model.adoption(),
                model.options(),
                model.claims(),
                model.draws(),
                model.seed());
    }

    static WholeLifeCostModel model(int years, int councils, WholeLifeOption... options) {
        return new WholeLifeCostModel(
                "m",
                "Invented",
                2026,
                years,
                "GB2026-standard",
                null,
                new Council("Anyborough", 100_000),
                List.of(new Adoption(0, councils, 100_000L * councils)),
                List.of(options),
                null,
                500,
                3L);
    }
}
