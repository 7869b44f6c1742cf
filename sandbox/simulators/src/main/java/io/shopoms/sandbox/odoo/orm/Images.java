package io.shopoms.sandbox.odoo.orm;

import java.util.Base64;
import java.util.Locale;

/** Pictures as base64 text: checked when written, shown by their size when the context says {@code bin_size}. */
final class Images {

    private static final String[] UNITS = {"bytes", "Kb", "Mb", "Gb"};
    private static final int STEP = 1024;
    private static final String[] MAGIC = {"\u0089PNG", "\u00ff\u00d8\u00ff", "GIF8", "RIFF", "BM", "<svg", "<?xml"};

    private Images() {}

    /** @throws OdooException when it is no picture */
    static String stored(String base64) {
        byte[] bytes = Base64.getMimeDecoder().decode(base64);
        if (bytes.length == 0) {
            return null;
        }
        String start = new String(bytes, 0, Math.min(STEP, bytes.length), java.nio.charset.StandardCharsets.ISO_8859_1);
        for (String magic : MAGIC) {
            if (start.startsWith(magic)) {
                return base64;
            }
        }
        throw OdooException.user("This file could not be decoded as an image file.");
    }

    static String size(String base64) {
        double size = Base64.getMimeDecoder().decode(base64).length;
        int unit = 0;
        while (size >= STEP && unit < UNITS.length - 1) {
            size /= STEP;
            unit++;
        }
        return String.format(Locale.ROOT, "%.2f %s", size, UNITS[unit]);
    }
}
