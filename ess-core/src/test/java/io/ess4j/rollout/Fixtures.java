package io.ess4j.rollout;

import io.ess4j.model.ConfigurationSource;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Price;
import io.ess4j.model.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Fleets and updates of the rollout tests. */
final class Fixtures {
    static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    static final ConfigurationSource OLD = new ConfigurationSource("asc-old", NOON.minus(Duration.ofDays(9)));
    static final ConfigurationSource NEW = new ConfigurationSource("asc-new", NOON.minus(Duration.ofDays(1)));
    static final UpdateAction.Image IMAGE = new UpdateAction.Image("m-linux-2", Optional.of("m-centos"), "asc-old");
    static final UpdateAction.Script SCRIPT = new UpdateAction.Script(
            UpdateAction.ScriptType.SHELL, "yum install -y httpd", Optional.of("systemctl status httpd"));

    private Fixtures() {}

    static Instance.Builder draft(String id) {
        return Instance.builder(id)
                .type(InstanceType.of("ecs.g6.large", 2, 8192))
                .zone(Zone.of("h"))
                .price(Price.perHour("0.5"))
                .source(OLD)
                .joinedAt(NOON.minus(Duration.ofHours(1)));
    }

    /** i-1 to i-n, in service, i-1 the oldest. */
    static Fleet fleet(int n) {
        return Fleet.of(IntStream.rangeClosed(1, n)
                .mapToObj(i -> draft("i-" + i)
                        .joinedAt(NOON.minus(Duration.ofMinutes(1000L - i)))
                        .build())
                .toList());
    }

    static List<String> ids(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> "i-" + i).toList();
    }
}
