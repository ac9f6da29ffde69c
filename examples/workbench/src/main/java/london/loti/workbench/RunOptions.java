package london.loti.workbench;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import london.loti.model.area.AreaVintage;
import london.loti.model.disclosure.DisclosureRule;

/** The options that {@code index} and {@code map} share. */
final class RunOptions {
    @Option(
            names = "--vintage",
            paramLabel = "VINTAGE",
            converter = VintageConverter.class,
            description = "Geography and year where the file does not tell them, for example lsoa21.")
    private @Nullable AreaVintage vintage;

    @Mixin
    private DisclosureOption disclosure;

    @Nullable
    AreaVintage vintage() {
        return vintage;
    }

    /** The files that these options name. */
    List<Path> files() {
        return disclosure.files();
    }

    DisclosureRule disclosure() {
        return disclosure.rule();
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
