package io.ess4j.examples;

// example begins
import io.ess4j.naming.*;
import java.util.List;

public interface NamingExample {
    static void main(String[] args) {
        var pattern = HostNamePattern.parse("web-(AUTO_INCREMENT)[0,3]");
        System.out.println(
                "fits Windows: " + HostNameRules.WINDOWS.problems(pattern).isEmpty());

        // The group is not new: two hosts have names already, one of them was removed long ago.
        var sequence = HostNameSequence.of(pattern).observe(List.of("web-006", "web-996", "db-1"));
        var names = sequence.next(5);
        System.out.println(names.names() + ", short of " + names.shortfall() + ": "
                + names.reason().orElseThrow());
        System.out.println(
                "Next time after number " + names.after().highWaterMark().orElseThrow());
    }
}
// example ends
