package io.ess4j.sim.control;

import io.ess4j.Trigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says which of the regular checks are due; each is due at the first period that ends at or after its time. */
final class RegularQuestions {
    private final List<Question> questions = new ArrayList<>();
    private final long healthMillis;
    private long nextHealth;

    private static final class Question {
        private final Trigger trigger;
        private final long intervalMillis;
        private long next;

        Question(Trigger trigger, Duration interval) {
            this.trigger = trigger;
            this.intervalMillis = interval.toMillis();
            this.next = intervalMillis;
        }
    }

    RegularQuestions(RegularChecks checks) {
        this.healthMillis = checks.health().toMillis();
        add(checks.lifetime(), Trigger.lifetimeCheck());
        add(checks.rebalance(), Trigger.rebalance());
        add(checks.restoreMix(), Trigger.restoreMix());
    }

    private void add(Optional<Duration> interval, Trigger trigger) {
        interval.ifPresent(i -> questions.add(new Question(trigger, i)));
    }

    boolean isHealthDue(long now) {
        if (now < nextHealth) {
            return false;
        }
        nextHealth = now + healthMillis;
        return true;
    }

    List<Trigger> due(long now) {
        List<Trigger> due = new ArrayList<>();
        for (Question question : questions) {
            if (now >= question.next) {
                question.next = now + question.intervalMillis;
                due.add(question.trigger);
            }
        }
        return due;
    }
}
