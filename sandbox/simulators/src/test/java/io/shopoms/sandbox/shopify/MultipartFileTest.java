package io.shopoms.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartFileTest {

    private static final String TYPE = "multipart/form-data; boundary=abc";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "one\r\ntwo\r\n", "--ab"})
    void theFileIsWhatStandsBetweenItsHeaderAndTheNextBoundary(String content) throws IOException {
        // Given
        Path body = body(field("key", "a/b") + file(content) + "--abc--\r\n");
        Path to = directory.resolve("content");

        // When
        MultipartFile read = MultipartFile.read(body, TYPE);
        read.extract(body, to);

        // Then
        assertThat(read.fields()).containsEntry("key", "a/b").hasSize(1);
        assertThat(to).hasContent(content);
        assertThat(Files.size(to)).isEqualTo(content.length());
    }

    @Test
    void fieldsBehindTheFileDoNotCount() throws IOException {
        // Given
        Path body = body(field("key", "a") + file("{}") + field("policy", "p") + "--abc--\r\n");
        Path to = directory.resolve("content");

        // When
        MultipartFile read = MultipartFile.read(body, TYPE);
        read.extract(body, to);

        // Then
        assertThat(read.fields()).containsOnlyKeys("key");
        assertThat(Files.readString(to)).isEqualTo("{}");
    }

    @Test
    void aBodyWithoutAFileOrCutShortIsRefused() throws IOException {
        // Given
        Path none = body(field("key", "a") + "--abc--\r\n");

        // Then
        assertThatThrownBy(() -> MultipartFile.read(none, TYPE)).hasMessage("there is no part named file");
        Path cut = body(field("key", "a") + "--abc\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n{");
        assertThatThrownBy(() -> MultipartFile.read(cut, TYPE)).hasMessageContaining("ends before");
        assertThatThrownBy(() -> MultipartFile.read(none, "application/json")).hasMessageContaining("multipart");
    }

    private Path body(String text) throws IOException {
        return Files.writeString(directory.resolve("body"), text);
    }

    private static String field(String name, String value) {
        return "--abc\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String file(String content) {
        return "--abc\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n" + content + "\r\n";
    }
}
