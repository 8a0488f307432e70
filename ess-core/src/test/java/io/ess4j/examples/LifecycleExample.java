package io.ess4j.examples;

// example begins
import io.ess4j.lifecycle.*;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

public interface LifecycleExample {
    static void main(String[] args) {
        var noon = Instant.parse("2026-01-05T12:00:00Z");
        var out = LifecycleTransition.SCALE_OUT;
        var hooks = List.of(
                LifecycleHook.of("copy", out).withTimeout(Duration.ofSeconds(60)),
                LifecycleHook.of("warm", out).withTimeout(Duration.ofSeconds(120)),
                LifecycleHook.of("check", out).withTimeout(Duration.ofSeconds(90)));

        // Of several hooks the one that ends last decides: "warm" says no, but "check" has the last word.
        var wait = LifecycleWait.begin(out, hooks, HookLimits.DEFAULT, noon);
        wait = wait.step(HookEvent.answered("warm", HookResult.ABANDON), noon.plusSeconds(5))
                .next();
        System.out.println("over: " + wait.isOver() + ", next deadline " + wait.nextDeadline());
        wait = wait.step(new HookEvent.TimePassed(), noon.plusSeconds(60)).next();
        wait = wait.step(HookEvent.answered("check", HookResult.CONTINUE), noon.plusSeconds(61))
                .next();
        System.out.println("over: " + wait.isOver() + ", " + wait.outcome());
    }
}
// example ends
