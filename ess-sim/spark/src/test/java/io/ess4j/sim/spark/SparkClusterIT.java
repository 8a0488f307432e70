package io.ess4j.sim.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real cluster on loopback: a master, a worker, an executor that it starts, and the program as the driver. */
class SparkClusterIT {
    private static final String SPARK_HOME = System.getProperty("spark.folder", "");

    @TempDir
    private Path folder;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void stop() throws InterruptedException {
        for (Process process : processes) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void aClusterGivesTheBytesOfALocalSweep() throws Exception {
        int port = freePort();
        String master = "spark://127.0.0.1:" + port;
        processes.add(start(
                "master",
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--webui-port",
                Integer.toString(freePort())));
        processes.add(start(
                "worker",
                "org.apache.spark.deploy.worker.Worker",
                "--host",
                "127.0.0.1",
                "--cores",
                "2",
                "--memory",
                "1g",
                "--webui-port",
                Integer.toString(freePort()),
                "--work-dir",
                folder.resolve("work").toString(),
                master));

        sweep("local", List.of("--jobs", "2"));
        sweep("cluster", List.of("--spark", master));

        for (String file : List.of("runs.csv", "variants.csv", "pareto.html", "sweep.json")) {
            assertThat(folder.resolve("cluster").resolve(file))
                    .as(file)
                    .hasSameBinaryContentAs(folder.resolve("local").resolve(file));
        }
        assertThat(Files.readString(folder.resolve("worker.err")))
                .contains("Launch command")
                .contains("ExecutorRunner");
    }

    private void sweep(String name, List<String> where) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "io.ess4j.sim.cli.Main",
                "sweep",
                "--set",
                "length=6h",
                "--vary",
                "group.max=40,80,160",
                "--seeds",
                "1..4",
                "--out",
                folder.resolve(name).toString()));
        arguments.addAll(where);
        Process process = start(name, arguments.toArray(String[]::new));
        processes.add(process);
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            fail(name + " did not end: " + Files.readString(folder.resolve(name + ".err")));
        }
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve(name + ".err")))
                .isZero();
    }

    private Process start(String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m"));
        command.addAll(List.of(org.apache.spark.launcher.JavaModuleOptions.defaultModuleOptions()
                .split(" ")));
        command.addAll(List.of(
                "-Dspark.driver.bindAddress=127.0.0.1",
                "-Dspark.driver.host=127.0.0.1",
                "-Dspark.executor.memory=512m",
                "-cp",
                String.join(
                        File.pathSeparator,
                        System.getProperty("ess.jar", ""),
                        System.getProperty("spark.module", ""),
                        SPARK_HOME + File.separator + "jars" + File.separator + "*")));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(folder.resolve(name + ".out").toFile())
                .redirectError(folder.resolve(name + ".err").toFile());
        builder.environment()
                .putAll(Map.of("SPARK_HOME", SPARK_HOME, "SPARK_SCALA_VERSION", "2.13", "SPARK_LOCAL_IP", "127.0.0.1"));
        return builder.start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
