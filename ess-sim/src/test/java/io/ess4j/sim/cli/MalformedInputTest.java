package io.ess4j.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.sim.scenario.BuiltInScenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bad input of every kind: exit code 2, a message that names file and place, nothing on standard output, no stack
 * trace, and no output folder.
 */
class MalformedInputTest {
    private static final String GOOD = BuiltInScenario.ONLINE_EDUCATION.text();

    @TempDir
    private Path folder;

    /**
     * A named case; the content is a byte a character; {@code place} is what the message must contain, the line for
     * instance.
     */
    private record Case(String name, String option, String fileName, String content, String place) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isRefusedWithItsPlaceAndWithoutOutput(Case bad) throws IOException {
        Path file = folder.resolve(bad.fileName);
        Files.write(file, bad.content.getBytes(StandardCharsets.ISO_8859_1));
        Path out = folder.resolve("out");
        List<String> args = new ArrayList<>(List.of("run", "--out", out.toString()));
        if (!bad.option.isEmpty()) {
            args.add(bad.option);
        }
        args.add(file.toString());

        Shell shell = Shell.ess(args.toArray(String[]::new));

        assertThat(shell.code()).as(shell.err()).isEqualTo(2);
        assertThat(shell.err()).contains(bad.fileName + bad.place);
        assertThat(shell.err())
                .doesNotContain("Exception")
                .doesNotContain("\tat ")
                .doesNotContain("\u0000");
        assertThat(shell.out()).isEmpty();
        assertThat(out).doesNotExist();
    }

    @Test
    void thereAreAHundredCases() {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(100);
        assertThat(cases().stream().map(Case::name).distinct()).hasSize(cases().size());
    }

    @Test
    void allProblemsAreTold() throws IOException {
        Path file = folder.resolve("s.yaml");
        Files.writeString(
                file,
                GOOD.replace("seed: 1 ", "seed: x ")
                        .replace("max: 160", "max: -1")
                        .replace("target: 60 ", "target: many ")
                        .replace("response: 250ms", "respnose: 250ms"));

        Shell shell = Shell.ess("run", "--out", folder.resolve("out").toString(), file.toString());

        assertThat(shell.code()).isEqualTo(2);
        assertThat(shell.err().lines())
                .hasSize(5)
                .allMatch(line -> line.matches(".*s\\.yaml:\\d+: .*"))
                .anyMatch(line -> line.contains("seed (x) must be a whole number"))
                .anyMatch(line -> line.contains("max (-1) must be a whole number from 0"))
                .anyMatch(line -> line.contains("target (many) must be a number"))
                .anyMatch(line -> line.contains("unknown field respnose in slo; did you mean response?"))
                .anyMatch(line -> line.contains("missing field response in slo"));
    }

    /** What follows from a mistake is not told as another one; and the shape that is wanted is shown. */
    @Test
    void aMistakeIsToldOnceAndWithTheShapeThatIsWanted() throws IOException {
        Path file = folder.resolve("s.yaml");
        Files.writeString(
                file,
                GOOD.replace("{at: \"16:30\",", "{at: \"16:30\", days: weekdays,")
                        .replaceAll("boot: .*", "boot: 90s"));

        Shell shell = Shell.ess("run", "--out", folder.resolve("out").toString(), file.toString());

        assertThat(shell.err().lines().map(line -> line.replaceAll(".*:\\d+: ", "")))
                .containsExactly(
                        "days (weekdays) must be a list of 1 to 10000 items, [a, b, ...]",
                        "boot (90s) must be a map of fields, {name: value, ...}");
    }

    static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        structure(cases);
        fields(cases);
        meanings(cases);
        traces(cases);
        prices(cases);
        return cases;
    }

    private static void structure(List<Case> cases) {
        scenario(cases, "empty file", "", ": the file is empty");
        scenario(cases, "blank file", " \n\n", ": the file is empty");
        scenario(cases, "comments only", "# nothing\n", ": the file is empty");
        scenario(cases, "a list", "- a\n- b\n", ":1: a scenario must be a map");
        scenario(cases, "a word", "hello\n", ":1: a scenario must be a map");
        scenario(cases, "truncated in a flow map", GOOD.substring(0, GOOD.indexOf("spot, price: 0.088")), ":");
        scenario(cases, "truncated in a quote", GOOD.substring(0, GOOD.indexOf("16:30") + 2), ":");
        scenario(
                cases,
                "truncated after the group",
                GOOD.substring(0, GOOD.indexOf("instanceTypes:")),
                ":7: missing field instanceTypes");
        scenario(cases, "half the file", GOOD.substring(0, GOOD.length() / 2), ":");
        scenario(cases, "tabs for indentation", "name: x\ngroup:\n\tmin: 1\n", ":3: not YAML");
        scenario(cases, "an unclosed bracket", "name: [a, b\n", ":");
        scenario(cases, "two documents", GOOD + "\n---\nname: b\n", ":");
        scenario(cases, "an alias", "name: &a x\ncurrency: *a\n", ":2: aliases");
        scenario(cases, "a billion laughs", laughs(), ":2: aliases");
        scenario(cases, "an unknown alias", "name: *nobody\n", ":1: aliases");
        scenario(cases, "deep nesting", "name: " + "[".repeat(40) + "\n", ":1: nested deeper");
        scenario(cases, "very deep nesting", "name: " + "[".repeat(200_000), ":1: nested deeper");
        scenario(cases, "a map as key", "{a: b}: c\nname: x\n", ":1: a field of the scenario must have a plain name");
        scenario(
                cases,
                "a field twice",
                GOOD.replace("seed: 1 ", "seed: 1\nseed: 2 "),
                ":16: field seed of the scenario is given twice");
        scenario(cases, "a custom tag", "name: !!java.lang.Runtime x\ngroup: 3\n", ":");
        scenario(cases, "control characters", "name: a\u0001b\n", ":");
        bytes(cases, "binary", "", "s.yaml", new byte[] {0, 1, 2, (byte) 0xff, 7, 0}, ": not UTF-8 text");
        bytes(
                cases,
                "Latin-1",
                "",
                "s.yaml",
                "name: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1),
                ": not UTF-8 text");
        bytes(cases, "zero bytes", "", "s.yaml", new byte[64], ":");
        bytes(
                cases,
                "a PNG",
                "",
                "s.yaml",
                new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10},
                ": not UTF-8 text");
        scenario(
                cases,
                "more than a mebibyte",
                "# " + "x".repeat(1 << 20),
                ": a scenario may have at most 1048576 bytes");
    }

    /** Each field once with each kind of wrong value; the line is that of the field. */
    private static void fields(List<Case> cases) {
        change(cases, "seed: 1 ", "seed: 1.5 ");
        change(cases, "seed: 1 ", "seed: \"1\" ");
        change(cases, "seed: 1 ", "seed: 99999999999999999999 ");
        change(cases, "seed: 1 ", "seed: [1] ");
        change(cases, "seed: 1 ", "seed: {a: 1} ");
        change(cases, "seed: 1 ", "seed: ");
        change(cases, "length: 28d", "length: 28");
        change(cases, "length: 28d", "length: -28d");
        change(cases, "length: 28d", "length: 0s");
        change(cases, "length: 28d", "length: 1s");
        change(cases, "length: 28d", "length: 4000000d");
        change(cases, "length: 28d", "length: 99999999999999999d");
        change(cases, "length: 28d", "length: four weeks");
        change(cases, "start: 2026-01-05T00:00:00", "start: tomorrow");
        change(cases, "start: 2026-01-05T00:00:00", "start: 2026-02-30T00:00:00");
        change(cases, "start: 2026-01-05T00:00:00", "start: 99999-01-05T00:00:00");
        change(cases, "timeZone: Asia/Shanghai", "timeZone: Mars/Olympus");
        change(cases, "min: 24 ", "min: -24 ");
        change(cases, "min: 24 ", "min: NaN ");
        change(cases, "min: 24 ", "min: .inf ");
        change(cases, "min: 24 ", "min: 1e3 ");
        change(cases, "max: 160", "max: 99999999999");
        change(cases, "max: 160", "max: true");
        change(cases, "cooldown: 300s", "cooldown: 300");
        change(cases, "drain: 60s", "drain: 2d");
        change(cases, "strategy: cost-optimized", "strategy: cheapest");
        change(cases, "strategy: cost-optimized", "strategy: cost-optimised");
        change(cases, "onDemandPercent: 30", "onDemandPercent: 130");
        change(cases, "onDemandBase: 0", "onDemandBase: -1");
        change(cases, "spotPools: 3", "spotPools: 0");
        change(cases, "compensateWithOnDemand: true", "compensateWithOnDemand: maybe");
        change(cases, "removal: oldest-instance", "removal: oldest");
        change(cases, "target: 60 ", "target: 0 ");
        change(cases, "target: 60 ", "target: nan ");
        change(cases, "margin: 15", "margin: 100");
        change(cases, "warmup: 120s", "warmup: soon");
        change(cases, "at: \"16:30\"", "at: \"25:00\"");
        change(cases, "at: \"16:30\"", "at: 16h");
        change(cases, "memory: 4, ", "memory: 0, ");
        change(cases, "vcpus: 2,", "vcpus: two,");
        change(cases, "weight: 2}", "weight: 0}");
        change(cases, "price: 0.18", "price: -0.18");
        change(cases, "price: 0.18", "price: NaN");
        change(cases, "price: 0.18", "price: 1e99");
        change(cases, "price: 0.18", "price: 0.12345678901");
        change(cases, "price: 0.18", "price: free");
        change(cases, "stock: 4}", "stock: -4}");
        change(cases, "percentOfOnDemand: 50", "percentOfOnDemand: 500");
        change(cases, "median: 75s", "median: 0s");
        change(cases, "p95: 180s", "p95: 10s");
        change(cases, "launchFailurePercent: 1", "launchFailurePercent: 101");
        change(cases, "type: lognormal", "type: normal");
        change(cases, "base: 110", "base: -110");
        change(cases, "base: 110", "base: 1e30");
        change(cases, "ramp: 20m", "ramp: 20h");
        change(cases, "perDay: 0.7", "perDay: 0");
        change(cases, "length: 50m", "length: 0m");
        change(cases, "time: 100ms", "time: 0ms");
        change(cases, "queueLimit: 5000", "queueLimit: 0.5");
        change(cases, "workersPerUnit: 1", "workersPerUnit: 0");
        change(cases, "response: 250ms", "response: 0s");
        change(cases, "period: 60s", "period: 10ms");
        change(cases, "arrivals: poisson", "arrivals: possion");
    }

    private static void meanings(List<Case> cases) {
        change(cases, "min: 24 ", "min: 200 ");
        change(cases, "# desired: 24", "desired: 500 #");
        change(cases, "rule: classes-begin", "rule: classes-start");
        change(cases, "{at: \"16:30\", rule: classes-begin}", "{at: \"16:30\"}");
        change(cases, "rule: classes-begin}", "rule: classes-begin, days: [monday]}");
        change(cases, "zones: [cn-qingdao-b, cn-qingdao-c]", "zones: []");
        change(cases, "zones: [cn-qingdao-b, cn-qingdao-c]", "zones: [b, b]");
        change(cases, "zone: cn-qingdao-c, option", "zone: cn-qingdao-d, option");
        change(cases, "option: subscription, count: 1", "option: spot, count: 9");
        change(cases, "{name: ecs.c5.xlarge, ", "{name: ecs.c5.large, ");
        change(cases, "{name: ecs.c5.xlarge, ", "{name: \"ecs c5\", ");
        change(
                cases,
                "{type: ecs.c5.xlarge,  option: on-demand, price: 0.34}",
                "{type: ecs.c5.large,  option: on-demand, price: 0.34}");
        change(cases, "option: on-demand, price: 0.34}", "option: on-demand}");
        change(cases, "  - name: cpu", "  - name: classes-end");
        change(cases, "seed: 1 ", "sede: 1 ");
        change(cases, "    - {type: bursts,", "    - {type: trace, file: missing.csv}\n    - {type: bursts,");
    }

    private static void traces(List<Case> cases) {
        trace(cases, "empty", "", ": the file is empty");
        trace(cases, "header only", "timestamp,value\n", ": the trace has a header but no values");
        trace(cases, "wrong columns", "time,count\n1,2\n", ":1: unknown column time");
        trace(cases, "missing column", "timestamp\n1\n", ":1: missing column value");
        trace(cases, "extra column", "timestamp,value,host\n1,2,a\n", ":1: unknown column host");
        trace(cases, "a column twice", "value,value\n1,2\n", ":1: missing column timestamp");
        trace(cases, "no header", "2014-04-10 00:04:00,94.0\n", ":1: unknown column");
        trace(cases, "negative value", "timestamp,value\n1,2\n2,-3\n", ":3: value (-3) must be a number");
        trace(cases, "NaN value", "timestamp,value\n1,NaN\n", ":2: value (NaN)");
        trace(cases, "infinite value", "timestamp,value\n1,Infinity\n", ":2: value (Infinity)");
        trace(cases, "huge value", "timestamp,value\n1,1e300\n", ":2: value (1e300)");
        trace(cases, "text value", "timestamp,value\n1,many\n", ":2: value (many)");
        trace(cases, "empty value", "timestamp,value\n1,\n", ":2: value ()");
        trace(cases, "bad time", "timestamp,value\nyesterday,1\n", ":2: timestamp (yesterday)");
        trace(cases, "time out of range", "timestamp,value\n99999999999999,1\n", ":2: timestamp (99999999999999)");
        trace(cases, "time of the year 1000000", "timestamp,value\n+1000000-01-01T00:00:00,1\n", ":2: timestamp");
        trace(cases, "falling times", "timestamp,value\n5,1\n4,1\n", ":3: timestamp (4) must be after");
        trace(cases, "equal times", "timestamp,value\n5,1\n5,1\n", ":3: timestamp (5) must be after");
        trace(cases, "missing field", "timestamp,value\n1\n", ":2: the row has 1 fields, the header has 2");
        trace(cases, "extra field", "timestamp,value\n1,2,3\n", ":2: the row has 3 fields, the header has 2");
        trace(cases, "unclosed quote", "timestamp,value\n1,\"2\n", ":");
        trace(cases, "a field without end", "timestamp,value\n" + "9".repeat(200_000), ":");
        bytes(
                cases,
                "trace: binary",
                "--trace",
                "t.csv",
                new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1},
                ": not UTF-8 text");
        bytes(cases, "trace: zero bytes", "--trace", "t.csv", new byte[100], ":1: unknown column");
    }

    private static void prices(List<Case> cases) {
        String header = "region,instance_type,price_per_hour_cny,vcpu_derived,memory_gib_derived\n";
        price(cases, "empty", "", ": the file is empty");
        price(cases, "wrong columns", "a,b,c\n", ":1: unknown column a");
        price(
                cases,
                "missing column",
                "region,instance_type,price_per_hour_cny,vcpu_derived\n",
                ":1: missing column memory_gib_derived");
        price(cases, "no row", header, ": there is no price for region cn-hangzhou");
        price(
                cases,
                "other region",
                header + "cn-beijing,ecs.c5.large,1,2,4\n",
                ": there is no price for region cn-hangzhou; known regions are cn-beijing");
        price(cases, "negative price", header + "cn-hangzhou,ecs.c5.large,-1,2,4\n", ":2: price (-1)");
        price(cases, "NaN price", header + "cn-hangzhou,ecs.c5.large,NaN,2,4\n", ":2: price (NaN)");
        price(cases, "exponent", header + "cn-hangzhou,ecs.c5.large,1e2,2,4\n", ":2: ");
        price(cases, "empty type", header + "cn-hangzhou,,1,2,4\n", ":2: region and instance_type must not be empty");
        price(
                cases,
                "two prices",
                header + "cn-hangzhou,a,1,2,4\ncn-hangzhou,a,2,2,4\n",
                ":3: instance type a has two prices");
    }

    private static String laughs() {
        return "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n";
    }

    private static void scenario(List<Case> cases, String name, String text, String place) {
        bytes(cases, name, "", "s.yaml", text.getBytes(StandardCharsets.UTF_8), place);
    }

    private static void trace(List<Case> cases, String name, String text, String place) {
        bytes(cases, "trace: " + name, "--trace", "t.csv", text.getBytes(StandardCharsets.UTF_8), place);
    }

    private static void price(List<Case> cases, String name, String text, String place) {
        bytes(cases, "prices: " + name, "--prices", "p.csv", text.getBytes(StandardCharsets.UTF_8), place);
    }

    private static void bytes(List<Case> cases, String name, String option, String file, byte[] content, String place) {
        cases.add(new Case(name, option, file, new String(content, StandardCharsets.ISO_8859_1), place));
    }

    /** Replaces a part of the built-in scenario; the message must name some line of it. */
    private static void change(List<Case> cases, String from, String to) {
        assertThat(GOOD).contains(from);
        scenario(
                cases,
                from.strip() + " becomes " + to.strip(),
                GOOD.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to)),
                ":");
    }
}
