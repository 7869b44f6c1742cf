package io.shopoms.sandbox.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program behind {@code ./shopoms}. Exit codes: 0 done, 1 a problem (one line on standard error), 2 usage. */
public final class StackMain {

    private static final int LOG_LINES = 40;

    private StackMain() {}

    public static void main(String[] arguments) {
        try {
            run(CommandLine.parse(List.of(arguments)));
        } catch (CommandLine.Unusable e) {
            System.err.println("shopoms: " + e.getMessage());
            System.err.println(CommandLine.USAGE);
            System.exit(2);
        } catch (StackProblem e) {
            System.err.println("shopoms: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(CommandLine line) throws CommandLine.Unusable {
        Path root = Path.of(System.getProperty("shopoms.root", "."));
        Path directory = line.directory().orElse(root.resolve(".shopoms"));
        StackSettings settings =
                new StackSettings(root, directory, ports(line, directory), Map.copyOf(System.getenv()));
        LocalStack stack = LocalStack.of(settings, text -> System.err.println("  " + text));
        line.partMustBeOneOf(stack.names());
        switch (line.command()) {
            case UP -> up(stack, line.has("--detach"));
            case DEMO -> new Demo(stack, System.out::println).run();
            case STATUS -> print(stack.status(), line.has("--json"));
            case LOGS -> logs(stack, line);
            case DOWN -> stack.down();
        }
    }

    /** The ports of the stack that runs, if one does: a second command must not look elsewhere. */
    private static Ports ports(CommandLine line, Path directory) {
        return StackState.read(directory)
                .filter(state -> state.running().keySet().stream()
                        .anyMatch(part -> state.processOf(part).isPresent()))
                .map(StackState::ports)
                .orElseGet(() -> line.has("--free-ports") ? Ports.free() : Ports.FIXED);
    }

    private static void up(LocalStack stack, boolean detach) {
        if (!detach) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack), "stop-the-stack"));
        }
        stack.up();
        print(stack.status(), false);
        if (!detach) {
            System.out.println("Ctrl-C stops everything.");
            watch(stack);
        }
    }

    private static void stop(LocalStack stack) {
        try {
            stack.giveUp();
        } catch (StackProblem e) {
            System.err.println("shopoms: " + e.getMessage());
        }
    }

    private static void watch(LocalStack stack) {
        while (true) {
            pause(500);
            List<String> ended = stack.ended();
            if (!ended.isEmpty()) {
                String name = ended.get(0);
                throw new StackProblem(
                        name + " ended: " + LogTail.lastLine(stack.log(name)) + " (see " + stack.log(name) + ")");
            }
        }
    }

    private static void print(StackStatus status, boolean json) {
        if (json) {
            System.out.println(status.toJson());
            return;
        }
        for (StackStatus.PartStatus part : status.parts()) {
            System.out.printf(
                    "  %-26s %-10s %-9s %s%n",
                    part.name(), part.state(), part.pid() == null ? "" : "pid " + part.pid(), part.url());
        }
        System.out.printf("  %-47s %s%n", "Shopify", status.shopify().adminUrl());
        System.out.printf("  %-47s %s%n", "Odoo", status.odoo().url());
    }

    private static void logs(LocalStack stack, CommandLine line) {
        if (line.has("-f")) {
            follow(stack.log(line.part().orElseThrow()));
            return;
        }
        for (String name : line.part().map(List::of).orElseGet(stack::names)) {
            System.out.println("==> " + stack.log(name));
            LogTail.of(stack.log(name), LOG_LINES).forEach(System.out::println);
        }
    }

    private static void follow(Path log) {
        try {
            Process tail = new ProcessBuilder("tail", "-n", Integer.toString(LOG_LINES), "-F", log.toString())
                    .inheritIO()
                    .start();
            tail.waitFor();
        } catch (IOException e) {
            throw new StackProblem("cannot follow " + log + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackProblem("interrupted", e);
        }
    }
}
