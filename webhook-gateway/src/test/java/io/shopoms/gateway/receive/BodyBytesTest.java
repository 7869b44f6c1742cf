package io.shopoms.gateway.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.buffer.Buffer;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyBytesTest {

    private final BodyMemory memory = memory(1_000_000);

    /** True, too small, too large, unknown. */
    @ParameterizedTest
    @ValueSource(longs = {40_000, 3, 900_000, -1})
    void partsBecomeOneWhateverLengthWasAnnounced(long announced) {
        // Given
        BodyBytes body = new BodyBytes(1_000_000, announced, memory);

        // When
        for (int part = 0; part < 40; part++) {
            assertThat(body.add(
                            Buffer.buffer(Character.toString('a' + part % 26).repeat(1_000))))
                    .isEmpty();
        }

        // Then
        String text = new String(body.all(), StandardCharsets.US_ASCII);
        assertThat(text).hasSize(40_000).startsWith("aaa").endsWith("nnn");
        assertThat(text.charAt(26_500)).isEqualTo('a');
        assertThat(body.isComplete()).isEqualTo(announced == 40_000);
    }

    /** In a thousand parts; unknown, too small, true. */
    @ParameterizedTest
    @ValueSource(longs = {-1, 3, 1_000_000})
    void aLongBodyIsNotCopiedForEachOfItsParts(long announced) {
        // Given
        BodyMemory memory = memory(3_000_000);
        BodyBytes body = new BodyBytes(1_000_000, announced, memory);
        Set<Long> capacities = new HashSet<>();

        // When
        for (int part = 0; part < 1_000; part++) {
            assertThat(body.add(part(1_000))).isEmpty();
            capacities.add(memory.taken());
        }

        // Then
        assertThat(body.all()).hasSize(1_000_000);
        assertThat(capacities).hasSizeLessThan(10);
    }

    @Test
    void nothingIsKeptOfWhatIsTooLarge() {
        // Given
        BodyBytes body = new BodyBytes(10, -1, memory);
        body.add(Buffer.buffer("0123456789"));

        // When, then
        assertThat(body.add(Buffer.buffer("x"))).contains(Refusal.TOO_LARGE);
        assertThat(body.add(Buffer.buffer("y"))).isEmpty();
        assertThat(body.all()).isEmpty();
        assertThat(memory.taken()).isZero();
    }

    @Test
    void aBodyThatNeverCameIsEmptyAndTakesNoMemory() {
        // Given
        BodyBytes none = new BodyBytes(10, 0, memory);
        BodyBytes announced = new BodyBytes(10_000_000, 9_000_000, memory);

        // When, then
        assertThat(none.all()).isEmpty();
        assertThat(none.isComplete()).isTrue();
        assertThat(announced.isComplete()).isFalse();
        assertThat(memory.taken()).isZero();
    }

    @Test
    void bodiesThatWouldTakeMoreThanTheirShareTogetherAreRefusedUntilOthersAreOver() {
        // Given
        BodyBytes first = new BodyBytes(1_000_000, 600_000, memory);
        BodyBytes second = new BodyBytes(1_000_000, 600_000, memory);
        assertThat(first.add(part(600_000))).isEmpty();

        // When, then
        assertThat(second.add(part(600_000))).contains(Refusal.BUSY);
        assertThat(memory.taken()).isEqualTo(600_000);

        // When
        first.release();
        first.release();

        // Then
        assertThat(memory.taken()).isZero();
        assertThat(new BodyBytes(1_000_000, 600_000, memory).add(part(600_000))).isEmpty();
    }

    @Test
    void aSingleBodyBeginsHoweverLowTheLimitIs() {
        // Given
        BodyBytes body = new BodyBytes(1_000_000, 5_000, memory(10));

        // When, then
        assertThat(body.add(part(5_000))).isEmpty();
    }

    private static Buffer part(int length) {
        return Buffer.buffer(new byte[length]);
    }

    private static BodyMemory memory(long bytes) {
        return new BodyMemory(new ReceiveConfig() {
            @Override
            public MemorySize maxBodySize() {
                return maxBodiesSize();
            }

            @Override
            public MemorySize maxBodiesSize() {
                return new MemorySize(BigInteger.valueOf(bytes));
            }

            @Override
            public Duration bodyDeadline() {
                return Duration.ofSeconds(10);
            }
        });
    }
}
