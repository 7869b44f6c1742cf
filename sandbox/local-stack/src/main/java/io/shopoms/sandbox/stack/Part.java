package io.shopoms.sandbox.stack;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One process of the stack, before it runs.
 *
 * @param name the module's name, or what it stands for
 * @param url where people and scripts reach it
 * @param ports the ports that it will listen on
 * @param command the program and its arguments
 * @param environment what is set for it besides the inherited environment
 * @param readiness the URL that answers 200 once it is ready
 * @param rank parts of a lower rank are ready before those of a higher one are started
 */
record Part(
        String name,
        String url,
        List<Integer> ports,
        List<String> command,
        Map<String, String> environment,
        Readiness readiness,
        int rank) {

    Part {
        ports = List.copyOf(ports);
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** How to see that a part is ready: an HTTP answer of 200, or an open port. */
    record Readiness(Optional<String> http, int port) {

        static Readiness ofHttp(String url) {
            return new Readiness(Optional.of(url), 0);
        }

        static Readiness ofPort(int port) {
            return new Readiness(Optional.empty(), port);
        }
    }
}
