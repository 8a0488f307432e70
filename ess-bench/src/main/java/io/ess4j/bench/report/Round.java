package io.ess4j.bench.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What one round showed.
 *
 * @param cells each cell's figures
 */
record Round(Map<Cell, Measured> cells) {
    Round {
        cells = new LinkedHashMap<>(cells);
    }

    Measured get(Cell cell) {
        return Objects.requireNonNull(cells.get(cell), cell::toString);
    }
}
