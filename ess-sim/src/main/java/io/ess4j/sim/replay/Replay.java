package io.ess4j.sim.replay;

import io.ess4j.Autoscaler;
import io.ess4j.ScalingGroup;
import io.ess4j.ScalingPlan;
import io.ess4j.sim.input.InputException;
import io.ess4j.sim.input.JsonText;
import io.ess4j.sim.input.JsonValue;
import io.ess4j.sim.input.Problem;
import io.ess4j.sim.input.Problems;
import java.io.IOException;
import java.io.Reader;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides a log again: for each line it reads what was asked, asks the same, writes the line anew and compares it with
 * the one in the log, byte for byte. So it proves that the decisions are the same, and that nothing of the input was
 * lost on the way.
 */
public final class Replay {
    private static final JsonText.Limits LIMITS = new JsonText.Limits(64_000_000, 1_500_000);

    private final String file;
    private final LogForm reading = new LogForm();
    private final LogForm writing = new LogForm();
    // looked up by the name of the group, never walked
    private final Map<String, Autoscaler> autoscalers = new HashMap<>();
    private final Listener listener;
    private long decisions;

    private Replay(String file, Listener listener) {
        this.file = file;
        this.listener = listener;
    }

    /** Hears of every decision that is made again, in the order of the log. */
    @FunctionalInterface
    public interface Listener {
        /**
         * A decision was made again.
         *
         * @param line the number of its line, from 1
         * @param at when it was asked for
         * @param plan what is decided now
         */
        void decided(long line, Instant at, ScalingPlan plan);
    }

    /**
     * What came of a replay.
     *
     * @param decisions how many decisions were made again, the differing one included
     * @param difference the first difference, if there is one
     */
    public record Outcome(long decisions, Optional<Difference> difference) {}

    /**
     * A line that is another one when it is decided again.
     *
     * @param line its number, from 1
     * @param place where in the line, such as {@code plan.decision.reason}; empty if only the writing differs
     * @param logged the value in the log
     * @param decided the value now
     * @param explanation the decision of now, in sentences; empty in a line of a group
     */
    public record Difference(long line, String place, String logged, String decided, String explanation) {}

    /**
     * Replays a log.
     *
     * @param file what to call it in problems
     * @param log the log; not closed
     * @return the number of decisions, and the first difference
     * @throws IOException if the log cannot be read
     * @throws InputException if a line is no line of a log of this version
     */
    public static Outcome run(String file, Reader log) throws IOException {
        return run(file, log, (line, at, plan) -> {});
    }

    /**
     * Replays a log, and tells of its decisions.
     *
     * @param file what to call it in problems
     * @param log the log; not closed
     * @param listener hears of every decision
     * @return the number of decisions, and the first difference
     * @throws IOException if the log cannot be read
     * @throws InputException if a line is no line of a log of this version
     */
    public static Outcome run(String file, Reader log, Listener listener) throws IOException {
        Replay replay = new Replay(file, listener);
        LineReader lines = new LineReader(file, log, LIMITS.characters());
        int number = 0;
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            number++;
            Optional<Difference> difference = replay.line(number, line.get());
            if (difference.isPresent()) {
                return new Outcome(replay.decisions, difference);
            }
        }
        if (replay.decisions == 0) {
            throw new InputException(List.of(new Problem(file, 0, "must hold at least one decision")), 0);
        }
        return new Outcome(replay.decisions, Optional.empty());
    }

    private Optional<Difference> line(int number, String logged) {
        Problems problems = new Problems();
        JsonValue value = JsonText.read(file, problems, logged, number - 1, LIMITS);
        problems.throwIfAny();
        Place line = new Place(file, "", value);
        Optional<ScalingGroup> group = reading.readGroup(line);
        if (group.isPresent()) {
            autoscalers.remove(group.get().name());
            String again =
                    writing.group(group.get(), reading.catalog(group.get())).orElse(logged);
            return Differences.between(number, logged, again, "");
        }
        LogForm.Question asked = reading.readQuestion(line);
        decisions++;
        ScalingPlan plan = decide(asked, line);
        listener.decided(number, asked.at(), plan);
        return Differences.between(number, logged, writing.decision(plan, asked.market()), plan.explain());
    }

    private ScalingPlan decide(LogForm.Question asked, Place line) {
        try {
            return autoscalers
                    .computeIfAbsent(
                            asked.group().name(),
                            name -> new Autoscaler(asked.group(), asked.market().catalog()))
                    .plan(asked.state(), asked.market(), asked.trigger(), asked.at());
        } catch (IllegalArgumentException e) {
            throw line.problem("cannot be decided: " + e.getMessage());
        }
    }
}
