package io.ess4j.bench;

import io.ess4j.event.EventContent;
import io.ess4j.event.EventType;
import io.ess4j.event.GroupNotifications;
import io.ess4j.event.NotificationRule;
import io.ess4j.event.Receiver;
import io.ess4j.event.ScalingEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Who hears of an event: six rules of a group, and the name of each receiver read from its text. Beside it the names by
 * a regular expression.
 *
 * <pre>{@code java -jar ess-bench/target/benchmarks.jar EventBenchmark -prof gc}</pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // the harness sets the parameters, setUp the rest
public class EventBenchmark {
    private static final Pattern NAME =
            Pattern.compile("acs:(ess|mns):([^:]+):(\\d+):(cloudmonitor|queue/.+|topic/.+)");

    private List<String> names;
    private GroupNotifications notifications;
    private ScalingEvent event;

    /** Makes rules and event, and checks who hears. */
    @Setup
    public void setUp() {
        names = new ArrayList<>();
        List<NotificationRule> rules = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String name = "acs:mns:cn-hangzhou:1609:" + (i % 2 == 0 ? "queue/q-" : "topic/t-") + i;
            names.add(name);
            rules.add(
                    i < 3
                            ? NotificationRule.of(Receiver.parse(name), EventType.values())
                            : NotificationRule.of(Receiver.parse(name), EventType.SCALE_OUT_ERROR));
        }
        notifications = new GroupNotifications("cn-hangzhou", rules, false);
        event = new ScalingEvent(
                EventType.SCALE_OUT_SUCCESS,
                "cn-hangzhou",
                "1609",
                "asg-1",
                new EventContent(
                        "cause",
                        "description",
                        Fleets.NOW,
                        Fleets.NOW.plusSeconds(60),
                        "req-1",
                        "asa-1",
                        2,
                        OptionalInt.empty(),
                        List.of("i-1", "i-2")));
        if (deliveries().size() != 3 || parse() != parseByRegex()) {
            throw new AssertionError(deliveries());
        }
    }

    /**
     * Where an event goes, and in which form.
     *
     * @return the deliveries
     */
    @Benchmark
    public List<GroupNotifications.Delivery> deliveries() {
        return notifications.deliveries(event);
    }

    /**
     * Six names read.
     *
     * @return the length of what is named
     */
    @Benchmark
    public int parse() {
        int sum = 0;
        for (String name : names) {
            sum += Receiver.parse(name).name().length();
        }
        return sum;
    }

    /**
     * The same by a regular expression.
     *
     * @return the length of what is named
     */
    @Benchmark
    public int parseByRegex() {
        int sum = 0;
        for (String name : names) {
            var matcher = NAME.matcher(name);
            if (matcher.matches()) {
                String target = matcher.group(4);
                sum += target.substring(target.indexOf('/') + 1).length();
            }
        }
        return sum;
    }
}
