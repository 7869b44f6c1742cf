package io.shopoms.bus.connection;

import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.SocketConfigurators;
import java.io.IOException;
import java.net.Socket;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;

/** Opens plain connections. The client's own recovery stays off: it would hide an outage from whoever must react to it. */
public final class BrokerConnector {

    private static final int CONNECT_LIMIT_MILLIS = 3_000;
    /** A peer that went away without a word is noticed after about two heartbeats. */
    private static final int HEARTBEAT_SECONDS = 10;

    private final Optional<BrokerUrl> url;

    public BrokerConnector(Optional<BrokerUrl> url) {
        this.url = url;
    }

    /** For logs and health answers. */
    public String address() {
        return url.map(BrokerUrl::toString).orElse("a broker");
    }

    /** A connection, and the socket below it for cutting it off without asking the other side. */
    OpenConnection open(String name) throws IOException, TimeoutException {
        BrokerUrl to = url.orElseThrow(() -> new IllegalStateException("SHOPOMS_AMQP_URL is not set"));
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(to.host());
        factory.setPort(to.port());
        factory.setUsername(to.user());
        factory.setPassword(to.password());
        factory.setVirtualHost(to.virtualHost());
        factory.setAutomaticRecoveryEnabled(false);
        factory.setTopologyRecoveryEnabled(false);
        // The client would else keep two threads per processor for each connection, and read on without bounds.
        factory.setSharedExecutor(new ReadingThread());
        factory.setConnectionTimeout(CONNECT_LIMIT_MILLIS);
        factory.setHandshakeTimeout(CONNECT_LIMIT_MILLIS);
        factory.setChannelRpcTimeout(CONNECT_LIMIT_MILLIS);
        factory.setRequestedHeartbeat(HEARTBEAT_SECONDS);
        if (to.tls()) {
            verifyPeer(factory);
        } else {
            factory.setSocketFactory(new BufferedSockets());
        }
        AtomicReference<Socket> socket = new AtomicReference<>();
        factory.setSocketConfigurator(SocketConfigurators.defaultConfigurator().andThen(socket::set));
        return new OpenConnection(factory.newConnection(name), socket.get());
    }

    private static void verifyPeer(ConnectionFactory factory) {
        try {
            factory.useSslProtocol(SSLContext.getDefault());
            factory.enableHostnameVerification();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no TLS", e);
        }
    }
}
