package io.shopoms.sandbox.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the end of a part's log. */
final class LogTail {

    private LogTail() {}

    /** The last lines, oldest first; empty if there is no log yet. */
    static List<String> of(Path log, int lines) {
        if (!Files.exists(log)) {
            return List.of();
        }
        try (var all = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            // Logs rotate by hand here: reading one whole costs little and keeps this simple.
            List<String> text = all.toList();
            return text.subList(Math.max(0, text.size() - lines), text.size()).stream()
                    .map(line -> new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                    .toList();
        } catch (IOException e) {
            throw new StackProblem("cannot read " + log + ": " + e.getMessage(), e);
        }
    }

    /** The last line that says something: of a Java stack trace, the line above it. */
    static String lastLine(Path log) {
        List<String> lines = of(log, 200).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("\tat ") && !line.startsWith("\t..."))
                .toList();
        return lines.isEmpty()
                ? "it wrote nothing"
                : lines.get(lines.size() - 1).strip();
    }
}
