package io.shopoms.sandbox.benchmarks;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The least that a webhook receiver can do: an HTTP server that checks the signature and answers. The gateway's cost is told
 * in multiples of it. Arguments: port, secret.
 */
final class BareServer {

    private BareServer() {}

    public static void main(String[] arguments) {
        SecretKeySpec key = new SecretKeySpec(arguments[1].getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        Vertx vertx = Vertx.vertx();
        vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(Integer.parseInt(arguments[0])))
                .requestHandler(request -> request.body().onSuccess(body -> answer(request, body, key)))
                .listen()
                .onFailure(problem -> {
                    System.err.println(problem.getMessage());
                    System.exit(1);
                });
    }

    private static void answer(HttpServerRequest request, Buffer body, SecretKeySpec key) {
        String signature = request.getHeader("X-Shopify-Hmac-Sha256");
        boolean valid = signature != null
                && MessageDigest.isEqual(
                        hmac(key, body.getBytes()), Base64.getDecoder().decode(signature));
        request.response().setStatusCode(valid ? 200 : 401).end();
    }

    private static byte[] hmac(SecretKeySpec key, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no HmacSHA256", e);
        }
    }
}
