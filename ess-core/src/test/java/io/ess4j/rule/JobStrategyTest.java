package io.ess4j.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The strategies of KEDA's scaled jobs, with its published cases (guide map C-9-33). */
class JobStrategyTest {
    private static final List<JobStrategy> ALL = List.of(
            new JobStrategy.Default(),
            new JobStrategy.Custom(1, 50),
            new JobStrategy.Accurate(),
            new JobStrategy.Eager());

    private static JobStrategy strategy(String text) {
        String[] words = text.split(" ", -1);
        return switch (words[0]) {
            case "default" -> new JobStrategy.Default();
            case "custom" -> new JobStrategy.Custom(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
            case "accurate" -> new JobStrategy.Accurate();
            case "eager" -> new JobStrategy.Eager();
            default -> throw new AssertionError(text);
        };
    }

    @ParameterizedTest(name = "{0}, {1}: wanted {2}, running {3}, pending {4}, most {5}: {6}")
    @CsvSource({
        "KEDA K14, default,      3,  2,  0,  5, 1",
        "KEDA K14, default,      2,  0,  0,  5, 2",
        "KEDA K15, custom 1 50,  3,  2,  0,  5, 1",
        "KEDA K15, custom 1 50, 10,  0,  0, 10, 9",
        "KEDA K15, custom -2 0,  3,  2,  0,  4, 4",
        "KEDA K16, accurate,     3,  2,  0,  5, 3",
        "KEDA K16, accurate,     5,  2,  0,  5, 3",
        "KEDA K16, accurate,     3,  4,  2, 10, 1",
        "KEDA K16, accurate,     5,  4,  2,  5, 1",
        "KEDA K16, accurate,     3,  3,  3,  5, 0",
        "KEDA K16, accurate,    20, 15, 10, 20, 5",
        "KEDA K17, eager,        4,  3,  0, 10, 4",
        "KEDA K17, eager,        4,  7,  0, 10, 3",
        "KEDA K17, eager,        4,  1,  6, 10, 3",
        "KEDA K17, eager,       15,  0,  0, 10, 10",
        "more running than wanted, default, 2, 5, 0, 9, 0",
        "more running than allowed, accurate, 5, 7, 0, 5, 0",
        "more running than allowed, eager, 5, 7, 0, 5, 0",
        "a part is rounded down, custom 0 50, 9, 3, 0, 9, 8"
    })
    void beginsAsManyAsPublished(
            String source, String strategy, long wanted, long running, long pending, long most, long jobs) {
        assertThat(strategy(strategy).jobs(JobDemand.of(wanted, running, pending, most)))
                .as(source)
                .isEqualTo(jobs);
    }

    /** Below the least number that number is filled first; above it, the least ones are nobody's work. */
    @Test
    void theLeastNumberComesFirst() {
        for (JobStrategy strategy : ALL) {
            assertThat(strategy.jobs(new JobDemand(0, 1, 0, 10, 3))).isEqualTo(2);
        }
        assertThat(new JobStrategy.Default().jobs(new JobDemand(4, 5, 0, 10, 3)))
                .isEqualTo(2);
        assertThat(ALL.stream().map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(JobStrategy.class.getPermittedSubclasses()));
    }

    @ParameterizedTest(name = "{0} waiting, {1} a job, at most {2}: {3}")
    @CsvSource({
        "0, 5, 9, 0",
        "1, 5, 9, 1",
        "10, 5, 9, 2",
        "11, 5, 9, 3",
        "1000, 5, 9, 9",
        "9223372036854775807, 9223372036854775807, 9, 1"
    })
    void workIsDividedAmongJobs(long queue, long perJob, long most, long wanted) {
        assertThat(JobDemand.wanted(queue, perJob, most)).isEqualTo(wanted);
    }

    @Test
    void refusesNumbersOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JobDemand.of(-1, 0, 0, 5))
                .withMessage("wanted (-1) must be from 0 to 1000000000000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JobDemand.of(0, 0, Long.MAX_VALUE, 5))
                .withMessageStartingWith("pending (9223372036854775807)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JobDemand(0, 0, 0, 5, -1))
                .withMessageStartingWith("least (-1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JobDemand(0, 0, 0, 5, 6))
                .withMessage("least (6) must be from 0 to 5");
        assertThat(new JobStrategy.Default().jobs(new JobDemand(0, 0, 0, 5, 5))).isEqualTo(5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JobDemand.wanted(1, 0, 5))
                .withMessageStartingWith("perJob (0)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JobStrategy.Custom(0, 1001))
                .withMessage("runningPercent (1001) must be from 0 to 1000");
        assertThat(new JobStrategy.Custom(Integer.MIN_VALUE, 1000)
                        .jobs(JobDemand.of(1_000_000_000_000L, 0, 0, 1_000_000_000_000L)))
                .isEqualTo(1_000_000_000_000L);
        assertThat(new JobStrategy.Custom(Integer.MAX_VALUE, 1000).jobs(JobDemand.of(0, 1_000_000_000_000L, 0, 0)))
                .isZero();
    }
}
