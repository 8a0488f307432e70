package io.ess4j.rollout;

import io.ess4j.model.ScalingProcess;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the parameters of a public template and collects what is wrong with them. */
final class TemplateReader {
    private static final String IMAGE = "ACS-ESS-RollingUpdateByReplaceSystemDiskInScalingGroup";
    private static final String SCRIPT = "ACS-ESS-RollingUpdateByRunCommandInScalingGroup";
    private static final String PACKAGE = "ACS-ESS-RollingUpdateByConfigureOOSPackage";
    private static final String CONTAINERS = "ACS-ESS-RollingUpdateByUpdateContainerGroup";
    private static final int DEFAULT_BATCHES = 5;

    private final String template;
    private final TreeMap<String, Object> left;
    private final List<String> problems = new ArrayList<>();

    TemplateReader(String template, Map<String, ?> parameters) {
        this.template = template;
        this.left = new TreeMap<>(parameters);
    }

    TemplateCall read() {
        boolean rollback = choice("invokeType", List.of("invoke", "rollback")).equals("rollback");
        String group = text("scalingGroupId");
        Optional<String> source = optional("sourceExecutionId");
        if (rollback && source.isEmpty()) {
            problems.add("sourceExecutionId must be given for invokeType rollback");
        }
        if (!rollback && source.isPresent()) {
            problems.add("sourceExecutionId (" + source.get() + ") must be absent for invokeType invoke");
        }
        if (template.equals(CONTAINERS)) {
            fillIn(rollback);
        }
        Optional<UpdateAction> action = action(rollback);
        int batches = number("batchNumber", 1);
        int mostFailures = template.equals(CONTAINERS) ? number("maxErrors", 0) : 0;
        PauseOption pause = pause(choice(
                "batchPauseOption",
                Arrays.stream(PauseOption.values()).map(PauseOption::toString).toList()));
        List<ScalingProcess> enter = processes("enterProcess");
        List<ScalingProcess> exit = processes("exitProcess");
        String role = optional("OOSAssumeRole").orElse(RollingUpdatePolicy.DEFAULT_ROLE);
        left.keySet().forEach(name -> problems.add(name + " is not a parameter of " + template));
        RolloutChecks.none(problems);
        RollingUpdatePolicy policy =
                new RollingUpdatePolicy(action.orElseThrow(), batches, pause, enter, exit, mostFailures, role);
        return new TemplateCall(group, policy, source);
    }

    /** What this template takes where nothing is given; the processes of a rollback follow from its source. */
    private void fillIn(boolean rollback) {
        left.putIfAbsent("batchNumber", DEFAULT_BATCHES);
        left.putIfAbsent("batchPauseOption", PauseOption.AUTOMATIC.toString());
        left.putIfAbsent("updateType", UpdateAction.ContainerUpdate.INCREMENTAL.toString());
        left.putIfAbsent("maxErrors", 0);
        if (!rollback) {
            left.putIfAbsent("enterProcess", List.of(ScalingProcess.values()));
            left.putIfAbsent("exitProcess", List.of(ScalingProcess.values()));
        }
    }

    /**
     * What is done now, where a rollback may also name what it takes back; empty if something is wrong with it, which
     * is among the problems then.
     */
    private Optional<UpdateAction> action(boolean rollback) {
        int before = problems.size();
        switch (template) {
            case IMAGE -> {
                String configuration = text("scalingConfigurationId");
                Optional<String> back = optional("sourceImageId");
                Optional<String> next = optional("imageId");
                String image = rollback ? need("sourceImageId", back) : need("imageId", next);
                return sound(before)
                        ? Optional.of(new UpdateAction.Image(image, rollback ? Optional.empty() : back, configuration))
                        : Optional.empty();
            }
            case SCRIPT -> {
                UpdateAction.ScriptType type = scriptType();
                Optional<String> back = optional("rollbackScript");
                Optional<String> next = optional("invokeScript");
                String script = rollback ? need("rollbackScript", back) : need("invokeScript", next);
                return sound(before)
                        ? Optional.of(new UpdateAction.Script(type, script, rollback ? Optional.empty() : back))
                        : Optional.empty();
            }
            case PACKAGE -> {
                String name = text("packageName");
                String version = text("packageVersion");
                boolean install = !left.containsKey("action")
                        || choice("action", List.of("install", "uninstall")).equals("install");
                return sound(before)
                        ? Optional.of(new UpdateAction.SoftwarePackage(name, version, install))
                        : Optional.empty();
            }
            case CONTAINERS -> {
                String configuration = text("scalingConfigurationId");
                String next = text("containerConfigure");
                Optional<String> back = optional("sourceContainerConfigure").filter(c -> !c.equals("{}"));
                String containers = rollback ? need("sourceContainerConfigure", back) : next;
                UpdateAction.ContainerUpdate how = containerUpdate();
                return sound(before)
                        ? Optional.of(new UpdateAction.ContainerGroup(
                                containers, rollback ? Optional.empty() : back, configuration, how))
                        : Optional.empty();
            }
            default -> {
                problems.add(
                        "template (" + template + ") must be one of " + List.of(IMAGE, SCRIPT, PACKAGE, CONTAINERS));
                return Optional.empty();
            }
        }
    }

    private boolean sound(int before) {
        return problems.size() == before;
    }

    private UpdateAction.ScriptType scriptType() {
        List<UpdateAction.ScriptType> types = List.of(UpdateAction.ScriptType.values());
        String word = choice(
                "commandType",
                types.stream().map(UpdateAction.ScriptType::toString).toList());
        return types.stream().filter(t -> t.toString().equals(word)).findFirst().orElse(UpdateAction.ScriptType.SHELL);
    }

    private UpdateAction.ContainerUpdate containerUpdate() {
        List<UpdateAction.ContainerUpdate> ways = List.of(UpdateAction.ContainerUpdate.values());
        String word = choice(
                "updateType",
                ways.stream().map(UpdateAction.ContainerUpdate::toString).toList());
        return ways.stream()
                .filter(w -> w.toString().equals(word))
                .findFirst()
                .orElse(UpdateAction.ContainerUpdate.INCREMENTAL);
    }

    private static PauseOption pause(String word) {
        return Arrays.stream(PauseOption.values())
                .filter(p -> p.toString().equals(word))
                .findFirst()
                .orElse(PauseOption.AUTOMATIC);
    }

    private String text(String name) {
        return need(name, optional(name));
    }

    private String need(String name, Optional<String> value) {
        if (value.isEmpty()) {
            problems.add(name + " must be given");
        }
        return value.orElse("");
    }

    /** A text; an empty one counts as absent, as in the samples of the guide. */
    private Optional<String> optional(String name) {
        Object value = left.remove(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text) {
            return text.isBlank() ? Optional.empty() : Optional.of(text);
        }
        problems.add(name + " (" + value + ") must be a text");
        return Optional.empty();
    }

    private String choice(String name, List<String> words) {
        String word = text(name);
        if (!word.isEmpty() && !words.contains(word)) {
            problems.add(name + " (" + word + ") must be one of " + words);
        }
        return word;
    }

    private int number(String name, int least) {
        Object value = left.remove(name);
        if (value instanceof Integer number && number >= least) {
            return number;
        }
        problems.add(name + " (" + value + ") must be a whole number >= " + least);
        return least;
    }

    private List<ScalingProcess> processes(String name) {
        Object value = left.remove(name);
        List<ScalingProcess> processes = new ArrayList<>();
        if (value == null) {
            return processes;
        }
        if (!(value instanceof List<?> list)) {
            problems.add(name + " (" + value + ") must be a list of processes");
            return processes;
        }
        for (Object element : list) {
            Optional<ScalingProcess> process = ScalingProcess.of(String.valueOf(element));
            process.ifPresentOrElse(
                    processes::add,
                    () -> problems.add(name + " (" + element + ") must be one of " + List.of(ScalingProcess.values())));
        }
        return processes;
    }
}
