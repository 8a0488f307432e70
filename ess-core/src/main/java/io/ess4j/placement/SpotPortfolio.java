package io.ess4j.placement;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * What a risk-aware spot plan has to respect.
 *
 * <p>Interruptions come alone or together. When a pool is interrupted, all of it is lost; with it goes
 * {@code zoneCorrelationPercent} of what the group has in the same zone, or {@code familyCorrelationPercent} of what it
 * has in the same instance family, whichever the provider runs short of. {@code maxLossPercent} caps what any such
 * event may take at once: pool, zone share or family share.
 *
 * <p>Both sides count the whole group: what may be lost is measured by all units that the group comes to, under every
 * purchase option, and what is lost includes the spot instances that it has. With 9 units spread over three pools and a
 * limit of 50 percent, one more may be on spot; in an empty group the first instance may not, for its loss is the loss
 * of everything.
 *
 * @param interruptionCost what the loss of one instance costs
 * @param zoneCorrelationPercent the share of a zone that is lost together, 0 to 100
 * @param familyCorrelationPercent the share of an instance family that is lost together, 0 to 100
 * @param maxLossPercent the most that may be lost at once, in percent of the units that the group comes to, 1 to 100
 */
public record SpotPortfolio(
        Money interruptionCost, int zoneCorrelationPercent, int familyCorrelationPercent, int maxLossPercent) {
    public SpotPortfolio {
        requireNonNull(interruptionCost, "interruptionCost");
        List<String> problems = new ArrayList<>();
        if (zoneCorrelationPercent < 0 || zoneCorrelationPercent > 100) {
            problems.add("zoneCorrelationPercent (" + zoneCorrelationPercent + ") must be >= 0 and <= 100");
        }
        if (familyCorrelationPercent < 0 || familyCorrelationPercent > 100) {
            problems.add("familyCorrelationPercent (" + familyCorrelationPercent + ") must be >= 0 and <= 100");
        }
        if (maxLossPercent < 1 || maxLossPercent > 100) {
            problems.add("maxLossPercent (" + maxLossPercent + ") must be >= 1 and <= 100");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
    }

    /**
     * The most units that may be lost at once.
     *
     * @param units all units of the group
     * @return the percentage, rounded down
     */
    long maxLoss(long units) {
        return units / 100 * maxLossPercent + units % 100 * maxLossPercent / 100;
    }

    /** The most units of which that percentage may be lost, or no limit if nothing is lost together. */
    static long cap(long maxLoss, int correlationPercent) {
        return correlationPercent == 0 || maxLoss > Long.MAX_VALUE / 100
                ? Long.MAX_VALUE
                : maxLoss * 100 / correlationPercent;
    }
}
