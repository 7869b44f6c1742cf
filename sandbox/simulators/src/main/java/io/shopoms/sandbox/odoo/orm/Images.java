package io.shopoms.sandbox.odoo.orm;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Pictures as base64 text: checked when written, shown by their size when the context says {@code bin_size}. */
final class Images {

    private static final String[] UNITS = {"bytes", "Kb", "Mb", "Gb"};
    private static final int STEP = 1024;
    private static final Map<String, String> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("\u0089PNG", "image/png");
        KINDS.put("\u00ff\u00d8\u00ff", "image/jpeg");
        KINDS.put("GIF8", "image/gif");
        KINDS.put("RIFF", "image/webp");
        KINDS.put("BM", "image/bmp");
        KINDS.put("<svg", "image/svg+xml");
        KINDS.put("<?xml", "image/svg+xml");
    }

    private Images() {}

    /** @throws OdooException when it is no picture */
    static String stored(String base64) {
        byte[] bytes = bytes(base64);
        if (bytes.length == 0) {
            return null;
        }
        if (mimetype(bytes) == null) {
            throw OdooException.user("This file could not be decoded as an image file.");
        }
        return base64;
    }

    static byte[] bytes(String base64) {
        return Base64.getMimeDecoder().decode(base64);
    }

    /** By the first bytes; null if it is no picture. */
    static String mimetype(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(STEP, bytes.length), StandardCharsets.ISO_8859_1);
        return KINDS.entrySet().stream()
                .filter(kind -> start.startsWith(kind.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    static String size(String base64) {
        double size = bytes(base64).length;
        int unit = 0;
        while (size >= STEP && unit < UNITS.length - 1) {
            size /= STEP;
            unit++;
        }
        return String.format(Locale.ROOT, "%.2f %s", size, UNITS[unit]);
    }
}
