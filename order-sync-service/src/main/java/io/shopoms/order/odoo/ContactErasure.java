package io.shopoms.order.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.sync.http.JsonBodies;
import io.shopoms.sync.odoo.Domain;
import io.shopoms.sync.odoo.ExternalId;
import io.shopoms.sync.odoo.OdooClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a person out of the contact and the addresses that shopOMS made, and archives them. Not while documents that must
 * be kept or carried out name them: posted invoices, and orders that are not delivered.
 */
@ApplicationScoped
public class ContactErasure {

    private static final String MODEL = "res.partner";
    private static final Set<String> DONE = Set.of("full");
    private static final List<String> PERSONAL =
            List.of("email", "phone", "street", "street2", "city", "zip", "company_name");

    ContactErasure() {}

    /** What stands in the way, in words; empty if nothing does. */
    public Uni<Optional<String>> obstacle(OdooClient odoo, long contact) {
        return odoo.searchRead("account.move", below(contact).and("state", "=", "posted"), List.of("state"), "", 0)
                .chain(invoices -> odoo.searchRead(
                                "sale.order",
                                below(contact).and("state", "in", List.of("draft", "sent", "sale")),
                                List.of("state", "delivery_status"),
                                "",
                                0)
                        .map(orders -> obstacle(
                                invoices.size(),
                                orders.stream().filter(ContactErasure::isOpen).count())));
    }

    private static Domain below(long contact) {
        return Domain.where("partner_id", "child_of", List.of(contact));
    }

    /** A confirmed order that needs no delivery has no status of one. */
    private static boolean isOpen(JsonNode order) {
        String delivery = Records.text(order, "delivery_status");
        return !Records.text(order, "state").equals("sale") || !delivery.isEmpty() && !DONE.contains(delivery);
    }

    private static Optional<String> obstacle(long invoices, long orders) {
        List<String> words = new ArrayList<>();
        if (invoices > 0) {
            words.add(invoices + " posted invoice(s) or credit note(s)");
        }
        if (orders > 0) {
            words.add(orders + " order(s) that are not delivered");
        }
        return Optional.of(String.join(" and ", words)).filter(text -> !text.isEmpty());
    }

    /**
     * Erases a contact and those of its addresses that shopOMS made. May be repeated.
     *
     * @param name what it is called from now on
     */
    public Uni<Void> erase(OdooClient odoo, long contact, String name) {
        return odoo.searchRead(MODEL, Domain.where("parent_id", "=", contact), List.of("id"), "", 0)
                .map(children -> children.stream().map(Records::id).toList())
                .chain(children -> odoo.externalIdsOf(MODEL, children))
                .map(children -> withOurs(contact, children))
                .chain(ids -> odoo.write(MODEL, ids, erased(name)));
    }

    private static List<Long> withOurs(long contact, Map<Long, List<ExternalId>> children) {
        List<Long> ids = new ArrayList<>(List.of(contact));
        children.forEach((id, names) -> {
            if (!names.isEmpty()) {
                ids.add(id);
            }
        });
        return ids;
    }

    private static ObjectNode erased(String name) {
        ObjectNode values = JsonBodies.object().put("name", name).put("active", false);
        PERSONAL.forEach(field -> values.put(field, false));
        return values;
    }
}
