package io.ess4j.sim.cloudstate;

import io.ess4j.access.AccessPolicy;
import io.ess4j.access.Condition;
import io.ess4j.access.ConditionOperator;
import io.ess4j.access.Effect;
import io.ess4j.access.Statement;
import io.ess4j.sim.input.InputException;
import io.ess4j.sim.input.JsonFields;
import io.ess4j.sim.input.JsonText;
import io.ess4j.sim.input.JsonValue;
import io.ess4j.sim.input.JsonValue.ArrayValue;
import io.ess4j.sim.input.JsonValue.ObjectValue;
import io.ess4j.sim.input.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads access policies as the provider writes them: {@code Version} (1) and {@code Statement}, each with
 * {@code Effect}, {@code Action} or {@code NotAction}, {@code Resource} and, if there is one, {@code Condition}. A
 * single value stands for a list of one. At most a million characters, nested at most 32 deep.
 */
public final class PolicyReader {
    private final String file;
    private final Problems problems = new Problems();

    private PolicyReader(String file) {
        this.file = file;
    }

    /**
     * Reads a policy.
     *
     * @param file what the text is called in messages
     * @param name the policy's name
     * @param json the text
     * @return the policy
     * @throws InputException if something is wrong; all problems, each with its line
     */
    public static AccessPolicy read(String file, String name, String json) {
        PolicyReader reader = new PolicyReader(file);
        JsonFields root = JsonFields.of(file, reader.problems, JsonText.read(file, reader.problems, json), "a policy");
        String version = root.text("Version");
        if (!version.isEmpty() && !version.equals("1")) {
            root.problem(root.line(), "Version (" + JsonText.shortened(version) + ") must be 1");
        }
        List<Statement> statements = new ArrayList<>();
        root.required("Statement").ifPresent(value -> {
            List<JsonValue> items = value instanceof ArrayValue array ? array.items() : List.of(value);
            items.forEach(item -> reader.statement(item).ifPresent(statements::add));
        });
        root.finish();
        reader.problems.throwIfAny();
        return new AccessPolicy(name, statements);
    }

    private Optional<Statement> statement(JsonValue value) {
        JsonFields fields = JsonFields.of(file, problems, value, "a statement");
        Effect effect = effect(fields);
        boolean excludes = fields.has("NotAction");
        if (excludes && fields.has("Action")) {
            fields.problem(fields.line(), "Action and NotAction must not be given together");
        }
        List<String> actions = fields.required(excludes ? "NotAction" : "Action")
                .map(v -> fields.texts(v, "Action"))
                .orElse(List.of());
        List<String> resources = fields.required("Resource")
                .map(v -> fields.texts(v, "Resource"))
                .orElse(List.of());
        List<Condition> conditions =
                fields.optional("Condition").map(this::conditions).orElse(List.of());
        fields.finish();
        if (actions.isEmpty() || resources.isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(fields.make(() -> new Statement(effect, actions, excludes, resources, conditions)));
    }

    private static Effect effect(JsonFields fields) {
        String word = fields.text("Effect");
        if (!word.isEmpty() && !word.equals("Allow") && !word.equals("Deny")) {
            fields.problem(fields.line(), "Effect (" + JsonText.shortened(word) + ") must be Allow or Deny");
        }
        return word.equals("Allow") ? Effect.ALLOW : Effect.DENY;
    }

    private List<Condition> conditions(JsonValue value) {
        List<Condition> all = new ArrayList<>();
        for (Map.Entry<String, JsonValue> byOperator : fieldsOf(value, "Condition")) {
            Optional<ConditionOperator> operator = ConditionOperator.of(byOperator.getKey());
            if (operator.isEmpty()) {
                problems.add(
                        file,
                        byOperator.getValue().line(),
                        JsonText.shortened(byOperator.getKey()) + " is no operator of conditions");
                continue;
            }
            for (Map.Entry<String, JsonValue> byKey : fieldsOf(byOperator.getValue(), byOperator.getKey())) {
                JsonFields at = new JsonFields(
                        file, problems, new ObjectValue(byKey.getValue().line(), Map.of()));
                List<String> values = at.texts(byKey.getValue(), byKey.getKey());
                Condition condition = at.make(() -> new Condition(operator.orElseThrow(), byKey.getKey(), values));
                if (condition != null) {
                    all.add(condition);
                }
            }
        }
        return all;
    }

    private List<Map.Entry<String, JsonValue>> fieldsOf(JsonValue value, String what) {
        if (value instanceof ObjectValue object) {
            return List.copyOf(object.fields().entrySet());
        }
        problems.add(file, value.line(), JsonText.shortened(what) + " must be an object");
        return List.of();
    }
}
