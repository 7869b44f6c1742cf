package io.shopoms.sandbox.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** One durable server in a JVM of its own, so that a test can kill that JVM. Prints its URL, then waits. */
final class ServerProcess {

    private static final String URL_MARK = "url=";

    private ServerProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        Path directory = Path.of(arguments[1]);
        String url = "database".equals(arguments[0])
                ? EmbeddedDatabase.kept(directory, 0).jdbcUrl()
                : EmbeddedBroker.durable(directory, 0).amqpUrl();
        System.out.println(URL_MARK + url);
        Thread.currentThread().join();
    }

    static Process start(String kind, Path directory) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerProcess.class.getName(),
                        kind,
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    static String urlOf(Process process) throws IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(URL_MARK)) {
                return line.substring(URL_MARK.length());
            }
        }
        throw new IllegalStateException("the server process ended without a URL");
    }
}
