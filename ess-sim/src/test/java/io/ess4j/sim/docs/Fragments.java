package io.ess4j.sim.docs;

import java.util.stream.Collectors;

/** Makes programs of the few lines that a page shows. */
final class Fragments {
    private static final String IMPORTS = """
            import io.ess4j.*;
            import io.ess4j.model.*;
            import io.ess4j.placement.*;
            import io.ess4j.removal.*;
            import io.ess4j.rule.*;
            import io.ess4j.sim.cloud.*;
            import io.ess4j.sim.control.*;
            import io.ess4j.sim.metrics.*;
            import io.ess4j.sim.scenario.*;
            import io.ess4j.sim.workload.*;
            import java.nio.file.*;
            import java.time.*;
            import java.util.*;
            """;

    private Fragments() {}

    /** The lines within a method; lines that import stand above it. */
    static String wrapped(String lines) {
        String imports = lines.lines().filter(l -> l.startsWith("import ")).collect(Collectors.joining("\n"));
        String body = lines.lines().filter(l -> !l.startsWith("import ")).collect(Collectors.joining("\n"));
        return IMPORTS + imports + "\nclass Fragment {\n    Fleet fleet;\n    ServiceModel myServiceModel;\n\n"
                + "    void run() throws Exception {\n" + body + "\n    }\n}\n";
    }
}
