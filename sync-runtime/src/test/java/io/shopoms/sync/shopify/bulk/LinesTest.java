package io.shopoms.sync.shopify.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LinesTest {

    private static final String TEXT = "{\"a\":\"é 🐺\"}\n\n{\"b\":1}\r\n{\"c\":2}";

    private final List<String> taken = new ArrayList<>();

    @Property
    void linesAreTheSameHoweverTheBytesArrive(@ForAll @IntRange(min = 1, max = 40) int size) {
        // Given
        taken.clear();
        Lines lines = new Lines(taken::add);
        byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);

        // When
        for (int from = 0; from < bytes.length; from += size) {
            lines.append(Buffer.buffer().appendBytes(bytes, from, Math.min(size, bytes.length - from)));
        }
        lines.end();

        // Then
        assertThat(taken).containsExactly("{\"a\":\"é 🐺\"}", "{\"b\":1}", "{\"c\":2}");
        assertThat(lines.bytes()).isEqualTo(bytes.length);
        assertThat(lines.isFull()).isFalse();
    }

    @Test
    void theBytesOfALineThatIsNotTakenDoNotCount() {
        // Given
        Lines lines = new Lines(line -> !line.contains("b") && taken.add(line));

        // When
        boolean more = lines.append(Buffer.buffer(TEXT));
        lines.end();

        // Then
        assertThat(more).isFalse();
        assertThat(lines.isFull()).isTrue();
        assertThat(taken).hasSize(1);
        assertThat(lines.bytes()).isEqualTo("{\"a\":\"é 🐺\"}\n\n".getBytes(StandardCharsets.UTF_8).length);
    }
}
