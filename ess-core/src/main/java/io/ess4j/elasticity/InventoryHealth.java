package io.ess4j.elasticity;

/**
 * The health of a pool's inventory from three scores of the provider (guide map C-24-1): adequacy + supply - hot.
 *
 * @param adequacy how much is there, 0 to 3
 * @param supply how well it is replenished, 0 to 3
 * @param hot how much it is asked for, 0 to 3
 */
public record InventoryHealth(int adequacy, int supply, int hot) {
    /** What a score means for a request. */
    public enum Band {
        /** -3 to 0: expect failures. */
        ALERT,
        /** 1 to 4: not guaranteed. */
        NOT_GUARANTEED,
        /** 5 and 6: instances can be had with high confidence. */
        CONFIDENT
    }

    private static final int MAX = 3;
    private static final int CONFIDENT_FROM = 5;

    public InventoryHealth {
        check("adequacy", adequacy);
        check("supply", supply);
        check("hot", hot);
    }

    private static void check(String what, int score) {
        if (score < 0 || score > MAX) {
            throw new IllegalArgumentException(what + " (" + score + ") must lie in 0.." + MAX);
        }
    }

    /**
     * The health score.
     *
     * @return adequacy + supply - hot, -3 to 6
     */
    public int score() {
        return adequacy + supply - hot;
    }

    /**
     * What the score means.
     *
     * @return the band of {@link #score}
     */
    public Band band() {
        int score = score();
        return score >= CONFIDENT_FROM ? Band.CONFIDENT : score > 0 ? Band.NOT_GUARANTEED : Band.ALERT;
    }
}
