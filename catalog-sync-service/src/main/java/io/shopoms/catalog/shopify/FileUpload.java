package io.shopoms.catalog.shopify;

import io.shopoms.catalog.shopify.StagedUploads.StagedFile;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Sends files to the storage that Shopify names. This needs no token: the address itself is the right to use it, and never
 * appears in a message.
 */
@ApplicationScoped
class FileUpload {

    private static final int CONNECT_MILLIS = 10_000;
    private static final int IDLE_SECONDS = 60;
    private static final int MOST_OF_AN_ANSWER = 65_536;

    private final HttpClient http;

    FileUpload(Vertx vertx) {
        this.http = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS).setIdleTimeout(IDLE_SECONDS));
    }

    /** Sends a file as the form that Shopify's storage expects: its parameters first, the file last. */
    Uni<Void> upload(String url, List<Map.Entry<String, String>> parameters, StagedFile file) {
        String boundary = "shopoms-" + UUID.randomUUID();
        Buffer body = form(boundary, parameters, file);
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(url)
                .setConnectTimeout(CONNECT_MILLIS)
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
}
