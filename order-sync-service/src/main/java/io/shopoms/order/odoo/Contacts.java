package io.shopoms.order.odoo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.order.mapping.ContactChange.Present;
import io.shopoms.sync.http.JsonBodies;
import io.shopoms.sync.odoo.OdooClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code res.partner} once more: what follows Shopify of contacts that exist. */
@ApplicationScoped
public class Contacts {

    private static final String MODEL = "res.partner";

    Contacts() {}

    /** Contacts as they are now; one that was deleted is absent. */
    public Uni<Map<Long, Present>> present(OdooClient odoo, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return odoo.read(MODEL, List.copyOf(ids), List.of("name", "email", "phone"))
                .map(found -> {
                    Map<Long, Present> present = new HashMap<>();
                    found.forEach(contact -> present.put(
                            Records.id(contact),
                            new Present(
                                    Records.text(contact, "name"),
                                    Records.text(contact, "email"),
                                    Records.text(contact, "phone"))));
                    return present;
                });
    }

    public Uni<Void> write(OdooClient odoo, long id, Map<String, String> values) {
        if (values.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        ObjectNode fields = JsonBodies.object();
        values.forEach(fields::put);
        return odoo.write(MODEL, List.of(id), fields);
    }
}
