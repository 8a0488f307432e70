package io.ess4j.elasticity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ess4j.model.InstanceType;
import io.ess4j.model.Zone;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sum of the scores of pools (guide map C-24-2). */
class PoolScoreTest {
    private static PoolScore score(int type, double score) {
        return new PoolScore(InstanceType.of("ecs.t" + type, 2, 4096), Zone.of("h"), score);
    }

    /** The sample of DescribeElasticStrength has a pool of 0.6 in a total of 1.5. */
    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "the sample,           0.6 0.9,      1.5",
        "no pool,              '',           0",
        "all unavailable,      0 0 -0.0,     0",
        "all certain,          1 1 1 1,      4",
        "decimal and not binary, 0.1 0.2 0.3 0.1, 0.7",
    })
    void theTotalIsTheSum(String source, String scores, double total) {
        List<PoolScore> pools = new ArrayList<>();
        for (String score : scores.isEmpty() ? new String[0] : scores.split(" ", -1)) {
            pools.add(score(pools.size(), Double.parseDouble(score)));
        }

        assertThat(PoolScore.total(pools)).as(source).isEqualTo(total);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.001, 1.001, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesScoresThatAreNone(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> score(1, value))
                .withMessage("score of ecs.t1 in h (" + value + ") must lie in 0..1");
    }

    @Test
    void aPoolIsScoredOnce() {
        assertThat(score(1, -0.0)).isEqualTo(score(1, 0.0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PoolScore.total(List.of(score(1, 0.5), score(2, 0.5), score(1, 0.5))))
                .withMessage("pool (ecs.t1 in h) must be scored only once");
    }
}
