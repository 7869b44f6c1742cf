package io.shopoms.catalog.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PictureKindTest {

    @Test
    void theFirstBytesTellTheKind() {
        assertThat(PictureKind.of(bytes("\u0089PNG\r\n\u001a\nIHDR"))).contains(PictureKind.PNG);
        assertThat(PictureKind.of(bytes("\u00ff\u00d8\u00ff\u00e0JFIF"))).contains(PictureKind.JPEG);
        assertThat(PictureKind.of(bytes("GIF89a"))).contains(PictureKind.GIF);
        assertThat(PictureKind.of(bytes("RIFF1234WEBPVP8"))).contains(PictureKind.WEBP);
    }

    @Test
    void otherFilesAreOfNoKind() {
        assertThat(PictureKind.of(bytes(""))).isEmpty();
        assertThat(PictureKind.of(bytes("<svg xmlns="))).isEmpty();
        assertThat(PictureKind.of(bytes("RIFF1234WAVEfmt"))).isEmpty();
        assertThat(PictureKind.of(bytes("\u0089PN"))).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
