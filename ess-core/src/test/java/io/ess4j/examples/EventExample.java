package io.ess4j.examples;

// example begins
import io.ess4j.event.*;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

public interface EventExample {
    static void main(String[] args) {
        var begin = Instant.parse("2026-01-05T08:00:00Z");
        var type = EventType.ofEnd(EventType.Direction.OUT, 5, 3);
        var content = new EventContent(
                "alarm cpu", "3 of 5", begin, begin.plusSeconds(60), "r-1", "asa-1", 8, OptionalInt.empty(), List.of());
        var event = new ScalingEvent(type, "cn-hangzhou", "1609", "asg-1", content);

        var queue = Receiver.parse("acs:mns:cn-hangzhou:1609:queue/scaling");
        var group = new GroupNotifications(
                "cn-hangzhou", List.of(NotificationRule.of(queue, EventType.SCALE_OUT_WARN)), true);
        System.out.println(type.apiName() + " is " + type.level() + " for " + event.resourceArn());
        group.deliveries(event).forEach(d -> System.out.println(d.form() + " to " + d.receiver()));
        System.out.println(group.problems());
    }
}
// example ends
