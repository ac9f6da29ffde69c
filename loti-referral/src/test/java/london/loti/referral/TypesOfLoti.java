package london.loti.referral;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import london.loti.model.need.ResidentRef;
import london.loti.referral.journey.Referral;

/** Every class of loti-model and loti-referral, found where they lie, so that a new one is among them. */
final class TypesOfLoti {
    private TypesOfLoti() {}

    /** All of them, in the order of their names. */
    static List<Class<?>> all() throws IOException, URISyntaxException, ClassNotFoundException {
        List<Class<?>> all = new ArrayList<>();
        for (Class<?> of : List.of(Referral.class, ResidentRef.class)) {
            for (String name : names(of)) {
                all.add(Class.forName(name, false, of.getClassLoader()));
            }
        }
        return all;
    }

    /** Those of packages whose last name is one of these. */
    static List<Class<?>> in(Set<String> packages) throws IOException, URISyntaxException, ClassNotFoundException {
        return all().stream()
                .filter(type -> packages.contains(type.getPackageName().replaceAll(".*\\.", "")))
                .toList();
    }

    /** The names of all classes beside one, be they in a folder or in a jar. */
    private static Set<String> names(Class<?> of) throws IOException, URISyntaxException {
        Path place =
                Path.of(of.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isDirectory(place)) {
            return names(place);
        }
        try (FileSystem jar = FileSystems.newFileSystem(place)) {
            return names(jar.getPath("/"));
        }
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            Set<String> names = new TreeSet<>();
            files.map(file -> folder.relativize(file).toString())
                    .filter(file -> file.startsWith("london") && file.endsWith(".class"))
                    .filter(file -> !file.contains("package-info"))
                    .forEach(file -> names.add(file.replaceAll("\\.class$", "").replace('/', '.')));
            return names;
        }
    }
}
