package io.shopoms.catalog.feed.connect;

import io.shopoms.catalog.feed.config.ConnectionType;
import io.shopoms.catalog.feed.connect.FetchResult.Fetched;
import io.shopoms.catalog.feed.connect.FetchResult.Validators;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.time.Duration;
import java.util.OptionalLong;
import javax.net.ssl.SSLException;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPReply;
import org.apache.commons.net.ftp.FTPSClient;

/** FTP in passive mode, plain or over TLS. Data connections go to the checked address, whatever the server answers. */
final class FtpFetch {

    private final Fetch fetch;
    private final InetAddress address;

    FtpFetch(Fetch fetch, InetAddress address) {
        this.fetch = fetch;
        this.address = address;
    }

    Fetched fetch(Download download) throws IOException {
        FTPClient client = fetch.connection().type() == ConnectionType.FTPS ? secure() : new FTPClient();
        try {
            connect(client);
            return download(client, download);
        } catch (SSLException e) {
            throw Unfetched.notTrusted(fetch);
        } catch (IOException e) {
            throw download.bytes() > 0
                    ? Unfetched.connectionLost(fetch, download.bytes())
                    : Unfetched.unreachable(
                            fetch, "does not answer (" + e.getClass().getSimpleName() + ")");
        } finally {
            if (client.isConnected()) {
                client.disconnect();
            }
        }
    }

    private FTPSClient secure() {
        FTPSClient client = new FTPSClient("TLS", false);
        client.setTrustManager(TrustedCertificates.of(fetch.connection().find("certificate")));
        client.setEndpointCheckingEnabled(true);
        return client;
    }

    private void connect(FTPClient client) throws IOException {
        Duration read = fetch.settings().readTimeout();
        client.setSocketFactory(new PinnedSockets(address));
        client.setConnectTimeout(
                Math.toIntExact(fetch.settings().connectTimeout().toMillis()));
        client.setDefaultTimeout(Math.toIntExact(read.toMillis()));
        client.setDataTimeout(read);
        client.setControlEncoding("UTF-8");
        client.connect(fetch.connection().required("host"), fetch.connection().port());
        if (!FTPReply.isPositiveCompletion(client.getReplyCode())) {
            throw Unfetched.unreachable(fetch, "refuses connections with code " + client.getReplyCode());
        }
        if (!client.login(
                fetch.connection().required("username"),
                fetch.secret("password").orElse(""))) {
            throw Unfetched.wrongCredentials(fetch);
        }
        if (client instanceof FTPSClient secure) {
            secure.execPBSZ(0);
            secure.execPROT("P");
        }
        client.enterLocalPassiveMode();
        client.setFileType(FTP.BINARY_FILE_TYPE);
    }

    private Fetched download(FTPClient client, Download download) throws IOException {
        String path = fetch.connection().required("filePath");
        OptionalLong announced = size(client.getSize(path));
        try (InputStream in = client.retrieveFileStream(path)) {
            if (in == null) {
                throw FTPReply.isNegativeTransient(client.getReplyCode())
                        ? Unfetched.unreachable(fetch, "is not handed out now, code " + client.getReplyCode())
                        : Unfetched.missing(fetch);
            }
            download.copy(in);
        }
        if (!client.completePendingCommand()) {
            throw Unfetched.connectionLost(fetch, download.bytes());
        }
        client.logout();
        return download.whole(announced, Validators.NONE);
    }

    /** Not every server tells it. */
    private static OptionalLong size(String answer) {
        return answer != null && answer.strip().matches("\\d{1,18}")
                ? OptionalLong.of(Long.parseLong(answer.strip()))
                : OptionalLong.empty();
    }
}
