package io.shopoms.catalog.feed.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopoms.catalog.feed.config.Connection;
import io.shopoms.catalog.feed.config.ConnectionType;
import io.shopoms.catalog.feed.connect.FetchResult.Fetched;
import io.shopoms.catalog.feed.connect.FetchResult.Validators;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailureException;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
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

/** Who a server is, and who the reader is, where both are proven by keys. The servers run in the test. */
class SecureFeedsTest {

    private static final String CONTENT = "[{\"sku\":\"A-1\"}]\n";
    private static final String STORE_PASSWORD = "of-the-key-store";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    @TempDir
    Path keys;

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
    void aFileComesOverFtpsIfTheCertificateIsTheOneThatIsTrusted() throws Exception {
        // Given
        Path own = keyStore("own", "localhost");
        Path other = keyStore("other", "localhost");
        Secured server = ftps(own);
        try {
            // Then
            Fetched fetched = fetch(ConnectionType.FTPS, server.members(certificate(own)), Map.of("password", "right"));
            assertThat(fetched.file()).hasContent(CONTENT);
            Files.delete(fetched.file());

            // And: another one, or none, is refused before the password is told
            isRefused(server.members(certificate(other)));
            Map<String, String> publicAuthorities = server.members("");
            publicAuthorities.remove("certificate");
            isRefused(publicAuthorities);
        } finally {
            server.ftp().stop();
        }
    }

    @Test
    void aCertificateOfAnotherNameIsRefused() throws Exception {
        Path store = keyStore("named", "files.other.example");
        Secured server = ftps(store);
        try {
            isRefused(server.members(certificate(store)));
        } finally {
            server.ftp().stop();
        }
    }

    @Test
    void aFileComesOverSftpForWhoeverHasThePrivateKey() throws Exception {
        // Given
        KeyPair reader = pair();
        SshServer server = ssh(reader);
        try {
            KeyPair hostKey =
                    server.getKeyPairProvider().loadKeys(null).iterator().next();
            Map<String, String> members = new HashMap<>(Map.of(
                    "host",
                    "localhost",
                    "port",
                    "" + server.getPort(),
                    "username",
                    "feed",
                    "filePath",
                    "/products.json",
                    "hostKey",
                    KeyUtils.getFingerPrint(BuiltinDigests.sha256, hostKey.getPublic())));

            // Then
            Fetched fetched = fetch(ConnectionType.SFTP, members, Map.of("privateKey", pem(reader)));
            assertThat(fetched.file()).hasContent(CONTENT);
            Files.delete(fetched.file());
            assertThatThrownBy(() -> fetch(ConnectionType.SFTP, members, Map.of("privateKey", pem(pair()))))
                    .isInstanceOf(SyncFailureException.class)
                    .hasMessageContaining("credentials")
                    .satisfies(SecureFeedsTest::isMisconfigured);
            assertThatThrownBy(() -> fetch(ConnectionType.SFTP, members, Map.of("privateKey", "no key")))
                    .isInstanceOf(SyncFailureException.class)
                    .hasMessageContaining("credentials.privateKey cannot be read")
                    .satisfies(SecureFeedsTest::isMisconfigured);
        } finally {
            server.stop();
        }
    }

    private void isRefused(Map<String, String> members) {
        assertThatThrownBy(() -> fetch(ConnectionType.FTPS, members, Map.of("password", "right")))
                .isInstanceOf(SyncFailureException.class)
                .hasMessageContaining("certificate")
                .satisfies(SecureFeedsTest::isMisconfigured);
    }

    private static void isMisconfigured(Throwable e) {
        assertThat(((SyncFailureException) e).failure()).isInstanceOf(Misconfigured.class);
    }

    private Fetched fetch(ConnectionType type, Map<String, String> members, Map<String, String> secrets) {
        return (Fetched) fetcher.fetch(new Connection(type, members), secrets, Validators.NONE)
                .await()
                .atMost(LIMIT);
    }

    private record Secured(FtpServer ftp, int port) {

        Map<String, String> members(String certificate) {
            return new HashMap<>(Map.of(
                    "host",
                    "localhost",
                    "port",
                    "" + port,
                    "username",
                    "feed",
                    "filePath",
                    "/products.json",
                    "certificate",
                    certificate));
        }
    }

    private Secured ftps(Path keyStore) throws Exception {
        SslConfigurationFactory tls = new SslConfigurationFactory();
        tls.setKeystoreFile(keyStore.toFile());
        tls.setKeystoreType("PKCS12");
        tls.setKeystorePassword(STORE_PASSWORD);
        ListenerFactory listener = new ListenerFactory();
        listener.setPort(0);
        listener.setServerAddress("127.0.0.1");
        listener.setSslConfiguration(tls.createSslConfiguration());
        Listener started = listener.createListener();
        FtpServerFactory factory = new FtpServerFactory();
        factory.setListeners(new HashMap<>(Map.of("default", started)));
        BaseUser user = new BaseUser();
        user.setName("feed");
        user.setPassword("right");
        user.setHomeDirectory(directory.toString());
        factory.getUserManager().save(user);
        FtpServer server = factory.createServer();
        server.start();
        return new Secured(server, started.getPort());
    }

    /** A key with a certificate that it has signed itself. */
    private Path keyStore(String file, String name) throws Exception {
        Path store = keys.resolve(file + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=dns:" + name,
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        STORE_PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).isZero();
        return store;
    }

    private static String certificate(Path store) throws Exception {
        KeyStore read = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            read.load(in, STORE_PASSWORD.toCharArray());
        }
        return pem("CERTIFICATE", read.getCertificate("server").getEncoded());
    }

    private SshServer ssh(KeyPair reader) throws IOException {
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider(keys.resolve("hostkey")));
        server.setPublickeyAuthenticator(
                (user, key, session) -> user.equals("feed") && KeyUtils.compareKeys(key, reader.getPublic()));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(directory));
        server.start();
        return server;
    }

    private static KeyPair pair() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static String pem(KeyPair pair) {
        return pem("PRIVATE KEY", pair.getPrivate().getEncoded());
    }

    private static String pem(String kind, byte[] content) {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }
}
