package io.ess4j.sim.cli;

import io.ess4j.capacity.Weights;
import io.ess4j.elasticity.Advice;
import io.ess4j.elasticity.PoolConstraint;
import io.ess4j.elasticity.PoolTable;
import io.ess4j.elasticity.ResourcePool;
import io.ess4j.elasticity.StrengthAssessment;
import io.ess4j.elasticity.StrengthAssessor;
import io.ess4j.model.InstanceType;
import io.ess4j.model.PurchaseOption;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ess strength}: how sure a scale-out is. */
@Command(
        name = "strength",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Tells how sure a scale-out of a group is: which of its pools, an instance type in a zone, can be bought, and "
                    + "which zone or type would make it surer.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:The group was assessed.", "2:The input or the command line is wrong."},
        footerHeading = "%nExample:%n",
        footer = {"  ess strength my.yaml --option spot"})
final class StrengthCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private AnyGroupOptions options = new AnyGroupOptions();

    @Option(
            names = "--option",
            paramLabel = "OPTION",
            description = "The purchase option whose stock counts: on_demand (default), spot, subscription.")
    private PurchaseOption option = PurchaseOption.ON_DEMAND;

    @Option(names = "--json", description = "Print the assessment as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        AnyGroupOptions.Subject subject = options.subject();
        List<InstanceType> chosen = subject.policies().weights().types().stream()
                .map(Weights.WeightedType::type)
                .toList();
        List<InstanceType> types = java.util.stream.Stream.concat(
                        chosen.stream(), subject.market().catalog().types().stream())
                .distinct()
                .toList();
        PoolTable table = PoolTable.of(types, subject.policies().zones()).with(subject.market(), option);
        StrengthAssessment strength = StrengthAssessor.assess(
                table, table.select(chosen, subject.policies().zones()));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            write(out, strength);
        } else {
            print(out, subject.policies().name(), strength);
        }
        out.flush();
        return Main.OK;
    }

    private void print(PrintWriter out, String name, StrengthAssessment strength) {
        out.print("\n" + name + ": " + word(strength.level()) + ", " + strength.available() + " of "
                + strength.pools().size() + " pools can be bought " + word(option) + "\n");
        for (ResourcePool pool : strength.unavailable()) {
            out.print("  " + pool.type() + " in " + pool.zone() + ": "
                    + pool.reason().map(StrengthCommand::word).orElse("not available") + "\n");
        }
        for (Advice advice : strength.advice().stream().limit(5).toList()) {
            out.print("  " + words(advice) + "\n");
        }
        out.print("\n");
    }

    private static String words(Advice advice) {
        if (advice instanceof Advice.AddType add) {
            return "add type " + add.type() + ": " + add.added() + " more pools, then " + word(add.level());
        }
        if (advice instanceof Advice.AddZone add) {
            return "add zone " + add.zone() + ": " + add.added() + " more pools, then " + word(add.level());
        }
        throw new AssertionError(advice);
    }

    private static void write(PrintWriter out, StrengthAssessment strength) {
        JsonOut.print(out, json -> {
            json.writeStartObject();
            json.writeStringProperty("level", strength.level().name());
            json.writeNumberProperty("available", strength.available());
            json.writeArrayPropertyStart("pools");
            for (ResourcePool pool : strength.pools()) {
                json.writeStartObject();
                json.writeStringProperty("type", pool.type().name());
                json.writeStringProperty("zone", pool.zone().id());
                json.writeArrayPropertyStart("failing");
                for (PoolConstraint constraint : pool.failing()) {
                    json.writeString(constraint.name());
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("advice");
            strength.advice().forEach(a -> json.writeString(words(a)));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
