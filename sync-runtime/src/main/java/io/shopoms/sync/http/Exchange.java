package io.shopoms.sync.http;

import io.shopoms.sync.http.NoAnswerException.Reason;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.net.MalformedURLException;
import java.security.cert.CertificateException;
import java.util.concurrent.atomic.AtomicBoolean;

/** One request and its answer; ends exactly once, by the answer, a failure, the deadline or cancellation. */
final class Exchange {

    private final Vertx vertx;
    private final HttpClient client;
    private final HttpLimits limits;
    private final HttpCall call;
    private final UniEmitter<? super HttpAnswer> emitter;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Buffer body = Buffer.buffer();
    private volatile HttpClientRequest request;
    private volatile long deadline = -1;

    Exchange(Vertx vertx, HttpClient client, HttpLimits limits, HttpCall call, UniEmitter<? super HttpAnswer> emitter) {
        this.vertx = vertx;
        this.client = client;
        this.limits = limits;
        this.call = call;
        this.emitter = emitter;
    }

    void start() {
        emitter.onTermination(this::abandon);
        RequestOptions options;
        try {
            options = new RequestOptions()
                    .setMethod(call.method())
                    .setAbsoluteURI(call.uri().toURL())
                    // Whatever the pool does meanwhile: the client's own limit is only that of a new socket.
                    .setConnectTimeout(limits.connectTimeout().toMillis())
                    .setFollowRedirects(false);
            call.headers().forEach(options::putHeader);
        } catch (MalformedURLException | IllegalArgumentException e) {
            fail(Reason.NOT_SENT, "is not a request that can be sent");
            return;
        }
        client.request(options).onSuccess(this::send).onFailure(this::notConnected);
    }

    private void send(HttpClientRequest connected) {
        request = connected;
        if (ended.get()) {
            reset(connected);
            return;
        }
        deadline = vertx.setTimer(
                limits.readTimeout().toMillis(),
                timer -> fail(
                        Reason.UNKNOWN_OUTCOME,
                        "did not answer within " + limits.readTimeout().toSeconds() + " s"));
        connected.send(call.body()).onSuccess(this::receive).onFailure(e -> cutOff());
    }

    private void receive(HttpClientResponse response) {
        response.exceptionHandler(e -> cutOff()).handler(part -> append(part)).endHandler(end -> {
            if (ended.compareAndSet(false, true)) {
                stopDeadline();
                emitter.complete(new HttpAnswer(response.statusCode(), response.headers(), body));
            }
        });
    }

    private void append(Buffer part) {
        if (ended.get()) {
            return;
        }
        if (body.length() + (long) part.length() > limits.maxAnswerBytes()) {
            fail(Reason.TOO_LARGE, "answered more than " + limits.maxAnswerBytes() + " bytes");
        } else {
            body.appendBuffer(part);
        }
    }

    private void notConnected(Throwable cause) {
        for (Throwable e = cause; e != null; e = e.getCause()) {
            if (e instanceof CertificateException) {
                fail(Reason.NOT_TRUSTED, "has a certificate that is not trusted");
                return;
            }
        }
        fail(Reason.NOT_SENT, "cannot be reached (" + cause.getClass().getSimpleName() + ")");
    }

    private void cutOff() {
        fail(Reason.UNKNOWN_OUTCOME, "closed the connection before its answer was complete");
    }

    private void fail(Reason reason, String what) {
        if (ended.compareAndSet(false, true)) {
            stop();
            emitter.fail(new NoAnswerException(reason, call.uri().getAuthority() + " " + what));
        }
    }

    private void abandon() {
        if (ended.compareAndSet(false, true)) {
            stop();
        }
    }

    private void stop() {
        stopDeadline();
        if (request != null) {
            reset(request);
        }
    }

    private void stopDeadline() {
        if (deadline >= 0) {
            vertx.cancelTimer(deadline);
        }
    }

    private static void reset(HttpClientRequest request) {
        // Closes an HTTP/1 connection: nothing of this exchange may reach the next one.
        request.reset();
    }
}
