package io.shopoms.sync.shopify.bulk;

import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/**
 * Reads the files of bulk operations, line by line, from the storage that Shopify names. They need no token: the address
 * itself is the right to use it, and never appears in a message.
 */
@ApplicationScoped
public class BulkFiles {

    private static final int CONNECT_MILLIS = 10_000;
    private static final int IDLE_SECONDS = 60;
    private static final int PARTIAL = 206;
    private static final int OK = 200;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final HttpClient http;

    public BulkFiles(Vertx vertx) {
        this.http = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS).setIdleTimeout(IDLE_SECONDS));
    }

    /**
     * Hands lines on from a place in a file until one is not taken.
     *
     * @param offset the place, in bytes
     * @return the place of the first line that was not taken, or the end
     */
    public Uni<Place> lines(String url, long offset, Predicate<String> taker) {
        return Uni.createFrom().emitter(emitter -> new Download(offset, new Lines(taker), emitter).start(http, url));
    }

    /**
     * @param offset in bytes
     * @param end whether the file ends here
     */
    public record Place(long offset, boolean end) {}

    private static SyncFailureException interrupted(Throwable cause) {
        return new SyncFailureException(
                new TransientFailure("the download of a bulk operation's result was interrupted ("
                        + cause.getClass().getSimpleName() + ")"));
    }

    private static SyncFailureException refused(int status) {
        return status >= 500 || status == 408 || status == 429
                ? new SyncFailureException(new TransientFailure(
                        "Shopify's storage answered " + status + " to the download of a bulk operation's result"))
                : new SyncFailureException(new RejectedByTarget(
                        "Shopify's storage refuses the download of a bulk operation's result (" + status + ")",
                        "Such files are kept for a few days. Start it again: Shopify is asked for a new one."));
    }

    private static final class Download {

        private final long offset;
        private final Lines lines;
        private final UniEmitter<? super Place> emitter;
        private final AtomicBoolean ended = new AtomicBoolean();
        private long toSkip;
        private HttpClientRequest request;

        Download(long offset, Lines lines, UniEmitter<? super Place> emitter) {
            this.offset = offset;
            this.lines = lines;
            this.emitter = emitter;
        }

        void start(HttpClient http, String url) {
            RequestOptions options = new RequestOptions()
                    .setMethod(HttpMethod.GET)
                    .setAbsoluteURI(url)
                    .setConnectTimeout(CONNECT_MILLIS);
            if (offset > 0) {
                options.putHeader("Range", "bytes=" + offset + "-");
            }
            http.request(options)
                    .compose(sent -> {
                        request = sent;
                        // In here, so that it is there before the answer can come.
                        return sent.send().onSuccess(this::answered);
                    })
                    .onFailure(this::fail);
        }

        private void answered(HttpClientResponse response) {
            int status = response.statusCode();
            if (status == RANGE_NOT_SATISFIABLE) {
                finish(new Place(offset, true));
                return;
            }
            if (status != OK && status != PARTIAL) {
                if (ended.compareAndSet(false, true)) {
                    request.reset();
                    emitter.fail(refused(status));
                }
                return;
            }
            // A storage that knows no ranges sends the file from its start.
            toSkip = status == PARTIAL ? 0 : offset;
            response.exceptionHandler(this::fail).handler(this::part).endHandler(end -> whole());
        }

        private void part(Buffer part) {
            if (ended.get()) {
                return;
            }
            try {
                if (!lines.append(unskipped(part))) {
                    finish(new Place(offset + lines.bytes(), false));
                    request.reset();
                }
            } catch (RuntimeException e) {
                broken(e);
            }
        }

        private Buffer unskipped(Buffer part) {
            int skipped = (int) Math.min(toSkip, part.length());
            toSkip -= skipped;
            return skipped == 0 ? part : part.getBuffer(skipped, part.length());
        }

        private void whole() {
            if (ended.get()) {
                return;
            }
            try {
                lines.end();
                finish(new Place(offset + lines.bytes(), !lines.isFull()));
            } catch (RuntimeException e) {
                broken(e);
            }
        }

        private void finish(Place place) {
            if (ended.compareAndSet(false, true)) {
                emitter.complete(place);
            }
        }

        private void broken(RuntimeException e) {
            if (ended.compareAndSet(false, true)) {
                request.reset();
                emitter.fail(e);
            }
        }

        private void fail(Throwable cause) {
            if (ended.compareAndSet(false, true)) {
                emitter.fail(interrupted(cause));
            }
        }
    }
}
