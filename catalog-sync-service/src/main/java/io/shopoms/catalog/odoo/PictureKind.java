package io.shopoms.catalog.odoo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of pictures that both Odoo and shops show, told by the first bytes of their files. */
public enum PictureKind {
    PNG("png", "image/png"),
    JPEG("jpg", "image/jpeg"),
    GIF("gif", "image/gif"),
    WEBP("webp", "image/webp");

    private static final int BEGINNING = 12;

    private final String ending;
    private final String mimeType;

    PictureKind(String ending, String mimeType) {
        this.ending = ending;
        this.mimeType = mimeType;
    }

    /** Of a file's name. */
    public String ending() {
        return ending;
    }

    public String mimeType() {
        return mimeType;
    }

    /** Empty for bytes of another kind. */
    static Optional<PictureKind> of(byte[] bytes) {
        String start = new String(Arrays.copyOf(bytes, Math.min(bytes.length, BEGINNING)), StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (start.startsWith("GIF8")) {
            return Optional.of(GIF);
        }
        return start.startsWith("RIFF") && start.endsWith("WEBP") ? Optional.of(WEBP) : Optional.empty();
    }
}
