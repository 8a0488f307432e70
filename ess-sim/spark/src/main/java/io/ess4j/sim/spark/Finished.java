package io.ess4j.sim.spark;

import io.ess4j.sim.sweep.Row;
import java.io.Serializable;

/** A row on its way from a task to the driver. */
record Finished(int point, String values) implements Serializable {
    Finished(Row row) {
        this(row.point(), String.join(",", row.values()));
    }

    Row toRow() {
        return new Row(point, java.util.List.of(values.split(",", -1)));
    }
}
