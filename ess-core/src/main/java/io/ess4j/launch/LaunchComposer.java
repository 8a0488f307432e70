package io.ess4j.launch;

import static io.ess4j.launch.LaunchProblem.KEY_PAIR_ON_WINDOWS;
import static io.ess4j.launch.LaunchProblem.NO_DISK_CATEGORY;
import static io.ess4j.launch.LaunchProblem.NO_LOGIN;
import static io.ess4j.launch.LaunchProblem.PASSWORD_BESIDE_KEY_PAIR;
import static io.ess4j.launch.LaunchProblem.PASSWORD_NOT_ACCEPTED;
import static io.ess4j.launch.LaunchProblem.RANGES_NEED_VPC;
import static io.ess4j.launch.LaunchProblem.RANGES_WITH_WEIGHTS;
import static io.ess4j.launch.LaunchProblem.ROLE_NEEDS_VPC;
import static io.ess4j.launch.LaunchProblem.ROLE_NOT_TRUSTED;
import static io.ess4j.launch.LaunchProblem.SCRIPT_WITH_CARRIAGE_RETURN;
import static io.ess4j.launch.LaunchProblem.SECRET_IN_USER_DATA;
import static io.ess4j.launch.LaunchProblem.SIZE_NEEDS_COST_OPTIMIZED;
import static io.ess4j.launch.LaunchProblem.SPOT_IGNORED_ON_DEDICATED_HOST;
import static io.ess4j.launch.LaunchProblem.SPOT_LIMIT_MISSING;
import static io.ess4j.launch.LaunchProblem.TAG_KEYS_DIFFER_BY_CASE;
import static io.ess4j.launch.LaunchProblem.TOO_MANY_DATA_DISKS;
import static io.ess4j.launch.LaunchProblem.TOO_MANY_TAGS;
import static io.ess4j.launch.LaunchProblem.TOO_MANY_TYPES;
import static io.ess4j.launch.LaunchProblem.USER_DATA_IS_NO_SCRIPT;
import static io.ess4j.launch.LaunchProblem.USER_DATA_NEEDS_VPC;
import static io.ess4j.launch.LaunchProblem.USER_DATA_TOO_LARGE;

import io.ess4j.launch.Image.Platform;
import io.ess4j.launch.LaunchSpecification.Login;
import io.ess4j.model.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Works out what instances launched from a configuration in a group look like, and everything that is wrong with it
 * (guide 2.1, 2.2 and 3.2).
 *
 * <p>Tags: the group's propagated tags in their order, then the configuration's; with the same key the configuration's
 * value wins. Disks: the first of their categories that can be had. A key pair switches passwords off. A dedicated host
 * makes spot settings void.
 */
public final class LaunchComposer {
    private final LaunchConfiguration configuration;
    private final LaunchContext context;
    private final List<LaunchFinding> findings = new ArrayList<>();

    private LaunchComposer(LaunchConfiguration configuration, LaunchContext context) {
        this.configuration = configuration;
        this.context = context;
    }

    /**
     * Composes the specification. O(size of the configuration).
     *
     * @param configuration what instances look like
     * @param context what is known of the group
     * @param diskCategories the disk categories that can be had
     * @return the specification and the findings
     */
    public static LaunchDecision compose(
            LaunchConfiguration configuration, LaunchContext context, List<String> diskCategories) {
        LaunchComposer composer = new LaunchComposer(configuration, context);
        composer.checkTypes();
        composer.checkLogin();
        composer.checkRole();
        composer.checkUserData();
        composer.checkSpot();
        List<Tag> tags = composer.mergedTags();
        Optional<String> systemDisk =
                configuration.systemDisk().flatMap(d -> composer.category("system disk", d, diskCategories));
        List<String> dataDisks = composer.dataDiskCategories(diskCategories);
        composer.findings.sort(Comparator.comparing(LaunchFinding::problem));
        boolean error = composer.findings.stream().anyMatch(f -> f.problem().severity() == Severity.ERROR);
        return new LaunchDecision(
                error ? Optional.empty() : Optional.of(composer.specification(tags, systemDisk, dataDisks)),
                composer.findings);
    }

    private LaunchSpecification specification(List<Tag> tags, Optional<String> systemDisk, List<String> dataDisks) {
        return new LaunchSpecification(
                configuration.image(),
                tags,
                systemDisk,
                dataDisks,
                login(),
                configuration.role().map(InstanceRole::name),
                configuration.userData(),
                configuration.loadBalancerWeight(),
                configuration.dedicatedHost().isPresent() ? SpotSettings.NONE : configuration.spot());
    }

    private Login login() {
        if (configuration.keyPair().isPresent()) {
            return Login.KEY_PAIR;
        }
        return configuration.password().isPresent() ? Login.PASSWORD : Login.AS_IMAGE;
    }

    private void checkTypes() {
        TypeChoice types = configuration.types();
        String named = types.names().size() + " types";
        boolean ranges = configuration.ranges() > 0;
        find(ranges && !context.inVpc(), RANGES_NEED_VPC, configuration.ranges() + " ranges");
        find(ranges && types instanceof TypeChoice.Weighted, RANGES_WITH_WEIGHTS, named);
        find(types instanceof TypeChoice.Size && !context.costOptimized(), SIZE_NEEDS_COST_OPTIMIZED, "size");
        find(types.names().size() > context.limits().types(), TOO_MANY_TYPES, named);
    }

    private void checkLogin() {
        String keyPair = configuration.keyPair().orElse("");
        boolean hasKey = configuration.keyPair().isPresent();
        boolean hasPassword = configuration.password().isPresent();
        find(hasKey && !isLinux(), KEY_PAIR_ON_WINDOWS, keyPair);
        configuration
                .password()
                .filter(p -> !p.problems().isEmpty())
                .ifPresent(p -> find(true, PASSWORD_NOT_ACCEPTED, p.problems().toString()));
        find(hasKey && hasPassword && isLinux(), PASSWORD_BESIDE_KEY_PAIR, keyPair);
        find(!hasKey && !hasPassword, NO_LOGIN, configuration.image().id());
    }

    private void checkRole() {
        configuration.role().ifPresent(role -> {
            find(!context.inVpc(), ROLE_NEEDS_VPC, role.name());
            find(!role.trust().trusts(TrustPolicy.ECS), ROLE_NOT_TRUSTED, role.name());
        });
    }

    private void checkUserData() {
        configuration.userData().ifPresent(data -> {
            String size = data.size() + " bytes";
            find(!context.inVpc(), USER_DATA_NEEDS_VPC, size);
            find(data.size() > context.limits().userDataBytes(), USER_DATA_TOO_LARGE, size);
            data.linesWithSecrets().forEach(line -> find(true, SECRET_IN_USER_DATA, "line " + line));
            find(isLinux() && data.isScript() && data.hasCarriageReturn(), SCRIPT_WITH_CARRIAGE_RETURN, "line 1");
            find(isLinux() && !data.isScript(), USER_DATA_IS_NO_SCRIPT, size);
        });
    }

    private void checkSpot() {
        SpotSettings spot = configuration.spot();
        boolean asked = spot.bid() != SpotSettings.Bid.NONE;
        if (asked && configuration.dedicatedHost().isPresent()) {
            find(
                    true,
                    SPOT_IGNORED_ON_DEDICATED_HOST,
                    configuration.dedicatedHost().orElseThrow());
        } else if (spot.bid() == SpotSettings.Bid.PRICE_LIMIT) {
            configuration.types().names().forEach(type -> find(spot.limit(type).isEmpty(), SPOT_LIMIT_MISSING, type));
        }
    }

    private List<Tag> mergedTags() {
        Map<String, Tag> merged = new LinkedHashMap<>();
        context.tags().stream()
                .filter(GroupTag::propagated)
                .forEach(t -> merged.put(t.tag().key(), t.tag()));
        configuration.tags().forEach(t -> merged.put(t.key(), t));
        find(
                configuration.tags().size() > context.limits().tags(),
                TOO_MANY_TAGS,
                configuration.tags().size() + " tags");
        Map<String, String> lower = new TreeMap<>();
        for (String key : merged.keySet()) {
            String other = lower.put(key.toLowerCase(Locale.ROOT), key);
            find(other != null, TAG_KEYS_DIFFER_BY_CASE, other + " and " + key);
        }
        return List.copyOf(merged.values());
    }

    private List<String> dataDiskCategories(List<String> available) {
        List<Disk> disks = configuration.dataDisks();
        find(disks.size() > context.limits().dataDisks(), TOO_MANY_DATA_DISKS, disks.size() + " disks");
        List<String> categories = new ArrayList<>();
        for (int i = 0; i < disks.size(); i++) {
            category("data disk " + (i + 1), disks.get(i), available).ifPresent(categories::add);
        }
        return categories;
    }

    private Optional<String> category(String what, Disk disk, List<String> available) {
        Optional<String> chosen = disk.choose(available);
        find(chosen.isEmpty(), NO_DISK_CATEGORY, what);
        return chosen;
    }

    private boolean isLinux() {
        return configuration.image().platform() == Platform.LINUX;
    }

    private void find(boolean wrong, LaunchProblem problem, String subject) {
        if (wrong) {
            findings.add(new LaunchFinding(problem, subject));
        }
    }
}
