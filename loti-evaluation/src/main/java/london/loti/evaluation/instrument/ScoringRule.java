package london.loti.evaluation.instrument;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;
import london.loti.model.outcome.Direction;

/**
 * How one score is made: the method over the coded answers, then {@code factor · x + offset}, or a table.
 *
 * @param id a short name of the score: lower case letters, digits and underscores
 * @param method how the answers become one number
 * @param items the ids of the items
 * @param factor what the number is multiplied by, or null for 1
 * @param offset what is added then, or null for 0
 * @param table the score for each number, one person at a time; empty where there is no table
 * @param missing how many answers may be missing, or null for none
 * @param direction which way it gets better
 * @param bands its bands, or null
 * @param change how far it must move for one person to mean something, or null where that is not known
 */
public record ScoringRule(
        String id,
        ScoringMethod method,
        List<String> items,
        @Nullable Double factor,
        @Nullable Double offset,
        SortedMap<Integer, Double> table,
        @Nullable MissingRule missing,
        Direction direction,
        @Nullable Bands bands,
        @Nullable MeaningfulChange change) {

    /**
     * Checks that the parts fit together.
     *
     * @param id a short name of the score
     * @param method how the answers become one number
     * @param items the ids of the items, each once
     * @param factor what the number is multiplied by, or null
     * @param offset what is added then, or null
     * @param table the score for each number, or none; without factor, offset and missing answers
     * @param missing how many answers may be missing, or null; only with a sum or a mean
     * @param direction which way it gets better
     * @param bands its bands, or null
     * @param change how far it must move to mean something, or null
     * @throws IllegalArgumentException if they do not fit together
     */
    public ScoringRule {
        Require.id("a score", id);
        Objects.requireNonNull(method, "a score needs a 'method'");
        Objects.requireNonNull(direction, "a score needs a 'direction'");
        items = List.copyOf(Objects.requireNonNull(items, "a score needs 'items'"));
        table = Collections.unmodifiableSortedMap(table == null ? new TreeMap<>() : new TreeMap<>(table));
        if (items.isEmpty() || items.stream().distinct().count() < items.size()) {
            throw new IllegalArgumentException("a score's 'items' must be one or more, each once, but are not");
        }
        if (method == ScoringMethod.ITEM && items.size() != 1) {
            throw new IllegalArgumentException("a score by ITEM must have one item, but has " + items.size());
        }
        boolean summary = method == ScoringMethod.SUM || method == ScoringMethod.MEAN;
        if (missing != null && (!summary || missing.allowed() >= items.size())) {
            throw new IllegalArgumentException(
                    "a score's 'missing' must stand with a sum or a mean and leave it an answer, but does not");
        }
        if (missing != null && method == ScoringMethod.MEAN && !missing.prorated()) {
            throw new IllegalArgumentException(
                    "a mean's 'missing' must be prorated, but is not\nMaybe a sum is meant: a mean is always of the"
                            + " answers given.");
        }
        if (!table.isEmpty() && (factor != null || offset != null || missing != null || method != ScoringMethod.SUM)) {
            throw new IllegalArgumentException("a score's 'table' must stand with a sum of all its items, without"
                    + " 'factor', 'offset' and 'missing', but does not");
        }
    }
}
