package io.shopoms.catalog.feed.connect;

import io.shopoms.catalog.feed.config.ConnectionType;
import io.shopoms.catalog.feed.config.FeedSettings;
import io.shopoms.catalog.feed.connect.FetchResult.Validators;
import io.shopoms.sync.failure.SyncFailureException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * HTTP. Each redirect is checked like the first address; to another host it takes no credentials along, and from https it
 * leads to https only.
 */
final class HttpFetch {

    private static final int MOST_REDIRECTS = 5;

    private final Fetch fetch;
    private final AddressGuard guard;
    private final Vertx vertx;

    HttpFetch(Fetch fetch, AddressGuard guard, Vertx vertx) {
        this.fetch = fetch;
        this.guard = guard;
        this.vertx = vertx;
    }

    /** Blocks until the file is there, or is known not to come. */
    FetchResult fetch(Download download) {
        HttpClient client = vertx.createHttpClient(options());
        try {
            URI uri = withQuery(URI.create(fetch.connection().required("url")));
            String origin = uri.getAuthority();
            for (int i = 0; i <= MOST_REDIRECTS; i++) {
                Answer answer = ask(client, uri, uri.getAuthority().equals(origin), download);
                if (answer.redirect().isEmpty()) {
                    return answer.result(download, fetch);
                }
                uri = target(uri, answer.redirect().get());
            }
            throw Unfetched.misconfigured("its address redirects without end", "Correct the address.");
        } finally {
            client.close();
        }
    }

    private record Answer(int status, Optional<String> redirect, OptionalLong length, Validators validators) {

        FetchResult result(Download download, Fetch fetch) {
            return switch (status) {
                case 200 -> download.whole(length, validators);
                case 304 -> {
                    if (fetch.known().equals(Validators.NONE)) {
                        throw Unfetched.unreachable(
                                fetch, "says that nothing changed since a time that it was not told");
                    }
                    yield new FetchResult.NotModified();
                }
                case 401, 403 -> throw Unfetched.wrongCredentials(fetch);
                case 404, 410 -> throw Unfetched.missing(fetch);
                case 408, 425, 429, 500, 502, 503, 504 ->
                    throw Unfetched.unreachable(fetch, "answers HTTP status " + status);
                default ->
                    throw Unfetched.misconfigured("its address answers HTTP status " + status, "Correct the address.");
            };
        }
    }

    private HttpClientOptions options() {
        FeedSettings settings = fetch.settings();
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout(Math.toIntExact(settings.connectTimeout().toMillis()))
                .setReadIdleTimeout(Math.toIntExact(settings.readTimeout().toSeconds()))
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setVerifyHost(true)
                .setKeepAlive(false);
        return fetch.connection()
                .find("certificate")
                .map(pem -> options.setTrustOptions(TrustOptions.wrap(TrustedCertificates.of(Optional.of(pem)))))
                .orElse(options);
    }

    private Answer ask(HttpClient client, URI uri, boolean sameHost, Download download) {
        InetAddress address = guard.check(uri.getHost());
        boolean secure = uri.getScheme().equalsIgnoreCase("https");
        int port = uri.getPort() > 0 ? uri.getPort() : secure ? 443 : 80;
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(uri.getHost())
                .setPort(port)
                .setSsl(secure)
                .setFollowRedirects(false)
                .setURI((uri.getRawPath().isEmpty() ? "/" : uri.getRawPath())
                        + Optional.ofNullable(uri.getRawQuery())
                                .map(query -> "?" + query)
                                .orElse(""));
        headers(request, sameHost);
        return await(client.request(request).compose(prepared -> send(prepared, download)), download);
    }

    /** Who waits for the answer is there before it can come: what came of it earlier would be lost without a word. */
    private static Future<Answer> send(HttpClientRequest request, Download download) {
        Future<Answer> answer = request.response().compose(response -> receive(response, download));
        return request.end().compose(sent -> answer);
    }

    private void headers(RequestOptions request, boolean sameHost) {
        request.putHeader("Accept", "*/*").putHeader("Accept-Encoding", "identity");
        fetch.known().etag().ifPresent(etag -> request.putHeader("If-None-Match", etag));
        fetch.known().lastModified().ifPresent(date -> request.putHeader("If-Modified-Since", date));
        if (!sameHost) {
            return;
        }
        fetch.secret("token").ifPresent(token -> request.putHeader("Authorization", "Bearer " + token));
        fetch.connection()
                .find("username")
                .ifPresent(user -> request.putHeader(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((user + ":"
                                                        + fetch.secret("password")
                                                                .orElse(""))
                                                .getBytes(StandardCharsets.UTF_8))));
    }

    private static Future<Answer> receive(HttpClientResponse response, Download download) {
        Answer answer = new Answer(
                response.statusCode(),
                redirect(response),
                length(response),
                new Validators(
                        Optional.ofNullable(response.getHeader("ETag")),
                        Optional.ofNullable(response.getHeader("Last-Modified"))));
        Promise<Answer> received = Promise.promise();
        response.exceptionHandler(received::tryFail).endHandler(end -> received.tryComplete(answer));
        if (response.statusCode() == 200) {
            response.handler(part -> write(response, download, part.getBytes(), received));
        }
        return received.future();
    }

    /** Writing blocks the event loop for as long as the disk's cache takes a buffer; a feed is one connection among few. */
    private static void write(HttpClientResponse response, Download download, byte[] part, Promise<Answer> received) {
        try {
            download.write(part, part.length);
        } catch (SyncFailureException e) {
            received.tryFail(e);
            response.request().reset();
        }
    }

    private static Optional<String> redirect(HttpClientResponse response) {
        int status = response.statusCode();
        boolean redirects = status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
        return redirects ? Optional.ofNullable(response.getHeader("Location")) : Optional.empty();
    }

    private static OptionalLong length(HttpClientResponse response) {
        String length = response.getHeader("Content-Length");
        return length != null && length.matches("\\d{1,18}")
                ? OptionalLong.of(Long.parseLong(length))
                : OptionalLong.empty();
    }

    private URI withQuery(URI uri) {
        try {
            return fetch.secret("query")
                    .map(query -> URI.create(uri + (uri.getRawQuery() == null ? "?" : "&") + query))
                    .orElse(uri);
        } catch (IllegalArgumentException e) {
            // Its message would tell the secret.
            throw Unfetched.misconfigured(
                    "credentials.query cannot be part of an address", "Encode what is special in it as %20 and so on.");
        }
    }

    private URI target(URI from, String location) {
        try {
            URI to = from.resolve(location);
            boolean web = to.getHost() != null
                    && to.getPort() <= 65_535
                    && ("https".equalsIgnoreCase(to.getScheme())
                            || "http".equalsIgnoreCase(to.getScheme())
                                    && fetch.connection().type() == ConnectionType.HTTP);
            if (web) {
                return to;
            }
        } catch (IllegalArgumentException e) {
            throw badRedirect();
        }
        throw badRedirect();
    }

    private static SyncFailureException badRedirect() {
        return Unfetched.misconfigured(
                "its address redirects to something else than a web address as safe as itself", "Correct the address.");
    }

    private Answer await(Future<Answer> answer, Download download) {
        CompletableFuture<Answer> future = answer.toCompletionStage().toCompletableFuture();
        try {
            return future.get(fetch.settings().fetchDeadline().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failure(e.getCause(), download);
        } catch (TimeoutException e) {
            throw Unfetched.unreachable(
                    fetch, "did not come within " + fetch.settings().fetchDeadline());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Unfetched.unreachable(fetch, "was being fetched when the service stopped");
        }
    }

    private SyncFailureException failure(Throwable cause, Download download) {
        for (Throwable e = cause; e != null; e = e.getCause()) {
            if (e instanceof SyncFailureException known) {
                return known;
            }
            if (e instanceof SSLException) {
                return Unfetched.notTrusted(fetch);
            }
        }
        return download.bytes() > 0
                ? Unfetched.connectionLost(fetch, download.bytes())
                : Unfetched.unreachable(
                        fetch, "does not answer (" + cause.getClass().getSimpleName() + ")");
    }
}
