package io.shopoms.catalog.feed.connect;

import io.shopoms.catalog.feed.connect.FetchResult.Fetched;
import io.shopoms.catalog.feed.connect.FetchResult.Validators;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.OptionalLong;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** SFTP with a pinned host key, by password or private key. Nothing of the machine's own SSH configuration is used. */
final class SftpFetch {

    private final Fetch fetch;
    private final InetAddress address;

    SftpFetch(Fetch fetch, InetAddress address) {
        this.fetch = fetch;
        this.address = address;
    }

    Fetched fetch(Download download) throws IOException {
        HostKey hostKey = new HostKey(fetch.connection().required("hostKey"));
        SshClient client = SshClient.setUpDefaultClient();
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setServerKeyVerifier(hostKey);
        client.start();
        try (ClientSession session = connect(client, hostKey)) {
            return download(session, download);
        } finally {
            client.stop();
        }
    }

    private ClientSession connect(SshClient client, HostKey hostKey) throws IOException {
        ClientSession session;
        try {
            session = client.connect(
                            fetch.connection().required("username"),
                            new InetSocketAddress(address, fetch.connection().port()))
                    .verify(fetch.settings().connectTimeout())
                    .getSession();
        } catch (IOException e) {
            throw Unfetched.unreachable(
                    fetch, "does not answer (" + e.getClass().getSimpleName() + ")");
        }
        fetch.secret("password").ifPresent(session::addPasswordIdentity);
        fetch.secret("privateKey").ifPresent(key -> session.addPublicKeyIdentity(keyPair(key)));
        try {
            session.auth().verify(fetch.settings().connectTimeout());
            return session;
        } catch (IOException e) {
            session.close(true);
            throw hostKey.accepted() ? Unfetched.wrongCredentials(fetch) : otherKey(hostKey);
        }
    }

    private RuntimeException otherKey(HostKey hostKey) {
        return hostKey.seen() == null
                ? Unfetched.unreachable(fetch, "ended the connection before it showed its key")
                : Unfetched.misconfigured(
                        "the server of " + fetch.place() + " has the key " + hostKey.seen() + " and not the pinned one",
                        "Ask whoever runs the server whether this is its key; if so, put it into credentials.hostKey.");
    }

    private KeyPair keyPair(String pem) {
        try (InputStream in = new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8))) {
            FilePasswordProvider passphrase =
                    fetch.secret("passphrase").map(FilePasswordProvider::of).orElse(FilePasswordProvider.EMPTY);
            return SecurityUtils.loadKeyPairIdentities(null, NamedResource.ofName("credentials"), in, passphrase)
                    .iterator()
                    .next();
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw Unfetched.misconfigured(
                    "credentials.privateKey cannot be read",
                    "Put it there as PEM or OpenSSH key, with its passphrase.");
        }
    }

    private Fetched download(ClientSession session, Download download) throws IOException {
        String path = fetch.connection().required("filePath");
        try (SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
            long size = sftp.stat(path).getSize();
            try (InputStream in = sftp.read(path)) {
                download.copy(in);
            }
            return download.whole(OptionalLong.of(size), Validators.NONE);
        } catch (SftpException e) {
            throw e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE
                            || e.getStatus() == SftpConstants.SSH_FX_PERMISSION_DENIED
                    ? Unfetched.missing(fetch)
                    : Unfetched.connectionLost(fetch, download.bytes());
        } catch (IOException e) {
            throw Unfetched.connectionLost(fetch, download.bytes());
        }
    }
}
