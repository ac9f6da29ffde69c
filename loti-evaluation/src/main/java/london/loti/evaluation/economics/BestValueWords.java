package london.loti.evaluation.economics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import london.loti.evaluation.economics.WholeLifeComparison.ByCouncils;
import london.loti.evaluation.economics.WholeLifeComparison.OptionResult;
import london.loti.evaluation.economics.WholeLifeOption.Kind;

/** Says in plain words what was found, and above all when open source is not best. */
final class BestValueWords {
    private final WholeLifeCostModel model;
    private final WholeLifeComparison found;
    private final List<String> sentences = new ArrayList<>();

    BestValueWords(WholeLifeCostModel model, WholeLifeComparison found) {
        this.model = model;
        this.found = found;
    }

    List<String> sentences() {
        OptionResult cheapest = found.option(found.cheapest());
        say(
                "Over %d years %s costs %s least: £%s in prices of %d, which is £%.2f a resident or £%s a year.",
                found.years(),
                cheapest.name(),
                found.council().name(),
                pounds(cheapest.presentValue()),
                found.priceYear(),
                cheapest.perResident(),
                pounds(cheapest.equivalentAnnualCost()));
        for (OptionResult other : found.options()) {
            if (!other.id().equals(cheapest.id())) {
                say(
                        "%s costs £%s, which is £%s more.",
                        other.name(),
                        pounds(other.presentValue()),
                        pounds(other.presentValue() - cheapest.presentValue()));
            }
        }
        if (cheapest.kind() == Kind.DO_NOTHING) {
            say("Going on as now costs least. The others must be worth the difference in what they do for residents.");
        }
        found.byCouncils().forEach(this::whenOpenSourceIsNotBest);
        if (found.byCouncils().isEmpty()) {
            say("No open source option is in the model, so that nothing is said about it.");
        }
        for (OptionResult option : found.options()) {
            caveats(option);
        }
        if (!found.claims().isEmpty()) {
            say("What proponents claim is listed with its source. None of it enters a number.");
        }
        say(
                "It compares costs alone, with the amounts that the model states; what an option does better is not in it.");
        return List.copyOf(sentences);
    }

    private void whenOpenSourceIsNotBest(ByCouncils curve) {
        OptionResult option = found.option(curve.option());
        int most = curve.points().size();
        Integer from = curve.bestFrom();
        Integer to = curve.bestTo();
        if (from == null) {
            say("%s is not the cheapest for any number of councils from 1 to %d.", option.name(), most);
        } else if (from > 1) {
            String alone = found.option(curve.points().get(0).cheapest()).name();
            say(
                    "%s is not the cheapest with fewer than %d councils: a council alone pays less with %s.",
                    option.name(), from, alone);
        } else {
            say("%s is the cheapest for a council alone too.", option.name());
        }
        if (to != null) {
            String next = found.option(curve.points().get(to).cheapest()).name();
            say("%s stops being the cheapest above %d councils, where %s costs less.", option.name(), to, next);
        }
        Double probability = found.uncertainty().probabilityCheapest().get(option.id());
        if (probability != null) {
            say(
                    "As uncertain as the amounts are stated to be, %s is the cheapest in %.0f of 100 cases, and in the others"
                            + " it is not.",
                    option.name(), 100 * probability);
        }
        found.pairs().stream()
                .filter(pair -> pair.option().equals(option.id()) && pair.saving() > 0)
                .filter(pair -> pair.breakEvenYear() != null && pair.breakEvenYear() > 0)
                .forEach(pair -> say(
                        "Against %s it has cost more until year %d.",
                        found.option(pair.against()).name(), pair.breakEvenYear()));
    }

    private void caveats(OptionResult option) {
        if (option.grants() > 0) {
            say(
                    "Others pay £%s towards %s. That is a transfer and not a saving, and is not taken off above; after it"
                            + " the council pays £%s.",
                    pounds(option.grants()), option.name(), pounds(option.netOfGrants()));
        }
        if (option.staffTime() > 0) {
            say(
                    "£%s of %s is staff time at full cost, which no budget releases.",
                    pounds(option.staffTime()), option.name());
        }
        if (option.lockIn() > 0) {
            say("£%s of %s is for having to leave early.", pounds(option.lockIn()), option.name());
        }
        if (option.maintainerRisk() > 0) {
            say(
                    "£%s of %s is for taking it over if its maintainers stop.",
                    pounds(option.maintainerRisk()), option.name());
        }
        WholeLifeOption stated = model.options().stream()
                .filter(o -> o.id().equals(option.id()))
                .findFirst()
                .orElseThrow();
        stated.lines().stream()
                .filter(CostLine::isOffItsMean)
                .forEach(line -> say(
                        "'%s' of %s is taken at £%s above, where the mean of its uncertainty is £%s: the draws lie around"
                                + " that.",
                        line.name(),
                        option.name(),
                        pounds(line.amount()),
                        pounds(OptionCosts.quantity(line).mean())));
        if (option.exitMultiplier() > 1) {
            say(
                    "Leaving %s costs %.2f times as much for want of data access clauses. That number is a judgement, not"
                            + " a measurement.",
                    option.name(), option.exitMultiplier());
        } else if (stated.dataAccess() == null && stated.kind() == Kind.PROPRIETARY) {
            say("Whether the contract of %s lets the council leave with its data was not looked at.", option.name());
        }
    }

    private void say(String sentence, Object... parts) {
        sentences.add(String.format(Locale.ROOT, sentence, parts));
    }

    private static String pounds(double amount) {
        return String.format(Locale.ROOT, "%,.0f", amount);
    }
}
