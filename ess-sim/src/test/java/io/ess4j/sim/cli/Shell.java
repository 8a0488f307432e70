package io.ess4j.sim.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs the command in this process and keeps what it printed. */
record Shell(int code, String out, String err) {
    static Shell ess(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Main.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(args);
        return new Shell(code, out.toString(), err.toString());
    }
}
