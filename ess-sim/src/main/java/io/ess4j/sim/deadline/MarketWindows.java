package io.ess4j.sim.deadline;

import io.ess4j.sim.input.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Stretches of markets in which jobs are run: equally long, each from another tick on.
 *
 * @param tick the length of a tick, at least a second
 * @param ticks the length of a window in ticks, at least 1
 * @param starts the first tick of each window, 0 or more
 */
public record MarketWindows(Duration tick, int ticks, List<Integer> starts) {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int MOST = 1_000_000;

    public MarketWindows {
        starts = List.copyOf(starts);
        if (tick.toMillis() < 1_000
                || ticks < 1
                || starts.isEmpty()
                || starts.stream().anyMatch(s -> s < 0)) {
            throw new IllegalArgumentException("tick (" + tick + ") must be at least a second, ticks (" + ticks
                    + ") at least 1, starts (" + starts.size() + ") at least one, from 0 on");
        }
    }

    /**
     * Reads windows from a JSON file with the numbers {@code window_ticks} and {@code tick_seconds}, the list of
     * numbers {@code starts}, and a text {@code note} that may be missing.
     *
     * @param path the file
     * @param problems takes whatever is wrong
     * @return the windows, or empty after a problem
     */
    public static Optional<MarketWindows> read(Path path, Problems problems) {
        String file = path.toString();
        int before = problems.count();
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), Files.readString(path))) {
            var draft = new Draft(json, file, problems);
            draft.read();
            return problems.count() == before ? draft.build() : Optional.empty();
        } catch (NoSuchFileException e) {
            problems.add(file, 0, "there is no such file");
        } catch (IOException e) {
            problems.add(file, 0, "cannot be read: " + e.getMessage());
        } catch (JacksonException e) {
            problems.add(file, 0, "not JSON");
        }
        return Optional.empty();
    }

    private static final class Draft {
        private final JsonParser json;
        private final String file;
        private final Problems problems;
        private long window = -1;
        private long seconds = -1;
        private final List<Integer> starts = new ArrayList<>();

        Draft(JsonParser json, String file, Problems problems) {
            this.json = json;
            this.file = file;
            this.problems = problems;
        }

        void read() {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                problem("the file must be an object with window_ticks, tick_seconds and starts");
                return;
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                switch (name) {
                    case "window_ticks" -> window = number(name, value);
                    case "tick_seconds" -> seconds = number(name, value);
                    case "starts" -> starts(value);
                    case "note" -> json.skipChildren();
                    default -> {
                        problem("unknown field " + name + "; known are window_ticks, tick_seconds, starts and note");
                        json.skipChildren();
                    }
                }
            }
        }

        private void starts(JsonToken token) {
            if (token != JsonToken.START_ARRAY) {
                problem("starts must be a list of numbers");
                json.skipChildren();
                return;
            }
            for (JsonToken item = json.nextToken(); item != JsonToken.END_ARRAY; item = json.nextToken()) {
                starts.add((int) number("starts", item));
            }
        }

        private long number(String name, JsonToken token) {
            if (token == JsonToken.VALUE_NUMBER_INT && json.getString().length() <= 7) {
                long number = json.getLongValue();
                if (number >= 0 && number <= MOST) {
                    return number;
                }
            }
            problem(name + " must be a whole number from 0 to " + MOST);
            json.skipChildren();
            return 0;
        }

        private Optional<MarketWindows> build() {
            if (window < 1 || seconds < 1 || starts.isEmpty()) {
                problems.add(file, 0, "window_ticks and tick_seconds must be at least 1, starts at least one number");
                return Optional.empty();
            }
            return Optional.of(new MarketWindows(Duration.ofSeconds(seconds), (int) window, starts));
        }

        private void problem(String message) {
            problems.add(file, json.currentLocation().getLineNr(), message);
        }
    }
}
