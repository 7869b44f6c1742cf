package io.shopoms.sandbox.fault;

import java.util.List;

/**
 * What a request asks for, as faults and the request log name it.
 *
 * @param name for people: {@code FulfillmentCreate}, {@code sale.order/load}
 * @param aliases other texts that a fault may match: the path, the fields asked for
 */
public record Operation(String name, List<String> aliases) {

    public Operation {
        aliases = List.copyOf(aliases);
    }

    public static Operation of(String name, String... aliases) {
        return new Operation(name, List.of(aliases));
    }

    boolean contains(String part) {
        return name.contains(part) || aliases.stream().anyMatch(alias -> alias.contains(part));
    }
}
