package io.ess4j.sim.spark;

import io.ess4j.sim.sweep.Row;
import io.ess4j.sim.sweep.Sweep;
import io.ess4j.sim.sweep.SweepExecutor;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Runs points on a Spark cluster. Each task makes the sweep again from its text, so that the files it names must be
 * found under the same paths everywhere, such as on a shared file system; a file that has changed is refused there.
 *
 * <p>Points go out in batches of four for each core of the cluster, and the rows of a batch are kept when it is
 * finished: a driver that is killed loses at most one batch.
 */
public final class SparkExecutor implements SweepExecutor {
    private static final int POINTS_PER_CORE = 4;

    /** Creates an executor. */
    public SparkExecutor() {}

    @Override
    public String name() {
        return "spark";
    }

    @Override
    public void run(Sweep sweep, List<Integer> points, String where, Consumer<Row> done) {
        if (points.isEmpty()) {
            return;
        }
        SparkConf conf = new SparkConf()
                .setMaster(where)
                .setAppName("ess sweep")
                .set("spark.ui.enabled", "false")
                .set("spark.log.level", "ERROR")
                .setJars(jars());
        String text = sweep.toText();
        try (JavaSparkContext context = new JavaSparkContext(conf)) {
            int batch = Math.max(1, POINTS_PER_CORE * context.defaultParallelism());
            for (int from = 0; from < points.size(); from += batch) {
                // a serializable list, whatever the caller's is
                List<Integer> some = new ArrayList<>(points.subList(from, Math.min(points.size(), from + batch)));
                context.parallelize(some, some.size())
                        .map(point -> new Finished(SweepCache.of(text).run(point)))
                        .collect()
                        .forEach(finished -> done.accept(finished.toRow()));
            }
        }
    }

    /** The jars that hold this class and the simulator, for the machines of the cluster. */
    private static String[] jars() {
        List<String> jars = new ArrayList<>();
        for (Class<?> type : List.of(SparkExecutor.class, Sweep.class)) {
            try {
                Path place = Path.of(
                        type.getProtectionDomain().getCodeSource().getLocation().toURI());
                if (Files.isRegularFile(place)) {
                    jars.add(place.toString());
                }
            } catch (URISyntaxException e) {
                throw new IllegalStateException("the place of " + type + " is no path", e);
            }
        }
        return jars.toArray(String[]::new);
    }
}
