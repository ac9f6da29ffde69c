package london.loti.quickstart;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import london.loti.mapping.index.AreaIndex;
import london.loti.mapping.index.IndexBuilder;
import london.loti.mapping.recipe.Recipe;
import london.loti.model.area.AreaCode;
import london.loti.model.area.AreaTable;

/** Which areas enter the highest tenth when a weight is moved. */
public final class WhatIf {
    private WhatIf() {}

    /** The areas that are in the highest tenth with the new weights and not with the recipe's own. */
    public static List<AreaCode> newInHighestTenth(Recipe recipe, AreaTable table, Map<String, Double> weights) {
        AreaIndex before = IndexBuilder.of(recipe).build(table).orElseThrow();
        AreaIndex after =
                IndexBuilder.of(recipe.withWeights(weights)).build(table).orElseThrow();
        return IntStream.range(0, table.rowCount())
                .filter(row ->
                        after.decile(row).orElse(0) == 1 && before.decile(row).orElse(0) != 1)
                .mapToObj(table.codes()::get)
                .toList();
    }
}
