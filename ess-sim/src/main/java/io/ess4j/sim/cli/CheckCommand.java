package io.ess4j.sim.cli;

import io.ess4j.PolicyCheck;
import io.ess4j.PolicyFinding;
import io.ess4j.PolicyIssue.Severity;
import io.ess4j.ScheduleCheck;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ess check}: what is wrong or risky about a group before it runs. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Finds what is wrong or risky about a group before it runs: its limits, weights, placement, rules and "
                    + "schedule, and tasks that contradict each other within the next 30 days.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:No error was found.",
            "1:An error was found, or with --strict a warning.",
            "2:The input or the command line is wrong."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  ess check my.yaml --strict", "  ess check group.json configurations.json --prices list.csv"})
final class CheckCommand implements Callable<Integer> {
    private static final Duration AHEAD = Duration.ofDays(30);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private AnyGroupOptions options = new AnyGroupOptions();

    @Option(names = "--strict", description = "Exit with 1 also on warnings.")
    private boolean strict;

    @Option(names = "--json", description = "Print the findings as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        AnyGroupOptions.Subject subject = options.subject();
        PolicyCheck check = PolicyCheck.DEFAULT.withMarket(subject.market());
        if (subject.boot().isPresent()) {
            check = check.withBoot(subject.boot().get());
        }
        List<PolicyFinding> found = new ArrayList<>(check.findings(subject.policies()));
        found.addAll(ScheduleCheck.tasks(
                subject.policies(), subject.state().desired().isPresent(), subject.tasks()));
        subject.from()
                .ifPresent(from -> found.addAll(ScheduleCheck.contradictions(
                        subject.policies(), subject.state(), subject.tasks(), from, AHEAD)));
        found.sort(
                Comparator.comparing((PolicyFinding f) -> f.issue().severity()).reversed());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonOut.print(out, generator -> {
                generator.writeStartArray();
                for (PolicyFinding f : found) {
                    generator.writeStartObject();
                    generator.writeStringProperty(
                            "severity", f.issue().severity().name());
                    generator.writeStringProperty("issue", f.issue().name());
                    generator.writeStringProperty("subject", f.subject());
                    generator.writeStringProperty("why", f.issue().why());
                    generator.writeStringProperty("remedy", f.issue().remedy());
                    generator.writeEndObject();
                }
                generator.writeEndArray();
            });
        } else {
            print(out, subject, found);
        }
        out.flush();
        Severity worst = found.isEmpty() ? Severity.INFO : found.get(0).issue().severity();
        return worst == Severity.ERROR || (strict && worst == Severity.WARNING) ? Main.FAILED : Main.OK;
    }

    private static void print(PrintWriter out, AnyGroupOptions.Subject subject, List<PolicyFinding> found) {
        out.print("\n" + subject.policies().name() + ": "
                + (found.isEmpty() ? "nothing was found" : found.size() == 1 ? "1 finding" : found.size() + " findings")
                + "\n");
        for (PolicyFinding f : found) {
            out.print("\n  " + f.issue().severity() + "  " + f.subject() + "\n");
            out.print("    why     " + f.issue().why() + "\n");
            out.print("    remedy  " + f.issue().remedy() + "\n");
        }
        subject.notes().forEach(note -> out.print("\n  Note: " + note + "\n"));
        out.print("\n");
    }
}
