package io.shopoms.sync.shopify.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.shopify.bulk.BulkFiles.Place;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BulkFilesTest {

    private static final String FILE = "{\"a\":1}\n{\"b\":2}\n{\"c\":3}\n";

    private final Vertx vertx = Vertx.vertx();
    private final BulkFiles files = new BulkFiles(vertx);
    private final List<String> taken = new ArrayList<>();
    private HttpServer storage;
    private int status = 200;
    private boolean knowsRanges = true;
    private boolean breaksOff;

    @BeforeEach
    void open() throws IOException {
        storage = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        storage.createContext("/", this::serve);
        storage.start();
    }

    @AfterEach
    void close() {
        storage.stop(0);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFileIsReadInPartsEachFromWhereTheLastEnded(boolean ranges) {
        // Given
        knowsRanges = ranges;

        // When
        Place first = read(0, 2);
        Place second = read(first.offset(), 2);
        Place end = read(second.offset(), 2);

        // Then
        assertThat(taken).containsExactly("{\"a\":1}", "{\"b\":2}", "{\"c\":3}");
        assertThat(first).isEqualTo(new Place(16, false));
        assertThat(second).isEqualTo(new Place(24, true));
        assertThat(end).isEqualTo(new Place(24, true));
    }

    @Test
    void whatTheStorageAnswersDecidesWhetherItIsTriedAgain() {
        for (int code : List.of(403, 404, 500, 503, 429)) {
            // Given
            status = code;

            // Then
            assertThat(failure()).isInstanceOf(code < 429 ? RejectedByTarget.class : TransientFailure.class);
        }
    }

    @Test
    void aDownloadThatBreaksOffIsNoEndOfTheFile() {
        // Given
        breaksOff = true;

        // Then
        assertThat(failure()).isInstanceOf(TransientFailure.class);
    }

    private SyncFailure failure() {
        var thrown = new ArrayList<SyncFailure>();
        assertThatThrownBy(() -> read(0, 10))
                .isInstanceOfSatisfying(SyncFailureException.class, e -> thrown.add(e.failure()));
        assertThat(thrown.get(0).message()).doesNotContain("http");
        return thrown.get(0);
    }

    private Place read(long offset, int most) {
        int before = taken.size();
        return files.lines(
                        "http://127.0.0.1:" + storage.getAddress().getPort() + "/result",
                        offset,
                        line -> taken.size() < before + most && taken.add(line))
                .await()
                .atMost(Duration.ofSeconds(60));
    }

    private void serve(HttpExchange exchange) throws IOException {
        byte[] bytes = FILE.getBytes(StandardCharsets.UTF_8);
        String range = exchange.getRequestHeaders().getFirst("Range");
        int from = range != null && knowsRanges ? Integer.parseInt(range.replaceAll("\\D", "")) : 0;
        if (status != 200) {
            exchange.sendResponseHeaders(status, -1);
        } else if (from >= bytes.length) {
            exchange.sendResponseHeaders(416, -1);
        } else {
            byte[] part = Arrays.copyOfRange(bytes, from, bytes.length);
            exchange.sendResponseHeaders(from > 0 ? 206 : 200, breaksOff ? part.length + 100 : part.length);
            exchange.getResponseBody().write(part);
        }
        exchange.close();
    }
}
