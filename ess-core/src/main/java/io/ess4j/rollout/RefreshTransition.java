package io.ess4j.rollout;

import io.ess4j.rollout.InstanceRefresh.Answer;
import io.ess4j.rollout.InstanceRefresh.Refusal;
import java.util.Optional;
import java.util.function.Supplier;

/** What single events do to an instance refresh that is not over. */
final class RefreshTransition {
    private RefreshTransition() {}

    static Answer of(InstanceRefresh task, RefreshEvent event) {
        if (event instanceof RefreshEvent.Launched e) {
            return books(task, task.exchange().launched(e.instance(), e.source() != task.source()));
        }
        if (event instanceof RefreshEvent.LaunchFailed e) {
            return books(task, task.exchange().launchFailed(e.source() != task.source()));
        }
        if (event instanceof RefreshEvent.Removed e) {
            return books(task, task.exchange().removed(e.instance()));
        }
        if (event instanceof RefreshEvent.RemoveFailed e) {
            return books(task, task.exchange().removeFailed(e.instance()));
        }
        if (event instanceof RefreshEvent.Left e) {
            return books(task, task.exchange().left(e.instance()));
        }
        if (event instanceof RefreshEvent.Joined) {
            return done(task.with(task.exchange().joined()));
        }
        return event instanceof RefreshEvent.TimePassed ? done(task) : asked(task, event);
    }

    /** What somebody asks for. */
    private static Answer asked(InstanceRefresh task, RefreshEvent event) {
        RefreshStatus status = task.status();
        if (event instanceof RefreshEvent.Begin) {
            return onlyIf(
                    status == RefreshStatus.PENDING, task, () -> task.begun().passCheckpoints());
        }
        if (event instanceof RefreshEvent.Suspend) {
            boolean goes = status.isUnderWay() && status != RefreshStatus.PAUSED;
            return onlyIf(goes, task, () -> task.to(RefreshStatus.PAUSED));
        }
        if (event instanceof RefreshEvent.Resume) {
            boolean waits = status.isUnderWay() && status != RefreshStatus.IN_PROGRESS;
            return onlyIf(waits, task, task::passCheckpoints);
        }
        if (event instanceof RefreshEvent.Cancel) {
            if (status == RefreshStatus.PENDING) {
                return done(task.to(RefreshStatus.CANCELLED));
            }
            return onlyIf(status.isUnderWay(), task, () -> task.to(RefreshStatus.CANCELLING));
        }
        if (event instanceof RefreshEvent.RollBack) {
            if (status.isUnderWay() && !task.plan().policy().target().allowsRollback()) {
                return new Answer(task, Optional.of(Refusal.NO_ROLLBACK));
            }
            return onlyIf(
                    status.isUnderWay(),
                    task,
                    () -> task.to(RefreshStatus.ROLLBACK_IN_PROGRESS)
                            .with(task.exchange().reversed()));
        }
        throw new AssertionError(event);
    }

    private static Answer onlyIf(boolean allowed, InstanceRefresh task, Supplier<InstanceRefresh> next) {
        return allowed ? done(next.get()) : new Answer(task, Optional.of(Refusal.WRONG_STATUS));
    }

    private static Answer books(InstanceRefresh task, Optional<Exchange> next) {
        return next.map(e -> done(task.with(e)))
                .orElseGet(() -> new Answer(task, Optional.of(Refusal.UNEXPECTED_INSTANCE)));
    }

    private static Answer done(InstanceRefresh next) {
        return new Answer(next, Optional.empty());
    }
}
