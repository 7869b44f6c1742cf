package io.shopoms.sandbox.stack;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a stack is to be.
 *
 * @param root the checkout, where the built services are
 * @param directory where data, logs and state are kept; one stack has one directory
 * @param ports where the parts listen
 * @param environment of the caller: tells what is replaced by real servers, and is inherited by every service
 */
public record StackSettings(Path root, Path directory, Ports ports, Map<String, String> environment) {

    public StackSettings {
        root = root.toAbsolutePath().normalize();
        directory = directory.toAbsolutePath().normalize();
        environment = Map.copyOf(environment);
    }
}
