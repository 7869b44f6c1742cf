package io.shopoms.sync.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.util.Map;
import java.util.Objects;

/**
 * One request. Prints without headers, query and body: they hold keys and customers' data.
 *
 * @param method GET or POST
 * @param uri absolute
 * @param headers as they are sent
 * @param body empty for GET
 */
public record HttpCall(HttpMethod method, URI uri, Map<String, String> headers, Buffer body) {

    public HttpCall {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(uri, "uri");
        headers = Map.copyOf(headers);
        Objects.requireNonNull(body, "body");
    }

    public static HttpCall get(URI uri) {
        return new HttpCall(HttpMethod.GET, uri, Map.of(), Buffer.buffer());
    }

    public static HttpCall post(URI uri, Map<String, String> headers, Buffer body) {
        return new HttpCall(HttpMethod.POST, uri, headers, body);
    }

    @Override
    public String toString() {
        return method + " " + uri.getScheme() + "://" + uri.getAuthority() + uri.getPath();
    }
}
