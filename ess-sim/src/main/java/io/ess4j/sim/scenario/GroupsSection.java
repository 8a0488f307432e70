package io.ess4j.sim.scenario;

import io.ess4j.model.Market;
import io.ess4j.model.Zone;
import io.ess4j.sim.workload.QueueingService;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the groups of a scenario with their loads, services and objectives: either the sections {@code group},
 * {@code workload}, {@code service} and {@code slo}, or a list {@code groups} whose items have the fields of a group
 * and those three sections.
 */
final class GroupsSection {
    private final WorkloadSection workload;
    private final Overrides overrides;
    private final List<Part> parts = new ArrayList<>();

    /** One group: where its own fields are, and where its sections are. */
    private record Part(Optional<GroupSection> group, YamlMap sections, Optional<Scenario.Demand> demand) {}

    GroupsSection(WorkloadSection workload, Overrides overrides) {
        this.workload = workload;
        this.overrides = overrides;
    }

    /** Reads the loads, which say how long a replayed trace is. */
    void readDemand(YamlMap top) {
        if (!top.has("groups")) {
            Optional<Scenario.Demand> demand = demand(top, true, "");
            parts.add(new Part(top.map("group", true).map(GroupSection::new), top, demand));
            return;
        }
        for (String single : List.of("group", "workload", "service", "slo")) {
            if (top.has(single)) {
                top.problem(single, single + " belongs into the items of groups when there are several");
            }
        }
        for (YamlMap item : top.maps("groups", true)) {
            String prefix = parts.isEmpty() ? "" : "group" + (parts.size() + 1) + "/";
            Optional<Scenario.Demand> demand = demand(item, parts.isEmpty(), prefix);
            parts.add(new Part(Optional.of(new GroupSection(item)), item, demand));
        }
    }

    Optional<Scenario.Demand> firstDemand() {
        return parts.isEmpty() ? Optional.empty() : parts.get(0).demand();
    }

    /** The zones of all groups, each once. */
    List<Zone> zones() {
        Set<Zone> zones = new LinkedHashSet<>();
        parts.forEach(part -> part.group().ifPresent(group -> zones.addAll(group.zones())));
        return List.copyOf(zones);
    }

    /** Reads the rest; groups with a problem are left out. */
    List<Scenario.Member> read(MarketSection market, Optional<Market> sold) {
        List<Scenario.Member> members = new ArrayList<>();
        for (Part part : parts) {
            boolean isAlone = part.sections().has("group");
            Optional<QueueingService.Settings> service = Optional.empty();
            Optional<Slo> slo = Optional.empty();
            if (!isAlone) {
                service = part.sections().map("service", true).flatMap(map -> workload.service(map, part.demand()));
                slo = part.sections().map("slo", true).flatMap(workload::slo);
            }
            Optional<Scenario.Group> group = part.group().flatMap(g -> g.read(market, sold));
            if (isAlone) {
                service = part.sections().map("service", true).flatMap(map -> workload.service(map, part.demand()));
                slo = part.sections().map("slo", true).flatMap(workload::slo);
            }
            if (group.isPresent() && part.demand().isPresent() && service.isPresent() && slo.isPresent()) {
                members.add(new Scenario.Member(group.get(), part.demand().get(), service.get(), slo.get()));
            }
        }
        return members;
    }

    /** The trace of the overrides takes the place of the first group's loads, but these are checked all the same. */
    private Optional<Scenario.Demand> demand(YamlMap sections, boolean isFirst, String prefix) {
        Optional<YamlMap> map = sections.map("workload", true);
        if (map.isEmpty()) {
            return Optional.empty();
        }
        boolean isReplaced = isFirst && overrides.trace().isPresent();
        Scenario.Arrivals arrivals = map.get()
                .choice(
                        "arrivals",
                        Map.of("poisson", Scenario.Arrivals.POISSON, "even", Scenario.Arrivals.EVEN),
                        false);
        List<Load> loads = isReplaced && !map.get().has("parts") ? List.of() : workload.loads(map.get(), prefix);
        map.get().finish();
        if (isReplaced) {
            Overrides.TraceFile trace = overrides.trace().get();
            return workload.trace(trace.path(), trace.unit(), trace.scale())
                    .map(load -> new Scenario.Demand(List.of(load), Scenario.Arrivals.EVEN));
        }
        return Optional.of(new Scenario.Demand(loads, arrivals == null ? Scenario.Arrivals.POISSON : arrivals));
    }
}
