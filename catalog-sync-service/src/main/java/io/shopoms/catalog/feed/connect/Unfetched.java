package io.shopoms.catalog.feed.connect;

import io.shopoms.sync.failure.SyncFailure.InvalidPayload;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailure.MissingDependency;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;

/** Why a file could not be fetched. Nothing of it takes effect then. */
final class Unfetched {

    private Unfetched() {}

    static SyncFailureException wrongCredentials(Fetch fetch) {
        return misconfigured(
                "the server does not accept the credentials for " + fetch.place(),
                "Correct username and password (or key, or token) of the feed.");
    }

    static SyncFailureException notTrusted(Fetch fetch) {
        return misconfigured(
                "the certificate of the server of " + fetch.place() + " is not trusted, or is for another name",
                "Correct the host's name; for a certificate of your own, put it or its issuer's into credentials.certificate.");
    }

    static SyncFailureException misconfigured(String what, String remedy) {
        return new SyncFailureException(new Misconfigured("The feed cannot be fetched: " + what, remedy));
    }

    static SyncFailureException missing(Fetch fetch) {
        return new SyncFailureException(new MissingDependency(
                "The feed cannot be fetched: there is no file " + fetch.place() + ", or it may not be read",
                "Put the file there, or correct filePath. Nothing was removed."));
    }

    static SyncFailureException cutOff(Fetch fetch, long got, long announced) {
        return new SyncFailureException(new TransientFailure("The feed is cut off: " + got + " of " + announced
                + " bytes came of " + fetch.place() + "; nothing was removed"));
    }

    static SyncFailureException connectionLost(Fetch fetch, long got) {
        return new SyncFailureException(new TransientFailure("The feed is cut off: the connection was lost after " + got
                + " bytes of " + fetch.place() + "; nothing was removed"));
    }

    static SyncFailureException unreachable(Fetch fetch, String how) {
        return new SyncFailureException(
                new TransientFailure("The feed cannot be fetched: " + fetch.place() + " " + how));
    }

    static SyncFailureException tooLarge(Fetch fetch) {
        return new SyncFailureException(new InvalidPayload(
                "The feed is larger than " + fetch.settings().maxFileSize().asLongValue() + " bytes: " + fetch.place(),
                "Make the file smaller, or raise SHOPOMS_CATALOG_FEEDS_MAX_FILE_SIZE."));
    }
}
