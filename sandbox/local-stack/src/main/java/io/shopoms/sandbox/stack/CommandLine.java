package io.shopoms.sandbox.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A parsed command line.
 *
 * @param command what to do
 * @param options the flags that were given, such as {@code --json}
 * @param directory where the stack lives; {@code .shopoms} in the checkout unless {@code --dir} says otherwise
 * @param part the part that {@code logs} is asked about
 */
record CommandLine(Command command, Set<String> options, Optional<Path> directory, Optional<String> part) {

    static final String USAGE = """
            usage: ./shopoms COMMAND [OPTIONS]

              demo               start everything, send one order through, show every stage
              up [--detach]      start everything; without --detach, run until Ctrl-C and then stop it
              status [--json]    what runs where; --json adds addresses and the sandbox's credentials, for scripts
              logs [PART] [-f]   the last lines of every part, or of one; -f follows it
              down               stop everything (data is kept in .shopoms)

              --free-ports       with demo and up: choose free ports instead of the documented ones
              --dir DIR          keep data, logs and state in DIR instead of .shopoms

            Real servers replace a part when these are set: SHOPIFY_SHOP_DOMAIN with its credential, ODOO_URL with
            ODOO_DATABASE and ODOO_API_KEY, SHOPOMS_DB_URL, SHOPOMS_AMQP_URL.""";

    enum Command {
        DEMO(Set.of("--free-ports")),
        UP(Set.of("--detach", "--free-ports")),
        STATUS(Set.of("--json")),
        LOGS(Set.of("-f")),
        DOWN(Set.of());

        private final Set<String> flags;

        Command(Set<String> flags) {
            this.flags = flags;
        }
    }

    /** Not a command line that we know; the message says what is wrong with it. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String message) {
            super(message);
        }
    }

    static CommandLine parse(List<String> arguments) throws Unusable {
        if (arguments.isEmpty()) {
            throw new Unusable("a command is missing");
        }
        Command command = commandOf(arguments.get(0));
        Set<String> options = new TreeSet<>();
        Optional<Path> directory = Optional.empty();
        Optional<String> part = Optional.empty();
        for (int i = 1; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--dir")) {
                if (++i == arguments.size()) {
                    throw new Unusable("--dir needs a folder");
                }
                directory = Optional.of(Path.of(arguments.get(i)));
            } else if (command.flags.contains(argument)) {
                options.add(argument);
            } else if (command == Command.LOGS && part.isEmpty() && !argument.startsWith("-")) {
                part = Optional.of(argument);
            } else {
                throw new Unusable("'" + argument + "' does not go with " + arguments.get(0));
            }
        }
        if (options.contains("-f") && part.isEmpty()) {
            throw new Unusable("logs -f needs a part to follow");
        }
        return new CommandLine(command, options, directory, part);
    }

    /** @param parts those that a stack has; which ones it has is not known before the settings are read */
    void partMustBeOneOf(List<String> parts) throws Unusable {
        if (part.isPresent() && !parts.contains(part.get())) {
            throw new Unusable("there is no part '" + part.get() + "'; there are " + String.join(", ", parts));
        }
    }

    boolean has(String option) {
        return options.contains(option);
    }

    private static Command commandOf(String word) throws Unusable {
        return switch (word) {
            case "demo" -> Command.DEMO;
            case "up" -> Command.UP;
            case "status" -> Command.STATUS;
            case "logs" -> Command.LOGS;
            case "down" -> Command.DOWN;
            default -> throw new Unusable("'" + word + "' is not a command");
        };
    }
}
