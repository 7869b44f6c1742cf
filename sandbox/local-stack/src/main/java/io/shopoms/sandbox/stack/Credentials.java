package io.shopoms.sandbox.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/**
 * The secrets of one local stack: made once, kept in its folder for its owner only, so that data and tokens outlive a
 * restart. Nothing here opens anything but this machine's own sandbox.
 *
 * @param webhookSecret signs the simulated Shopify's webhooks
 * @param shopifyToken the simulated Admin API's access token
 * @param odooKey the simulated Odoo's API key
 */
record Credentials(String webhookSecret, String shopifyToken, String odooKey) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    static Credentials in(Path directory) {
        Path file = directory.resolve("credentials.json");
        try {
            if (Files.exists(file)) {
                return Json.MAPPER.readValue(file.toFile(), Credentials.class);
            }
            Credentials made = new Credentials("shpss_" + random(), "shpat_" + random(), random() + random());
            Files.write(file, Json.MAPPER.writeValueAsBytes(made));
            ownerOnly(file);
            return made;
        } catch (IOException e) {
            throw new StackProblem(
                    "cannot read " + file + " (" + e.getMessage() + "); delete the folder to start afresh", e);
        }
    }

    /** Keeps other users of the machine from reading the file, where the file system knows owners. */
    static void ownerOnly(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, OWNER_ONLY);
        }
    }

    private static String random() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "Credentials[***]";
    }
}
