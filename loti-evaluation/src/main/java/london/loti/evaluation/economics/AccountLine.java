package london.loti.evaluation.economics;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.economics.Line.Side;
import london.loti.model.finding.Require;

/**
 * One line of a cost-benefit model as its document says it, in prices of the model.
 *
 * @param name its name, each once
 * @param side {@code COST} or {@code BENEFIT}
 * @param body who bears the cost or receives the benefit
 * @param publicSector whether that is a public body; null for yes, and for a social benefit no
 * @param kind what kind of value it is; null for a cashable cost, a benefit must say it
 * @param source where the amounts are from
 * @param date the day of that source, for example {@code 2026-03-31}
 * @param grade the evidence grade from 1 to 6, which corrects the amounts; null for no correction
 * @param amounts pounds of the years 0, 1, 2 and so on
 * @param additionality which part of a benefit is the programme's own; null for all of it
 * @param optimismBias by how much a cost is raised; null for nothing
 * @param healthRate whether it is discounted at the rate for health and life satisfaction; null for no
 * @param outcomes the outcomes that a benefit values; null for none
 * @param inputs the inputs by which the amounts are multiplied; null for none
 * @param dropOffInput the input that is the yearly drop-off; null for the additionality's
 */
public record AccountLine(
        String name,
        Side side,
        String body,
        @Nullable Boolean publicSector,
        @Nullable ValueKind kind,
        String source,
        String date,
        @Nullable Integer grade,
        List<Double> amounts,
        @Nullable Additionality additionality,
        @Nullable OptimismBias optimismBias,
        @Nullable Boolean healthRate,
        @Nullable List<String> outcomes,
        @Nullable List<String> inputs,
        @Nullable String dropOffInput) {
    /**
     * Checks what every line must say.
     *
     * @param name its name
     * @param side cost or benefit
     * @param body who bears or receives it
     * @param publicSector whether that is a public body, or null
     * @param kind what kind of value it is, or null
     * @param source where the amounts are from
     * @param date the day of that source
     * @param grade the evidence grade, or null
     * @param amounts pounds by year
     * @param additionality which part is the programme's own, or null
     * @param optimismBias by how much a cost is raised, or null
     * @param healthRate whether it is discounted at the rate for health, or null
     * @param outcomes the outcomes that it values, or null
     * @param inputs the inputs by which the amounts are multiplied, or null
     * @param dropOffInput the input that is the drop-off, or null
     * @throws IllegalArgumentException if one is missing or breaks its rule
     */
    public AccountLine {
        Require.text(name, "a line needs a 'name'");
        Objects.requireNonNull(side, "a line needs a 'side'");
        Require.text(body, "a line needs a 'body'");
        if (side == Side.BENEFIT && kind == null) {
            throw new IllegalArgumentException("a benefit needs a 'kind'");
        }
        Require.text(source, "a line needs a 'source'");
        Require.date(date, "a line needs the 'date' of its source, for example 2026-03-31");
        amounts = Amounts.byYear("a line", amounts);
        outcomes = List.copyOf(Objects.requireNonNullElse(outcomes, List.of()));
        inputs = List.copyOf(Objects.requireNonNullElse(inputs, List.of()));
    }

    /** {@return the outcomes that it values; empty for none} */
    @Override
    public List<String> outcomes() {
        return Objects.requireNonNullElse(outcomes, List.of());
    }

    /** {@return the inputs by which the amounts are multiplied; empty for none} */
    @Override
    public List<String> inputs() {
        return Objects.requireNonNullElse(inputs, List.of());
    }

    Line in(int priceYear, EvidenceGrades grades) {
        ValueKind value = Objects.requireNonNullElse(kind, ValueKind.CASHABLE);
        boolean isPublic = side == Side.COST || value != ValueKind.SOCIAL;
        return new Line(
                name,
                side,
                body,
                Objects.requireNonNullElse(publicSector, isPublic),
                value,
                priceYear,
                source + " (" + date + ")",
                grade == null ? null : grades.grade(grade),
                amounts,
                Objects.requireNonNullElse(additionality, Additionality.FULL),
                optimismBias,
                Objects.requireNonNullElse(healthRate, false),
                new TreeSet<>(outcomes()),
                inputs(),
                dropOffInput);
    }
}
