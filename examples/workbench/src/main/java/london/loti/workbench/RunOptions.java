package london.loti.workbench;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import london.loti.model.area.AreaVintage;
import london.loti.model.disclosure.DisclosureRule;
import london.loti.model.json.LotiJson;

/** The options that {@code index} and {@code map} share. */
final class RunOptions {
    @Option(
            names = "--vintage",
            paramLabel = "VINTAGE",
            converter = VintageConverter.class,
            description = "Geography and year where the file does not tell them, for example lsoa21.")
    private @Nullable AreaVintage vintage;

    @Option(
            names = "--disclosure",
            paramLabel = "FILE",
            description = "Disclosure rule (JSON) for numbers that are not published openly. Default: counts below ten,"
                    + " noughts among them, are suppressed, others rounded to five.")
    private @Nullable Path disclosure;

    @Nullable
    AreaVintage vintage() {
        return vintage;
    }

    DisclosureRule disclosure() {
        return disclosure == null
                ? DisclosureRule.withDefaults()
                : BadInput.check(LotiJson.read(disclosure, DisclosureRule.class));
    }

    private static final class VintageConverter implements ITypeConverter<AreaVintage> {
        @Override
        public AreaVintage convert(String text) {
            try {
                return AreaVintage.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
