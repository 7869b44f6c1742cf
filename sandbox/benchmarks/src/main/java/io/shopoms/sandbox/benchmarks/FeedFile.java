package io.shopoms.sandbox.benchmarks;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A feed's file on a web server on this machine. */
final class FeedFile implements AutoCloseable {

    private final HttpServer server;
    private volatile byte[] content = new byte[0];

    private FeedFile(HttpServer server) {
        this.server = server;
    }

    static FeedFile serve() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        FeedFile file = new FeedFile(server);
        server.createContext("/products.csv", exchange -> {
            byte[] now = file.content;
            exchange.getResponseHeaders().add("Content-Type", "text/csv");
            exchange.sendResponseHeaders(200, now.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(now);
            }
        });
        server.start();
        return file;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/products.csv";
    }

    /** Products with three variants each. @param dearer how many of them have another price than at first */
    void write(int products, int dearer) {
        StringBuilder csv = new StringBuilder("product,sku,name,text,tags,size,price\n");
        for (int product = 0; product < products; product++) {
            for (String size : new String[] {"S", "M", "L"}) {
                csv.append(String.format(
                        Locale.ROOT,
                        "F%1$d,F%1$d-%2$s,Feed shirt %1$d,\"Of cotton, number %1$d.\",new|summer,%2$s,%3$s%n",
                        product,
                        size,
                        product < dearer ? "27.50" : "24.90"));
            }
        }
        content = csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
