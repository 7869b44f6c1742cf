package io.shopoms.catalog.shopify;

import io.shopoms.catalog.shopify.StagedUploads.StagedFile;
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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/**
 * Moves files from and to the storage that Shopify names. They need no token: the address itself is
 * the right to use it, and never appears in a message.
 */
@ApplicationScoped
class FileTransfer {

    private static final String RESULT = "a bulk operation's result";
    private static final int CONNECT_MILLIS = 10_000;
    private static final int IDLE_SECONDS = 60;
    private static final int MOST_OF_AN_ANSWER = 65_536;
    private static final int PARTIAL = 206;
    private static final int OK = 200;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final HttpClient http;

    FileTransfer(Vertx vertx) {
        this.http = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS).setIdleTimeout(IDLE_SECONDS));
    }

    /**
     * Hands lines on from a place in a file until one is not taken.
     *
     * @param offset the place, in bytes
     * @return the place of the first line that was not taken, or the end
     */
    Uni<Place> lines(String url, long offset, Predicate<String> taker) {
        return Uni.createFrom().emitter(emitter -> new Download(offset, new Lines(taker), emitter).start(http, url));
    }

    /**
     * @param offset in bytes
     * @param end whether the file ends here
     */
    record Place(long offset, boolean end) {}

    /** Sends a file as the form that Shopify's storage expects: its parameters first, the file last. */
    Uni<Void> upload(String url, List<Map.Entry<String, String>> parameters, StagedFile file) {
        String boundary = "shopoms-" + UUID.randomUUID();
        Buffer body = form(boundary, parameters, file);
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(url)
                .putHeader("Content-Type", "multipart/form-data; boundary=" + boundary);
        return Uni.createFrom()
                .<Integer>emitter(emitter -> http.request(options)
                        // Nested, so that who waits for the answer is there before it can come.
                        .compose(request -> request.send(body)
                                .compose(response -> response.end().map(response.statusCode())))
                        .onSuccess(emitter::complete)
                        .onFailure(e -> emitter.fail(interrupted("upload of " + file.what(), e))))
                .invoke(status -> {
                    if (status / 100 != 2) {
                        throw refused("upload of " + file.what(), status);
                    }
                })
                .replaceWithVoid();
    }

    private static Buffer form(String boundary, List<Map.Entry<String, String>> parameters, StagedFile file) {
        Buffer body = Buffer.buffer(file.content().length() + MOST_OF_AN_ANSWER);
        for (Map.Entry<String, String> parameter : parameters) {
            body.appendString("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + parameter.getKey()
                    + "\"\r\n\r\n" + parameter.getValue() + "\r\n");
        }
        body.appendString("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + file.name() + "\"\r\nContent-Type: " + file.mimeType() + "\r\n\r\n");
        return body.appendBuffer(file.content())
                .appendBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static SyncFailureException interrupted(String what, Throwable cause) {
        return new SyncFailureException(new TransientFailure(
                "the " + what + " was interrupted (" + cause.getClass().getSimpleName() + ")"));
    }

    private static SyncFailureException refused(String what, int status) {
        return status >= 500 || status == 408 || status == 429
                ? new SyncFailureException(
                        new TransientFailure("Shopify's storage answered " + status + " to the " + what))
                : new SyncFailureException(new RejectedByTarget(
                        "Shopify's storage refuses the " + what + " (" + status + ")",
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
            RequestOptions options =
                    new RequestOptions().setMethod(HttpMethod.GET).setAbsoluteURI(url);
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
                    emitter.fail(refused("download of " + RESULT, status));
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
                emitter.fail(interrupted("download of " + RESULT, cause));
            }
        }
    }
}
