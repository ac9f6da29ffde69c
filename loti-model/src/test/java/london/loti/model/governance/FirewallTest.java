package london.loti.model.governance;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import london.loti.model.area.AreaCode;
import london.loti.model.need.NeedsSnapshot;

import static org.assertj.core.api.Assertions.assertThat;

/** A persona is never stored on a resident, and an area says nothing about one: there is no place for either. */
class FirewallTest {
    private static final Pattern PERSONA = Pattern.compile("(?i)persona(?!l)");

    @Test
    void noTypeAboutResidentsHasAPlaceForAPersonaOrAnArea() throws Exception {
        List<Class<?>> types = new ArrayList<>(typesBeside(NeedsSnapshot.class));
        types.addAll(typesBeside(DecisionRecord.class));
        assertThat(types).contains(NeedsSnapshot.class, DecisionRecord.class).hasSizeGreaterThan(15);
        for (Class<?> type : types) {
            assertThat(names(type))
                    .as("names in %s", type)
                    .noneMatch(name -> PERSONA.matcher(name).find());
            assertThat(typesMentionedBy(type))
                    .as("types mentioned by %s", type)
                    .noneMatch(name -> PERSONA.matcher(name).find() || name.contains(".model.area."));
        }
    }

    /** What must never be written, so that the test above is seen to find it. */
    record Labelled(String personaCode, AreaCode area) {}

    @Test
    void aPlaceForEitherWouldBeFound() {
        assertThat(names(Labelled.class)).anyMatch(name -> PERSONA.matcher(name).find());
        assertThat(typesMentionedBy(Labelled.class)).anyMatch(name -> name.contains(".model.area."));
        assertThat("personalData").doesNotContainPattern(PERSONA);
    }

    private static List<Class<?>> typesBeside(Class<?> one)
            throws IOException, URISyntaxException, ClassNotFoundException {
        Path folder = Path.of(Objects.requireNonNull(one.getResource(one.getSimpleName() + ".class"))
                        .toURI())
                .getParent();
        List<Class<?>> types = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (String file : files.map(f -> f.getFileName().toString()).toList()) {
                if (file.endsWith(".class") && !file.endsWith("Test.class") && !file.equals("package-info.class")) {
                    types.add(Class.forName(one.getPackageName() + "." + file.replace(".class", "")));
                }
            }
        }
        return types;
    }

    private static List<String> names(Class<?> type) {
        List<String> names = new ArrayList<>(List.of(type.getName()));
        for (Field field : type.getDeclaredFields()) {
            names.add(field.getName());
        }
        for (Method method : type.getDeclaredMethods()) {
            names.add(method.getName());
        }
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                names.add(component.getName());
            }
        }
        return names;
    }

    private static List<String> typesMentionedBy(Class<?> type) {
        List<String> types = new ArrayList<>();
        List<Executable> executables = new ArrayList<>(List.of(type.getDeclaredMethods()));
        executables.addAll(List.<Constructor<?>>of(type.getDeclaredConstructors()));
        for (Executable executable : executables) {
            for (Parameter parameter : executable.getParameters()) {
                types.add(parameter.getParameterizedType().getTypeName());
            }
            types.add(executable.getAnnotatedReturnType().getType().getTypeName());
        }
        for (Field field : type.getDeclaredFields()) {
            types.add(field.getGenericType().getTypeName());
        }
        return types;
    }
}
