package io.shopoms.catalog.feed.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.shopoms.catalog.feed.config.Connection;
import io.shopoms.catalog.feed.config.ConnectionType;
import io.shopoms.catalog.feed.connect.FetchResult.Fetched;
import io.shopoms.catalog.feed.connect.FetchResult.NotModified;
import io.shopoms.catalog.feed.connect.FetchResult.Validators;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.InvalidPayload;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailure.MissingDependency;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against servers of each protocol, which run in the test. */
class FeedFetcherTest {

    private static final String CONTENT = "[{\"sku\":\"A-1\"}]\n";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    private final Vertx vertx = Vertx.vertx();
    private FeedFetcher fetcher;

    @BeforeEach
    void putAFile() throws IOException {
        Files.writeString(directory.resolve("products.json"), CONTENT);
        ChosenFeedSettings settings = new ChosenFeedSettings(directory, 100_000);
        fetcher = new FeedFetcher(new AddressGuard(settings), settings, vertx);
    }

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aFileComesOverFtpWithItsSizeAndChecksum() throws Exception {
        // Given
        FtpServer server = ftp();
        try {
            // When
            Fetched fetched = fetched(ConnectionType.FTP, ftpMembers("/products.json"), Map.of("password", "right"));

            // Then
            assertThat(fetched.file()).hasContent(CONTENT);
            assertThat(fetched.bytes()).isEqualTo(CONTENT.length());
            assertThat(fetched.checksum()).hasSize(64);
            Files.delete(fetched.file());

            // And: what goes wrong is named, with what to do
            fails(
                    ConnectionType.FTP,
                    ftpMembers("/products.json"),
                    Map.of("password", "wrong"),
                    Misconfigured.class,
                    "credentials");
            fails(
                    ConnectionType.FTP,
                    ftpMembers("/other.json"),
                    Map.of("password", "right"),
                    MissingDependency.class,
                    "/other.json");
        } finally {
            server.stop();
        }
    }

    @Test
    void aServerThatDoesNotAnswerIsTriedAgainLater() throws Exception {
        // Given: bound and not listened on, so that nobody else can listen there
        try (Socket closed = new Socket()) {
            closed.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            ftpPort = closed.getLocalPort();

            // Then
            fails(
                    ConnectionType.FTP,
                    ftpMembers("/products.json"),
                    Map.of("password", "right"),
                    TransientFailure.class,
                    "does not answer");
        }
    }

    @Test
    void aFileComesOverSftpIfTheServerHasThePinnedKey() throws Exception {
        // Given
        SshServer server = ssh();
        try {
            KeyPair hostKey =
                    server.getKeyPairProvider().loadKeys(null).iterator().next();
            String fingerprint = KeyUtils.getFingerPrint(BuiltinDigests.sha256, hostKey.getPublic());
            Map<String, String> members = members(
                    "host",
                    "localhost",
                    "port",
                    "" + server.getPort(),
                    "username",
                    "feed",
                    "filePath",
                    "/products.json");
            members.put("hostKey", fingerprint);

            // Then
            Fetched fetched = fetched(ConnectionType.SFTP, members, Map.of("password", "right"));
            assertThat(fetched.file()).hasContent(CONTENT);
            Files.delete(fetched.file());
            fails(ConnectionType.SFTP, members, Map.of("password", "wrong"), Misconfigured.class, "credentials");
            fails(
                    ConnectionType.SFTP,
                    with(members, "filePath", "/other.json"),
                    Map.of("password", "right"),
                    MissingDependency.class,
                    "/other.json");
            fails(
                    ConnectionType.SFTP,
                    with(members, "hostKey", "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
                    Map.of("password", "right"),
                    Misconfigured.class,
                    fingerprint + " and not the pinned one");
        } finally {
            server.stop();
        }
    }

    @Test
    void aFileComesOverHttpAndIsNotSentAgainWhileItIsTheSame() throws Exception {
        // Given
        HttpServer server = http();
        try {
            Map<String, String> members = members("url", url(server, "/products.json"), "username", "feed");

            // When
            Fetched fetched = fetched(ConnectionType.HTTP, members, Map.of("password", "right"));

            // Then
            assertThat(fetched.file()).hasContent(CONTENT);
            assertThat(fetched.validators().etag()).contains("\"1\"");
            assertThat(fetch(ConnectionType.HTTP, members, Map.of("password", "right"), fetched.validators()))
                    .isInstanceOf(NotModified.class);
            Files.delete(fetched.file());
            fails(ConnectionType.HTTP, members, Map.of("password", "wrong"), Misconfigured.class, "credentials");
            fails(
                    ConnectionType.HTTP,
                    members,
                    Map.of("query", "key=wrong|one"),
                    Misconfigured.class,
                    "credentials.query");
            fails(
                    ConnectionType.HTTP,
                    members("url", url(server, "/other")),
                    Map.of(),
                    MissingDependency.class,
                    "/other");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void anAnswerThatComesAtOnceIsReceivedWhole() throws Exception {
        // Given
        HttpServer server = http();
        try {
            Map<String, String> members = members("url", url(server, "/products.json"), "username", "feed");

            // Then
            for (int i = 0; i < 200; i++) {
                Fetched fetched = fetched(ConnectionType.HTTP, members, Map.of("password", "right"));
                assertThat(fetched.file()).hasContent(CONTENT);
                Files.delete(fetched.file());
            }
        } finally {
            server.stop(0);
        }
    }

    @Test
    void redirectsAreCheckedLikeTheFirstAddress() throws Exception {
        // Given
        HttpServer server = http();
        try {
            Fetched fetched = fetched(
                    ConnectionType.HTTP,
                    members("url", url(server, "/moved"), "username", "feed"),
                    Map.of("password", "right"));
            assertThat(fetched.file()).hasContent(CONTENT);
            Files.delete(fetched.file());
            fails(
                    ConnectionType.HTTP,
                    members("url", url(server, "/metadata")),
                    Map.of(),
                    Misconfigured.class,
                    "169.254.169.254");
            fails(
                    ConnectionType.HTTP,
                    members("url", url(server, "/loop")),
                    Map.of(),
                    Misconfigured.class,
                    "without end");
            fails(
                    ConnectionType.HTTP,
                    members("url", url(server, "/file")),
                    Map.of(),
                    Misconfigured.class,
                    "redirects to something else");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aConnectionThatIsLostInTheMiddleIsCutOffAndLeavesNothingBehind() throws Exception {
        String begun = "[{\"sku\":\"" + UUID.randomUUID();
        try (DroppingServer server = new DroppingServer("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + begun)) {
            fails(
                    ConnectionType.HTTP,
                    members("url", "http://localhost:" + server.port() + "/products.json"),
                    Map.of(),
                    TransientFailure.class,
                    "cut off");
        }
        // Other programs fetch feeds beside this test.
        await().atMost(LIMIT).untilAsserted(() -> assertThat(leftovers()).noneMatch(file -> begins(file, begun)));
    }

    @Test
    void aFileThatIsTooLargeIsGivenUp() throws Exception {
        Files.write(directory.resolve("large.json"), new byte[200_000]);
        fails(
                ConnectionType.FILE,
                members("filePath", "large.json"),
                Map.of(),
                InvalidPayload.class,
                "larger than 100000");
        HttpServer server = http();
        try {
            fails(
                    ConnectionType.HTTP,
                    members("url", url(server, "/large")),
                    Map.of(),
                    InvalidPayload.class,
                    "larger than");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void filesAreReadBelowTheirDirectoryAlone() throws Exception {
        // Given
        Files.createDirectories(directory.resolve("in"));
        Files.createSymbolicLink(directory.resolve("in/link.json"), Path.of("/etc/hostname"));
        Files.createSymbolicLink(directory.resolve("etc"), Path.of("/etc"));

        // Then
        Fetched fetched = fetched(ConnectionType.FILE, members("filePath", "/products.json"), Map.of());
        assertThat(fetched.file()).hasContent(CONTENT);
        Files.delete(fetched.file());
        for (String path : List.of("../products.json", "in/../../x.json", "in/link.json", "etc/hostname")) {
            fails(
                    ConnectionType.FILE,
                    members("filePath", path),
                    Map.of(),
                    Misconfigured.class,
                    "leaves the directory");
        }
        fails(ConnectionType.FILE, members("filePath", "other.json"), Map.of(), MissingDependency.class, "other.json");
        fails(ConnectionType.FILE, members("filePath", "in"), Map.of(), MissingDependency.class, "in");
    }

    private FtpServer ftp() throws Exception {
        FtpServerFactory factory = new FtpServerFactory();
        ListenerFactory listener = new ListenerFactory();
        listener.setPort(0);
        listener.setServerAddress("127.0.0.1");
        var started = listener.createListener();
        factory.setListeners(new HashMap<>(Map.of("default", started)));
        BaseUser user = new BaseUser();
        user.setName("feed");
        user.setPassword("right");
        user.setHomeDirectory(directory.toString());
        factory.getUserManager().save(user);
        FtpServer server = factory.createServer();
        server.start();
        ftpPort = started.getPort();
        return server;
    }

    private int ftpPort;

    private Map<String, String> ftpMembers(String path) {
        return members("host", "localhost", "port", "" + ftpPort, "username", "feed", "filePath", path);
    }

    private SshServer ssh() throws IOException {
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider(directory.resolve("hostkey")));
        server.setPasswordAuthenticator((user, password, session) -> password.equals("right"));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(directory));
        server.start();
        return server;
    }

    private static HttpServer http() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            String redirect = Map.of(
                            "/moved", "/products.json",
                            "/metadata", "http://169.254.169.254/latest/meta-data",
                            "/loop", "/loop",
                            "/file", "file:///etc/passwd")
                    .getOrDefault(path, "");
            byte[] body = CONTENT.getBytes(StandardCharsets.UTF_8);
            if (!redirect.isEmpty()) {
                exchange.getResponseHeaders().add("Location", redirect);
                exchange.sendResponseHeaders(302, -1);
            } else if (path.equals("/large")) {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(new byte[200_000]);
            } else if (!path.equals("/products.json")) {
                exchange.sendResponseHeaders(404, -1);
            } else if (!"Basic ZmVlZDpyaWdodA=="
                    .equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.sendResponseHeaders(401, -1);
            } else if ("\"1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                exchange.getResponseHeaders().add("ETag", "\"1\"");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String url(HttpServer server, String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    private Fetched fetched(ConnectionType type, Map<String, String> members, Map<String, String> secrets) {
        return (Fetched) fetch(type, members, secrets, Validators.NONE);
    }

    private FetchResult fetch(
            ConnectionType type, Map<String, String> members, Map<String, String> secrets, Validators known) {
        return fetcher.fetch(new Connection(type, members), secrets, known)
                .await()
                .atMost(LIMIT);
    }

    private void fails(
            ConnectionType type,
            Map<String, String> members,
            Map<String, String> secrets,
            Class<? extends SyncFailure> kind,
            String message) {
        assertThatThrownBy(() -> fetched(type, members, secrets))
                .isInstanceOf(SyncFailureException.class)
                .hasMessageContaining(message)
                .satisfies(e -> assertThat(((SyncFailureException) e).failure()).isInstanceOf(kind))
                .message()
                .doesNotContain("right", "wrong");
    }

    private static Map<String, String> members(String... pairs) {
        Map<String, String> members = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            members.put(pairs[i], pairs[i + 1]);
        }
        return members;
    }

    private static Map<String, String> with(Map<String, String> members, String name, String value) {
        Map<String, String> changed = new HashMap<>(members);
        changed.put(name, value);
        return changed;
    }

    private static List<Path> leftovers() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("shopoms-feed-"))
                    .toList();
        }
    }

    private static boolean begins(Path file, String content) {
        try (var bytes = Files.newInputStream(file)) {
            return new String(bytes.readNBytes(content.length()), StandardCharsets.UTF_8).equals(content);
        } catch (IOException gone) {
            return false;
        }
    }
}
