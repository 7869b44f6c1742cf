package io.shopoms.sandbox.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports on the loopback interface, for servers that start a moment later, or stop and come back. They are below those
 * that systems give to outgoing connections (Linux from 32768, macOS from 49152): no client takes one meanwhile. What
 * one process was given no other process of this user is given until it has ended, so that builds side by side do not want
 * the same.
 */
public final class FreePort {

    /** What the caller passes to get any free port. */
    static final int ANY = 0;

    /** Leaves room for a management port, 1000 higher. */
    private static final int FIRST = 10_000;

    private static final int COUNT = 21_000;
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(COUNT));

    /** Of this file each port given is a byte that is locked; a process's locks end with it. */
    private static final Path CLAIMS =
            Path.of(System.getProperty("java.io.tmpdir"), "shopoms-ports-" + System.getProperty("user.name") + ".lock");

    private static final FileChannel CLAIMED = claims();

    private FreePort() {}

    /** A port that nobody listens on at this moment; another one at each call. */
    public static int any() {
        for (int i = 0; i < COUNT; i++) {
            int port = FIRST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
            if (claim(port) && isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port on the loopback interface");
    }

    /** Makes sure that no other process is given this port. @return whether that can be had: no other process was */
    public static boolean claim(int port) {
        try {
            return CLAIMED.tryLock(port, 1, false) != null;
        } catch (OverlappingFileLockException ours) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot claim a port in " + CLAIMS, e);
        }
    }

    private static FileChannel claims() {
        try {
            return FileChannel.open(CLAIMS, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot claim ports in " + CLAIMS, e);
        }
    }

    /** A port as {@link #any()} gives it, or the wanted one if it is not {@link #ANY}. */
    static int orWanted(int wanted) {
        return wanted == ANY ? any() : wanted;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (BindException taken) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look for a free port on the loopback interface", e);
        }
    }
}
