package io.ess4j.bench.report;

import java.util.List;

/** A table of docs/performance.md; found as a service, so that optional modules bring tables of their own. */
public interface Section {
    /**
     * Which part of the page the table is.
     *
     * @return the name between the page's marks
     */
    String part();

    /**
     * What is compared.
     *
     * @return the rows in order
     */
    List<Row> rows();
}
