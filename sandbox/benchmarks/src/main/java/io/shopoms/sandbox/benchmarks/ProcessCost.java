package io.shopoms.sandbox.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process has used so far, as Linux's {@code /proc} tells. */
final class ProcessCost {

    /** Linux counts CPU time in ticks of 10 ms on every architecture that it reports them on ({@code USER_HZ}). */
    private static final long MICROS_PER_TICK = 10_000;

    private ProcessCost() {}

    /** User and system time of all threads since the process began, in microseconds. */
    static long cpuMicros(long pid) {
        String stat = read(Path.of("/proc", Long.toString(pid), "stat"));
        // The second field is the program's name in parentheses and may hold blanks: count after it.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MICROS_PER_TICK;
    }

    /** Memory now in RAM, in mebibytes. */
    static long residentMib(long pid) {
        return statusKib(pid, "VmRSS:") / 1024;
    }

    /** The most that was ever in RAM, in mebibytes. */
    static long peakMib(long pid) {
        return statusKib(pid, "VmHWM:") / 1024;
    }

    private static long statusKib(long pid, String name) {
        return read(Path.of("/proc", Long.toString(pid), "status"))
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the process is gone, or this is not Linux: " + file, e);
        }
    }
}
