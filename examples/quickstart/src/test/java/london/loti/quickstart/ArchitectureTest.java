package london.loti.quickstart;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import london.loti.model.area.AreaTable;
import london.loti.model.disclosure.DisclosedTable;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.DEPRECATED_API_SHOULD_NOT_BE_USED;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.GeneralCodingRules.OLD_DATE_AND_TIME_CLASSES_SHOULD_NOT_BE_USED;
import static com.tngtech.archunit.library.GeneralCodingRules.testClassesShouldResideInTheSamePackageAsImplementation;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** The architecture as rules; each says why. The arrows between modules stand in the poms and are asserted once. */
class ArchitectureTest {
    private static final String[] FEATURES = {"persona", "referral", "mapping", "evaluation"};

    private static final JavaClasses LOTI = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(
                    "london.loti.model",
                    "london.loti.persona",
                    "london.loti.referral",
                    "london.loti.mapping",
                    "london.loti.evaluation");

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(LOTI);
    }

    @Test
    void theRulesSeeTheCode() {
        classes()
                .that()
                .haveSimpleName("AreaTable")
                .should()
                .bePublic()
                .because("a rule over no class would hold for ever")
                .allowEmptyShould(false)
                .check(LOTI);
        assertThat(LOTI.contain(AreaTable.class)).isTrue();
    }

    @Test
    void noFeatureModuleKnowsAnother() {
        for (String feature : FEATURES) {
            String[] others = Stream.of(FEATURES)
                    .filter(other -> !other.equals(feature))
                    .map(other -> "london.loti." + other + "..")
                    .toArray(String[]::new);
            check(noClasses()
                    .that()
                    .resideInAPackage("london.loti." + feature + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .because("a council may embed just one module"));
        }
    }

    @Test
    void theSharedWordsKnowNoFeature() {
        check(noClasses()
                .that()
                .resideInAPackage("london.loti.model..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        Stream.of(FEATURES).map(f -> "london.loti." + f + "..").toArray(String[]::new))
                .because("loti-model holds the words that all share"));
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("london.loti.(*).(*)..")
                .should()
                .beFreeOfCycles()
                .because("a reader must be able to read a package after what it builds on")
                .check(LOTI);
    }

    @Test
    void jacksonStaysInThePackagesNamedAfterIt() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("..json..", "..geojson..", "..openreferral..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml..")
                .because("another JSON library must be able to take its place"));
    }

    @Test
    void sqlAndValidationStayInThePackagesNamedAfterThem() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("..jdbc..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.sql..")
                .because("stores are adapters behind an interface of ours"));
        check(noClasses()
                .that()
                .resideOutsideOfPackages("..validation..", "..form..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.validation..", "org.hibernate..")
                .because("constraints belong to what people type, domain types check themselves"));
    }

    @Test
    void publicSignaturesMentionNoOtherLibrary() {
        ArchCondition<JavaClass> mentionOnlyOurTypes = new ArchCondition<>("mention only the JDK's types and ours") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Stream<JavaClass> methodTypes = type.getMethods().stream()
                        .filter(m -> m.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(m -> !m.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .flatMap(
                                m -> Stream.concat(Stream.of(m.getRawReturnType()), m.getRawParameterTypes().stream()));
                Stream<JavaClass> constructorTypes = type.getConstructors().stream()
                        .filter(c -> c.getModifiers().contains(JavaModifier.PUBLIC))
                        .flatMap(c -> c.getRawParameterTypes().stream());
                Stream.concat(methodTypes, constructorTypes)
                        .map(JavaClass::getBaseComponentType)
                        .filter(t -> !t.isPrimitive())
                        .filter(not(resideInAnyPackage("java..", "javax.crypto..", "javax.sql..", "london.loti..")))
                        .forEach(t -> events.add(
                                SimpleConditionEvent.violated(type, type.getName() + " mentions " + t.getName())));
            }
        };
        check(classes()
                .that()
                .arePublic()
                .and()
                .resideOutsideOfPackages("..json..", "..jdbc..", "..validation..")
                .should(mentionOnlyOurTypes)
                .because("what an embedder compiles against must not change with a library that we use"));
    }

    /** The compiled tests of the modules, which lie beside this one in the build. */
    @Test
    void testsSitInThePackageOfTheirSubject() throws IOException {
        List<Path> folders = new ArrayList<>();
        for (String module : List.of("model", "persona", "referral", "mapping", "evaluation")) {
            for (String kind : List.of("classes", "test-classes")) {
                folders.add(Path.of("../../loti-" + module + "/target/" + kind));
            }
        }
        folders.removeIf(folder -> !Files.isDirectory(folder));
        JavaClasses withTests = new ClassFileImporter().importPaths(folders);
        assertThat(withTests.stream().map(JavaClass::getSimpleName)).contains("AreaTable", "AreaTableTest");
        testClassesShouldResideInTheSamePackageAsImplementation()
                .because("a reader looks for them there, and they reach what is package-private")
                .check(withTests);
    }

    @Test
    void adaptersAreHidden() {
        check(classes()
                .that()
                .haveNameMatching(".*(Mixin|Row|Codec)")
                .should()
                .notBePublic()
                .because("they are how we do it, not what we do"));
    }

    @Test
    void publicTypesAreClosed() {
        ArchCondition<JavaClass> beClosed = new ArchCondition<>("be final, sealed, an interface, a record or an enum") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean closed = type.getModifiers().contains(JavaModifier.FINAL)
                        || type.isInterface()
                        || type.isEnum()
                        || type.isAnnotation()
                        || type.reflect().isSealed();
                if (!closed) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " can be extended"));
                }
            }
        };
        check(classes().that().arePublic().should(beClosed).because("what can be extended can't be changed"));
    }

    @Test
    void noPackageIsADrawer() {
        check(noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..", "..common..", "..impl..", "..helper..", "..dto..", "..misc..", "..manager..")
                .because("a package is a feature that an officer could name"));
    }

    @Test
    void timeAndChanceAreParameters() {
        check(noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callConstructor(Random.class)
                .because("the same inputs must give the same bytes"));
    }

    @Test
    void generalHabits() {
        check(NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because("a library does not talk to a terminal"));
        check(NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.because("a caller must be able to tell errors apart"));
        check(NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.because("an embedder chooses the log"));
        check(OLD_DATE_AND_TIME_CLASSES_SHOULD_NOT_BE_USED.because("java.time says what is meant"));
        check(DEPRECATED_API_SHOULD_NOT_BE_USED.because("it will go away"));
    }

    @Test
    void recordsHaveNoArraysAndNoOptionals() {
        check(fields().that()
                .areDeclaredInClassesThat()
                .areRecords()
                .and()
                .areNotStatic()
                .should(notHaveAnArrayOrOptionalType())
                .because("an array breaks equality, and an optional part is null by annotation"));
    }

    private static ArchCondition<JavaField> notHaveAnArrayOrOptionalType() {
        return new ArchCondition<>("have neither an array nor an Optional") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                JavaClass type = field.getRawType();
                boolean wrong = type.isArray()
                        || type.isEquivalentTo(Optional.class)
                        || type.isEquivalentTo(OptionalInt.class)
                        || type.isEquivalentTo(OptionalDouble.class);
                if (wrong) {
                    events.add(SimpleConditionEvent.violated(field, field.getFullName() + " is a " + type.getName()));
                }
            }
        };
    }

    @Test
    void parametersAreNeverOptional() {
        ArchCondition<JavaMethod> takeNoOptional = new ArchCondition<>("take no Optional") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getParameters().stream()
                        .map(JavaParameter::getRawType)
                        .filter(t -> t.isEquivalentTo(Optional.class))
                        .forEach(t -> events.add(SimpleConditionEvent.violated(method, method.getFullName())));
            }
        };
        check(methods().that().arePublic().should(takeNoOptional).because("a caller would have to wrap"));
    }

    @Test
    void everyPackageSaysWhatItIsAndIsNullMarked() {
        ArchCondition<JavaClass> liveInANullMarkedPackage = new ArchCondition<>("live in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage()
                        .tryGetAnnotationOfType(NullMarked.class)
                        .isPresent();
                if (!marked) {
                    events.add(SimpleConditionEvent.violated(type, type.getPackageName()));
                }
            }
        };
        check(classes().should(liveInANullMarkedPackage).because("null is said where it is meant, and nowhere else"));
    }

    @Test
    void nothingIsSerializable() {
        check(classes()
                .that()
                .areNotAssignableTo(Throwable.class)
                .and()
                .areNotEnums()
                .and()
                .resideOutsideOfPackage("..json..")
                .should()
                .notBeAssignableTo(Serializable.class)
                .because("Java serialisation is no format that we keep compatible"));
    }

    @Test
    void calculatorsKnowNoPage() {
        check(noClasses()
                .that()
                .resideInAnyPackage("london.loti.mapping.index..", "london.loti.mapping.recipe..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..map..", "..report..", "..geojson..")
                .because("numbers are made before they are shown"));
    }

    @Test
    void loggersStayOutOfTheModel() {
        check(noClasses()
                .that()
                .resideInAPackage("london.loti.model..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.slf4j..", "org.jboss.logging..")
                .because("what is never logged can't leak"));
    }

    @Test
    void onlyTheRuleMakesADisclosedTable() {
        constructors()
                .that()
                .areDeclaredIn(DisclosedTable.class)
                .should()
                .bePackagePrivate()
                .because("a table is disclosed only when the rule has been asked")
                .check(LOTI);
        check(noClasses()
                .that()
                .doNotHaveFullyQualifiedName("london.loti.model.disclosure.DisclosureRule")
                .should()
                .callConstructorWhere(new DescribedPredicate<>("of DisclosedTable") {
                    @Override
                    public boolean test(JavaConstructorCall call) {
                        return call.getTargetOwner().isEquivalentTo(DisclosedTable.class);
                    }
                })
                .because("a proof is worth nothing if others can write it"));
    }
}
