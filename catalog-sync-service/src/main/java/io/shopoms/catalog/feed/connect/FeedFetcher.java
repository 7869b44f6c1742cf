package io.shopoms.catalog.feed.connect;

import io.quarkus.runtime.StartupEvent;
import io.shopoms.catalog.feed.config.Connection;
import io.shopoms.catalog.feed.config.FeedSettings;
import io.shopoms.catalog.feed.connect.FetchResult.Validators;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Map;

/** Fetches files, each on a worker thread. */
@Singleton
public class FeedFetcher {

    private final AddressGuard guard;
    private final FeedSettings settings;
    private final Vertx vertx;

    FeedFetcher(AddressGuard guard, FeedSettings settings, Vertx vertx) {
        this.guard = guard;
        this.settings = settings;
        this.vertx = vertx;
    }

    /**
     * Fetches the file.
     *
     * @param known what told the version that was fetched last
     * @return the whole file; fails with a {@code SyncFailureException} that says why it did not come, with nothing left over
     */
    public Uni<FetchResult> fetch(Connection connection, Map<String, String> secrets, Validators known) {
        return Uni.createFrom()
                .item(() -> fetch(new Fetch(connection, secrets, known, settings)))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** Removes what a process left behind that was killed while it fetched. Younger files may be another one's. */
    void sweep(@Observes StartupEvent event) {
        Download.sweep(settings.fetchDeadline().multipliedBy(2));
    }

    private FetchResult fetch(Fetch fetch) {
        Download download;
        try {
            download = new Download(fetch);
        } catch (IOException e) {
            throw Unfetched.misconfigured(
                    "there is no room for temporary files", "Look at the directory for temporary files and its disk.");
        }
        boolean whole = false;
        try {
            FetchResult result = by(fetch, download);
            whole = result instanceof FetchResult.Fetched;
            return result;
        } catch (IOException e) {
            throw Unfetched.connectionLost(fetch, download.bytes());
        } finally {
            if (!whole) {
                discard(download);
            }
        }
    }

    private FetchResult by(Fetch fetch, Download download) throws IOException {
        return switch (fetch.connection().type()) {
            case FTP, FTPS -> new FtpFetch(fetch, guard.check(host(fetch))).fetch(download);
            case SFTP -> new SftpFetch(fetch, guard.check(host(fetch))).fetch(download);
            case HTTP, HTTPS -> new HttpFetch(fetch, guard, vertx).fetch(download);
            case FILE -> FileFetch.fetch(fetch, download);
        };
    }

    private static String host(Fetch fetch) {
        return fetch.connection().required("host");
    }

    private static void discard(Download download) {
        try {
            download.close();
        } catch (IOException e) {
            throw Unfetched.misconfigured(
                    "a temporary file cannot be removed", "Look at the directory for temporary files.");
        }
    }
}
