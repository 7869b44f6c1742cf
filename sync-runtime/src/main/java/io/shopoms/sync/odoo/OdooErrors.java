package io.shopoms.sync.odoo;

import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailure.MissingDependency;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.http.CallFailedException;
import io.shopoms.sync.http.NoAnswerException;
import java.util.Set;

/**
 * What an error of Odoo means. Decides by HTTP status and exception name, never by the message, which is written in the
 * language of the integration user.
 *
 * <p>Whatever Odoo itself reports was rolled back with its transaction; an answer of a proxy says nothing about that.
 */
final class OdooErrors {

    private static final String EXCEPTIONS = "odoo.exceptions.";
    private static final Set<String> BUSINESS_RULES =
            Set.of(EXCEPTIONS + "UserError", EXCEPTIONS + "ValidationError", EXCEPTIONS + "RedirectWarning");

    private OdooErrors() {}

    static CallFailedException failed(OdooCall call, OdooError error) {
        boolean rolledBack = !error.name().isEmpty() || error.status() == 429;
        return new CallFailedException(classify(call, error), rolledBack, error.name());
    }

    static CallFailedException failed(NoAnswerException e) {
        SyncFailure failure = switch (e.reason()) {
            case NOT_SENT, UNKNOWN_OUTCOME -> new TransientFailure("Odoo: " + e.getMessage());
            case NOT_TRUSTED ->
                new Misconfigured(
                        "Odoo: " + e.getMessage(),
                        "Give Odoo a certificate of a known authority, or add its authority to the trust store.");
            case TOO_LARGE ->
                new RejectedByTarget(
                        "Odoo: " + e.getMessage(), "Raise shopoms.odoo.max-answer-size if that is plausible.");
        };
        return new CallFailedException(failure, e.reason() == NoAnswerException.Reason.NOT_SENT);
    }

    static SyncFailure classify(OdooCall call, OdooError error) {
        String name = error.name();
        if (name.startsWith("psycopg2.") || name.equals(EXCEPTIONS + "LockError")) {
            return new TransientFailure("Odoo's database refused " + call.operation() + " for now (" + name + ")");
        }
        if (name.equals(EXCEPTIONS + "MissingError")) {
            return new MissingDependency(
                    call.operation() + " needs a record that is no longer in Odoo: " + error.message(),
                    "It was deleted in Odoo, or a configured id points to nothing. Ids are looked up again at the next try.");
        }
        if (BUSINESS_RULES.contains(name)) {
            return new RejectedByTarget(
                    "Odoo refused " + call.operation() + ": " + error.message(),
                    "Do in Odoo, or with the record in Shopify, what the message asks for; then retry.");
        }
        if (name.equals(EXCEPTIONS + "AccessDenied") && error.status() == 200) {
            return wrongKey();
        }
        if (name.startsWith(EXCEPTIONS + "Access")) {
            return noRight(call, error);
        }
        return byStatus(call, error);
    }

    private static SyncFailure byStatus(OdooCall call, OdooError error) {
        int status = error.status();
        boolean odoo = !error.name().isEmpty();
        if (status == 401) {
            return wrongKey();
        }
        if (status == 403) {
            return noRight(call, error);
        }
        if (status == 404 && !odoo) {
            return new Misconfigured("Odoo does not know the database, or its API (404)", OdooSettings.CHECK_DATABASE);
        }
        if (status >= 300 && status < 400) {
            return new Misconfigured("Odoo's address redirects elsewhere (" + status + ")", OdooSettings.CHECK_URL);
        }
        if (status == 408 || status == 409 || status == 429 || status > 500 || (status == 500 && !odoo)) {
            return new TransientFailure("Odoo answered " + status + " to " + call.operation(), error.retryAfter());
        }
        return new RejectedByTarget(
                "Odoo cannot carry out " + call.operation() + " (" + status + (odoo ? ", " + error.name() : "") + ")"
                        + (error.message().isEmpty() ? "" : ": " + error.message()),
                status == 404
                        ? "The Odoo app that brings " + call.model()
                                + " is not installed, or its version lacks this method."
                        : OdooSettings.REPORT);
    }

    static Misconfigured wrongKey() {
        return new Misconfigured(
                "Odoo does not accept the API key (unknown, expired or revoked)", OdooSettings.RENEW_KEY);
    }

    private static Misconfigured noRight(OdooCall call, OdooError error) {
        return noRight(call.operation(), call.model(), error.message());
    }

    static Misconfigured noRight(String operation, String model, String message) {
        return new Misconfigured(
                "Odoo's integration user may not call " + operation + (message.isEmpty() ? "" : ": " + message),
                "In Odoo, give the user of ODOO_API_KEY the rights for " + model + ": " + AccessGroups.neededFor(model)
                        + ".");
    }
}
