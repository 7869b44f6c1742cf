package io.shopoms.sandbox.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.LongStream;

/** What a process has used so far, as Linux's {@code /proc} tells. */
final class ProcessCost {

    /** Linux counts CPU time in ticks of 10 ms on every architecture that it reports them on ({@code USER_HZ}). */
    private static final long MICROS_PER_TICK = 10_000;

    private ProcessCost() {}

    /**
     * User and system time of all threads since the process began, in microseconds; with that of the processes that it
     * started and that live or were waited for: PostgreSQL works in one for each connection.
     */
    static long cpuMicros(long pid) {
        return stat(pid)
                                .map(ProcessCost::ticks)
                                .orElseThrow(() -> new IllegalStateException("process " + pid + " is gone"))
                        * MICROS_PER_TICK
                + ProcessHandle.of(pid).stream()
                                .flatMap(ProcessHandle::descendants)
                                // One that has just ended is counted by its parent.
                                .flatMap(child -> stat(child.pid()).stream())
                                .mapToLong(ProcessCost::ticks)
                                .sum()
                        * MICROS_PER_TICK;
    }

    /** The fields after the program's name, which stands in parentheses and may hold blanks. */
    private static Optional<String[]> stat(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return Optional.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("this is not Linux: /proc cannot be read", e);
        }
    }

    /** Its own time in user and system mode, then that of children that it waited for. */
    private static long ticks(String[] stat) {
        return LongStream.rangeClosed(11, 14)
                .map(field -> Long.parseLong(stat[(int) field]))
                .sum();
    }

    /** Memory now in RAM, in mebibytes. */
    static long residentMib(long pid) {
        return statusKib(pid, "VmRSS:") / 1024;
    }

    /** The most that was ever in RAM, or since {@link #forgetPeak}, in mebibytes. */
    static long peakMib(long pid) {
        return statusKib(pid, "VmHWM:") / 1024;
    }

    /** From now on the {@link #peakMib} is that of the time to come. */
    static void forgetPeak(long pid) {
        try {
            Files.writeString(Path.of("/proc", Long.toString(pid), "clear_refs"), "5");
        } catch (IOException e) {
            throw new UncheckedIOException("the process is gone, or this is not Linux", e);
        }
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
