package io.shopoms.sandbox.odoo.transport;

import io.shopoms.sandbox.odoo.orm.OdooException;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a failure is told. {@code debug} is a traceback that a client must neither log nor pass on. */
final class Envelope {

    private static final String FRAME = "  File \"/usr/lib/odoo/http.py\", line 2170, in _transactioning\n";

    private Envelope() {}

    static Map<String, Object> of(OdooException failure) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("name", failure.name());
        envelope.put("message", failure.getMessage());
        envelope.put("arguments", failure.arguments());
        envelope.put("context", Map.of());
        envelope.put(
                "debug",
                "Traceback (most recent call last):\n" + FRAME.repeat(20) + failure.name() + ": "
                        + failure.getMessage());
        return envelope;
    }

    /** A bug of the simulator itself, told like any other Python error. */
    static OdooException unexpected(RuntimeException failure) {
        return OdooException.python("RuntimeError", "simulator: " + failure);
    }
}
