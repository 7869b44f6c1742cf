package io.shopoms.sync.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.http.CallFailedException;
import io.shopoms.sync.http.HttpAnswer;
import io.shopoms.sync.http.JsonBodies;

/** Reads the JSON of answers with status 200, which a login page or a cut-off answer does not hold. */
final class OdooAnswers {

    private OdooAnswers() {}

    static JsonNode json(OdooCall call, HttpAnswer answer) {
        if (!answer.isJson()) {
            throw new CallFailedException(
                    new Misconfigured(
                            "something that is not Odoo's API answered " + call.operation(), OdooSettings.CHECK_URL),
                    false);
        }
        return JsonBodies.read(answer.body())
                .orElseThrow(() -> new CallFailedException(
                        new TransientFailure("Odoo's answer to " + call.operation() + " cannot be read"), false));
    }
}
