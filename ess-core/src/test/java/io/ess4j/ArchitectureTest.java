package io.ess4j;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows between packages, and what the core must never do. */
class ArchitectureTest {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.ess4j");

    private static final String[] GROUND = {"java..", "org.jspecify..", "com.google.common..", "io.ess4j.model.."};
    private static final String CAPACITY = "io.ess4j.capacity";
    private static final String BALANCE = "io.ess4j.balance";

    /** Every package but the facade, the kernels and the model. */
    static Set<String> engines() {
        Set<String> engines = new TreeSet<>();
        for (JavaClass c : CORE) {
            engines.add(c.getPackageName());
        }
        engines.removeIf(p -> p.equals("io.ess4j") || p.startsWith("io.ess4j.model"));
        engines.removeAll(Set.of(CAPACITY, BALANCE));
        return engines;
    }

    private static void mayUse(String from, String... also) {
        String[] allowed = Stream.concat(Arrays.stream(GROUND), Stream.concat(Arrays.stream(also), Stream.of(from)))
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(from)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed))
                .check(CORE);
    }

    @Test
    void theModelKnowsNobodyAndTheKernelsKnowTheModel() {
        mayUse("io.ess4j.model..");
        mayUse(CAPACITY);
        mayUse(BALANCE);
    }

    @ParameterizedTest
    @MethodSource("engines")
    void enginesKnowTheKernelsButNotEachOther(String engine) {
        mayUse(engine, CAPACITY, BALANCE);
    }

    @Test
    void theseRulesSeeTheEngines() {
        assertThat(engines()).contains("io.ess4j.rule", "io.ess4j.removal", "io.ess4j.placement", "io.ess4j.naming");
    }

    @Test
    void everyPackageIsExportedExceptThoseWithoutPromise() throws Exception {
        Path output = Path.of(Autoscaler.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        ModuleDescriptor module =
                ModuleFinder.of(output).findAll().iterator().next().descriptor();
        Set<String> hidden = new TreeSet<>(module.packages());
        for (ModuleDescriptor.Exports exports : module.exports()) {
            hidden.remove(exports.source());
        }
        assertThat(hidden).containsExactly("io.ess4j.model.table", "io.ess4j.model.text");
    }

    @Test
    void nothingReadsAClockOrDrawsANumber() {
        Map<Class<?>, Set<String>> calls = Map.of(
                Instant.class, Set.of("now"),
                LocalDateTime.class, Set.of("now"),
                ZonedDateTime.class, Set.of("now"),
                System.class, Set.of("nanoTime", "currentTimeMillis", "getenv", "getProperty"),
                Math.class, Set.of("random"),
                // Their order differs from one start of a virtual machine to the next.
                Map.class, Set.of("copyOf"),
                Set.class, Set.of("copyOf"));
        calls.forEach((owner, methods) -> methods.forEach(method -> noClasses()
                .should()
                .callMethodWhere(target(owner(type(owner))).and(target(name(method))))
                .check(CORE)));
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, UUID.class, java.util.Random.class, java.util.SplittableRandom.class)
                .check(CORE);
    }

    @Test
    void nothingTouchesTheWorld() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.io..",
                        "java.nio.file..",
                        "java.net..",
                        "java.util.logging..",
                        "java.lang.reflect..",
                        "java.util.concurrent..")
                .check(CORE);
        noClasses().should().accessField(System.class, "out").check(CORE);
        noClasses().should().accessField(System.class, "err").check(CORE);
    }

    @Test
    void noStateIsSharedAndMutable() {
        fields().that().areStatic().should().beFinal().check(CORE);
    }

    @Test
    void publicSignaturesHoldNoTypeOfAnotherLibrary() {
        methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .should(new ArchCondition<JavaMethod>("mention only types of the JDK and of this library") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        Stream.concat(
                                        method.getReturnType().getAllInvolvedRawTypes().stream(),
                                        method.getParameterTypes().stream()
                                                .flatMap(t -> t.getAllInvolvedRawTypes().stream()))
                                .map(t -> t.getBaseComponentType().getName())
                                .filter(n -> n.contains(".") && !n.startsWith("java.") && !n.startsWith("io.ess4j."))
                                .forEach(n -> events.add(
                                        SimpleConditionEvent.violated(method, method.getFullName() + " has " + n)));
                    }
                })
                .check(CORE);
    }
}
