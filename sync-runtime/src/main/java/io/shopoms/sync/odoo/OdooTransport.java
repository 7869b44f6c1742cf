package io.shopoms.sync.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;

/** Writes one call for the wire and reads its answer. Fails with {@code CallFailedException}. */
interface OdooTransport {

    Uni<JsonNode> send(OdooCall call);

    /** Needs neither a key nor a database. */
    Uni<OdooVersion> version();
}
