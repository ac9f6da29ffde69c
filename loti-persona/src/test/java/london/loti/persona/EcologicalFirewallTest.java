package london.loti.persona;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import london.loti.model.area.AreaCode;
import london.loti.model.area.AreaTable;
import london.loti.model.disclosure.DisclosedTable;
import london.loti.model.need.NeedsSnapshot;
import london.loti.model.need.ResidentRef;
import london.loti.persona.attribute.Sample;
import london.loti.persona.fit.FairnessAudit;
import london.loti.persona.fit.PersonaBounds;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No public method brings areas and people together, unless what comes out is areas again: what holds for an area must
 * not become a guess about somebody who lives there.
 */
class EcologicalFirewallTest {
    private static final Set<Class<?>> OF_PEOPLE =
            Set.of(Sample.class, Sample.Builder.class, ResidentRef.class, NeedsSnapshot.class);

    private static boolean isOfAreas(Class<?> type) {
        return type.getPackageName().equals(AreaCode.class.getPackageName()) || type == DisclosedTable.class;
    }

    @Test
    void noPublicMethodBringsAreasAndPeopleTogether() throws IOException, URISyntaxException {
        List<Class<?>> types = exportedTypes();
        assertThat(types).contains(Sample.class, FairnessAudit.class, PersonaBounds.class, Sample.Builder.class);
        assertThat(types.stream().flatMap(type -> breaches(type).stream())).isEmpty();
    }

    @Test
    void theRuleSeesWhatAreasAndPeopleAreHeldBy() {
        assertThat(holds(PersonaBounds.class, EcologicalFirewallTest::isOfAreas))
                .isTrue();
        assertThat(holds(PersonaBounds.class, OF_PEOPLE::contains)).isFalse();
        assertThat(holds(FairnessAudit.class, OF_PEOPLE::contains)).isTrue();
        assertThat(holds(FairnessAudit.class, EcologicalFirewallTest::isOfAreas))
                .isFalse();
    }

    @Test
    void theRuleFindsABreach() {
        assertThat(breaches(Leak.class))
                .containsExactlyInAnyOrder("Leak.guess", "Leak.guessMany", "Leak.guessFromBounds");
        assertThat(breaches(Holder.class)).containsExactly("Holder.guess");
        assertThat(breaches(Both.class)).contains("new Both");
    }

    /** What must never be written. */
    static final class Leak {
        private Leak() {}

        public static Sample guess(Sample sample, AreaCode area) {
            return sample;
        }

        public static Sample guessMany(Map<AreaCode, ? extends List<Sample>> samples) {
            return samples.values().iterator().next().get(0);
        }

        public static Sample guessFromBounds(Sample sample, PersonaBounds bounds) {
            return sample;
        }

        public static AreaTable mayBe(Sample sample, AreaTable table) {
            return table;
        }

        public static Sample mayBeToo(Sample sample, String text) {
            return sample;
        }
    }

    record Holder(AreaTable table) {
        public int guess(Sample sample) {
            return sample.size();
        }
    }

    record Both(AreaTable table, Sample sample) {}

    private static List<String> breaches(Class<?> type) {
        List<String> found = new ArrayList<>();
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (isOpen(type, constructor) && meet(List.of(constructor.getGenericParameterTypes()))) {
                found.add("new " + type.getSimpleName());
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            List<Type> taken = new ArrayList<>(List.of(method.getGenericParameterTypes()));
            if (!Modifier.isStatic(method.getModifiers())) {
                taken.add(type);
            }
            if (isOpen(type, method) && meet(taken) && method.getReturnType() != AreaTable.class) {
                found.add(type.getSimpleName() + "." + method.getName());
            }
        }
        return found;
    }

    /** A record that is nested here has a constructor that is no more open than the record. */
    private static boolean isOpen(Class<?> type, Executable executable) {
        return !executable.isSynthetic()
                && (Modifier.isPublic(executable.getModifiers()) || (type.isRecord() && !isPrivate(executable)));
    }

    private static boolean isPrivate(Executable executable) {
        return Modifier.isPrivate(executable.getModifiers());
    }

    private static boolean meet(List<Type> types) {
        Set<Class<?>> mentioned = new HashSet<>();
        types.forEach(type -> collect(type, mentioned));
        return mentioned.stream().anyMatch(type -> holds(type, EcologicalFirewallTest::isOfAreas))
                && mentioned.stream().anyMatch(type -> holds(type, OF_PEOPLE::contains));
    }

    /** Whether a type is of a kind, or one of loti's that keeps such a type in a field, however deep. */
    private static boolean holds(Class<?> type, Predicate<Class<?>> kind) {
        Set<Class<?>> seen = new HashSet<>();
        List<Class<?>> open = new ArrayList<>(List.of(type));
        while (!open.isEmpty()) {
            Class<?> next = open.remove(open.size() - 1);
            if (kind.test(next)) {
                return true;
            }
            if (next.getName().startsWith("london.loti.") && seen.add(next)) {
                Set<Class<?>> held = new HashSet<>();
                for (Field field : next.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers())) {
                        collect(field.getGenericType(), held);
                    }
                }
                open.addAll(held);
            }
        }
        return false;
    }

    private static void collect(Type type, Set<Class<?>> into) {
        if (type instanceof Class<?> plain) {
            into.add(plain.isArray() ? plain.getComponentType() : plain);
        } else if (type instanceof ParameterizedType generic) {
            collect(generic.getRawType(), into);
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> collect(argument, into));
        } else if (type instanceof WildcardType wildcard) {
            Stream.of(wildcard.getUpperBounds(), wildcard.getLowerBounds())
                    .flatMap(Arrays::stream)
                    .forEach(bound -> collect(bound, into));
        } else if (type instanceof GenericArrayType array) {
            collect(array.getGenericComponentType(), into);
        }
    }

    /** The public types of the packages that module-info exports. */
    private static List<Class<?>> exportedTypes() throws IOException, URISyntaxException {
        Path classes = Path.of(
                Sample.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        ModuleDescriptor module;
        try (InputStream in = Files.newInputStream(classes.resolve("module-info.class"))) {
            module = ModuleDescriptor.read(in);
        }
        List<Class<?>> types = new ArrayList<>();
        for (ModuleDescriptor.Exports exported : module.exports()) {
            try (Stream<Path> files =
                    Files.list(classes.resolve(exported.source().replace('.', '/')))) {
                for (Path file : files.sorted().toList()) {
                    String name = file.getFileName().toString();
                    if (name.endsWith(".class") && !name.equals("package-info.class")) {
                        types.add(load(exported.source() + "." + name.replaceFirst("\\.class$", "")));
                    }
                }
            }
        }
        types.removeIf(type -> !Modifier.isPublic(type.getModifiers()));
        return types;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, EcologicalFirewallTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(name, e);
        }
    }
}
