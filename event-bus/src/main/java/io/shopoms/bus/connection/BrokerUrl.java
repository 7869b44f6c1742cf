package io.shopoms.bus.connection;

import java.net.URI;

/**
 * Where the broker is: {@code amqp[s]://user:password@host:port/virtual-host}. As everywhere with AMQP, no path means
 * the virtual host {@code /}.
 */
public record BrokerUrl(String host, int port, boolean tls, String user, String password, String virtualHost) {

    private static final int PLAIN_PORT = 5672;
    private static final int TLS_PORT = 5671;
    private static final String DEFAULT_CREDENTIAL = "guest";

    /** @throws IllegalArgumentException if the text is not such a URL; the message does not repeat it (password) */
    public static BrokerUrl parse(String text) {
        URI uri = Urls.parse(text.strip(), "amqp", "amqps");
        boolean tls = "amqps".equals(uri.getScheme());
        int port = uri.getPort() >= 0 ? uri.getPort() : tls ? TLS_PORT : PLAIN_PORT;
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        if (path.indexOf('/', 1) > 0) {
            throw new IllegalArgumentException("has a path of several parts; write a virtual host's / as %2F");
        }
        String virtualHost = path.length() <= 1 ? "/" : Urls.decoded(path.substring(1));
        return new BrokerUrl(
                uri.getHost(),
                port,
                tls,
                Urls.user(uri).orElse(DEFAULT_CREDENTIAL),
                Urls.password(uri).orElse(DEFAULT_CREDENTIAL),
                virtualHost);
    }

    /** Without credentials: it goes to logs and health answers. */
    @Override
    public String toString() {
        return (tls ? "amqps://" : "amqp://") + host + ":" + port;
    }
}
