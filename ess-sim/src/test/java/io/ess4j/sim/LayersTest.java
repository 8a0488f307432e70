package io.ess4j.sim;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** The arrows between the packages: cli to report to scenario to control to cloud, workload, metrics to kernel. */
class LayersTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.ess4j.sim");

    @Test
    void packagesKnowOnlyThoseBelow() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("cli")
                .definedBy("io.ess4j.sim.cli..")
                .layer("report")
                .definedBy("io.ess4j.sim.report..")
                .layer("scenario")
                .definedBy("io.ess4j.sim.scenario..")
                .layer("control")
                .definedBy("io.ess4j.sim.control..")
                .layer("cloud")
                .definedBy("io.ess4j.sim.cloud..")
                .layer("workload")
                .definedBy("io.ess4j.sim.workload..")
                .layer("metrics")
                .definedBy("io.ess4j.sim.metrics..")
                .layer("kernel")
                .definedBy("io.ess4j.sim.kernel..")
                .layer("input")
                .definedBy("io.ess4j.sim.input..")
                .layer("cloudstate")
                .definedBy("io.ess4j.sim.cloudstate..")
                .layer("deadline")
                .definedBy("io.ess4j.sim.deadline..")
                .layer("sweep")
                .definedBy("io.ess4j.sim.sweep..")
                .layer("replay")
                .definedBy("io.ess4j.sim.replay..")
                .whereLayer("deadline")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("scenario")
                .mayOnlyBeAccessedByLayers("cli", "report", "sweep")
                .whereLayer("control")
                .mayOnlyBeAccessedByLayers("cli", "report", "sweep", "scenario")
                .whereLayer("cloud")
                .mayOnlyBeAccessedByLayers("cli", "report", "sweep", "scenario", "control", "deadline")
                .whereLayer("workload")
                .mayOnlyBeAccessedByLayers("cli", "report", "sweep", "scenario", "control")
                .whereLayer("metrics")
                .mayOnlyBeAccessedByLayers("cli", "report", "sweep", "scenario", "control", "workload")
                .whereLayer("kernel")
                .mayNotAccessAnyLayer()
                .whereLayer("sweep")
                .mayOnlyBeAccessedByLayers("cli", "report")
                .whereLayer("replay")
                .mayOnlyAccessLayers("input")
                .whereLayer("cloudstate")
                .mayOnlyAccessLayers("input")
                .whereLayer("input")
                .mayNotAccessAnyLayer()
                .check(CLASSES);
    }

    @Test
    void nothingReadsTheClockOrDrawsUnseededNumbers() {
        ArchRuleDefinition.noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethodWhere(readsTheTime())
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ThreadLocalRandom.class)
                .check(CLASSES);
    }

    /** Time is read in one place: how long the rest of a sweep will take. */
    private static DescribedPredicate<JavaMethodCall> readsTheTime() {
        return DescribedPredicate.describe(
                "System.nanoTime outside of the progress of sweeps",
                call -> call.getTarget().getName().equals("nanoTime")
                        && !call.getOriginOwner().getName().startsWith("io.ess4j.sim.cli.SweepProgress"));
    }

    @Test
    void transcendentalFunctionsAreTheStrictOnes() {
        for (String name : new String[] {"exp", "log", "log10", "pow", "sin", "cos", "tan"}) {
            Class<?>[] arguments =
                    name.equals("pow") ? new Class<?>[] {double.class, double.class} : new Class<?>[] {double.class};
            ArchRuleDefinition.noClasses()
                    .should()
                    .callMethod(Math.class, name, arguments)
                    .check(CLASSES);
        }
    }
}
