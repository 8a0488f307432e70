package io.ess4j.lifecycle;

import com.google.common.collect.Maps;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.ScalingProcess;
import io.ess4j.model.table.FleetTable;
import io.ess4j.model.table.Packed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * Finds unhealthy instances and sends them away (guide map C-18-1 to C-18-3, C-14-3, G3.3-7). An instance is unhealthy
 * if its machine does not run, if a load balancer's check fails, or if somebody said so. The minimum does not hold it
 * and the desired capacity does not change, so the next capacity check replaces it.
 *
 * <table>
 * <caption>What becomes of an unhealthy instance</caption>
 * <tr><th>state</th><th>created or entrusted</th><th>attached</th></tr>
 * <tr><td>IN_SERVICE</td><td>released</td><td>only removed</td></tr>
 * <tr><td>STOPPED</td><td colspan="2">left; its health is not looked at, its machine does not run by intention</td></tr>
 * <tr><td>PROTECTED, STANDBY</td><td colspan="2">left; its health is not updated</td></tr>
 * <tr><td>any other</td><td colspan="2">left; it is on its way in or out</td></tr>
 * </table>
 *
 * <p>A machine that was stopped by anything but the group is in service for the group, and unhealthy.
 *
 * @param types what is looked at, none twice, in declaration order; none switches the check off
 */
public record HealthCheck(List<HealthCheckType> types) {
    /** The default: whether the machine runs. */
    public static final HealthCheck DEFAULT = new HealthCheck(List.of(HealthCheckType.ECS));

    /** No health check. */
    public static final HealthCheck OFF = new HealthCheck(List.of());

    private static final int IN_SERVICE = LifecycleState.IN_SERVICE.ordinal();

    public HealthCheck {
        EnumSet<HealthCheckType> set = EnumSet.noneOf(HealthCheckType.class);
        set.addAll(types);
        types = List.copyOf(set);
    }

    /**
     * Takes the health of instances in service from signals, in O(n + signals). Without a check nothing but what was
     * set by hand counts.
     *
     * @param fleet the instances
     * @param signals what is known, the later of two about one instance; others and those of unknown instances do not
     *     count
     * @return the fleet with the health updated
     */
    public Fleet observe(Fleet fleet, List<HealthSignal> signals) {
        FleetTable table = FleetTable.of(fleet);
        // looked up by key and never walked
        Map<String, HealthSignal> latest = Maps.newHashMapWithExpectedSize(signals.size());
        for (HealthSignal signal : signals) {
            latest.put(signal.instance(), signal);
        }
        List<Instance> changed = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            short packed = table.packed(row);
            HealthSignal signal = Packed.state(packed) == IN_SERVICE ? latest.get(table.id(row)) : null;
            if (signal != null) {
                boolean healthy = isHealthy(Packed.healthy(packed), signal);
                if (healthy != Packed.healthy(packed)) {
                    changed.add(table.instance(row).withHealthy(healthy));
                }
            }
        }
        return changed.isEmpty() ? fleet : fleet.with(changed);
    }

    private boolean isHealthy(boolean soFar, HealthSignal signal) {
        if (signal.setByHand().isPresent()) {
            return signal.setByHand().get();
        }
        if (types.isEmpty()) {
            return soFar;
        }
        return (!types.contains(HealthCheckType.ECS) || signal.running())
                && (!types.contains(HealthCheckType.LOAD_BALANCER)
                        || signal.passesBalancerCheck().orElse(true));
    }

    /**
     * Who goes because of ill health, in O(n + u log u) for u unhealthy instances.
     *
     * @param fleet the instances, with their health up to date
     * @param suspension the suspended processes
     * @return who is released, who is only removed, and who is left, with the reason
     */
    public HealthPlan plan(Fleet fleet, ProcessSuspension suspension) {
        boolean suspended = suspension.suspended().contains(ScalingProcess.HEALTH_CHECK);
        List<Instance> released = new ArrayList<>();
        List<Instance> removed = new ArrayList<>();
        List<HealthPlan.Left> left = new ArrayList<>();
        for (Instance instance : unhealthy(FleetTable.of(fleet))) {
            var reason = HealthPlan.leftBecause(instance.state());
            if (suspended) {
                left.add(new HealthPlan.Left(instance, HealthPlan.LeftReason.CHECK_SUSPENDED));
            } else if (reason.isPresent()) {
                left.add(new HealthPlan.Left(instance, reason.get()));
            } else {
                (instance.origin().isReleasedOnRemoval() ? released : removed).add(instance);
            }
        }
        return new HealthPlan(released, removed, left);
    }

    private static List<Instance> unhealthy(FleetTable table) {
        List<Instance> unhealthy = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            if (!Packed.healthy(table.packed(row))) {
                unhealthy.add(table.instance(row));
            }
        }
        unhealthy.sort(Comparator.comparing(Instance::id));
        return unhealthy;
    }

    /**
     * Who goes because of ill health, for a caller that knows the ids of the unhealthy instances.
     *
     * @param fleet the instances
     * @param unhealthy ids of unhealthy instances; unknown ones do not count
     * @param suspension the suspended processes
     * @return the plan
     */
    public HealthPlan plan(Fleet fleet, List<String> unhealthy, ProcessSuspension suspension) {
        List<HealthSignal> signals =
                unhealthy.stream().map(id -> HealthSignal.byHand(id, false)).toList();
        return plan(observe(fleet, signals), suspension);
    }
}
