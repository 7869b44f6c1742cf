package io.shopoms.sandbox.shopify.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.sandbox.shopify.order.Fulfillment;
import io.shopoms.sandbox.shopify.order.FulfillmentEvent;
import io.shopoms.sandbox.shopify.order.TrackingInfo;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/** The body of {@code fulfillments/*}, and a shipment as it stands in an order. */
public final class FulfillmentPayload {

    private final ZoneId zone;

    /** @param zone the shop's own, for all times */
    public FulfillmentPayload(ZoneId zone) {
        this.zone = zone;
    }

    /** The record that {@code fulfillments/*} carries: with destination and e-mail. */
    public ObjectNode of(Fulfillment fulfillment) {
        ObjectNode node = embedded(fulfillment);
        node.put("email", fulfillment.order().details().email());
        node.set("destination", AddressPayload.of(fulfillment.order().details().shippingAddress()));
        return node;
    }

    /** The record as it stands in {@code fulfillments[]} of an order. */
    ObjectNode embedded(Fulfillment fulfillment) {
        List<TrackingInfo> tracking = fulfillment.tracking();
        ObjectNode node = Payloads.identified(fulfillment.id(), "Fulfillment");
        node.put("created_at", Payloads.time(fulfillment.createdAt(), zone));
        node.put("location_id", fulfillment.location().id());
        node.put("name", fulfillment.name());
        node.put("order_id", fulfillment.order().id());
        node.putObject("origin_address");
        node.putObject("receipt");
        node.put("service", "manual");
        node.put("shipment_status", shipmentStatus(fulfillment));
        node.put("status", fulfillment.status().toLowerCase(Locale.ROOT));
        node.put("tracking_company", tracking.isEmpty() ? null : tracking.get(0).company());
        node.put("tracking_number", tracking.isEmpty() ? null : tracking.get(0).number());
        node.set(
                "tracking_numbers",
                Payloads.array(present(tracking, TrackingInfo::number), (array, each) -> array.add(each)));
        node.put("tracking_url", tracking.isEmpty() ? null : tracking.get(0).url());
        node.set(
                "tracking_urls",
                Payloads.array(present(tracking, TrackingInfo::url), (array, each) -> array.add(each)));
        node.put("updated_at", Payloads.time(fulfillment.updatedAt(), zone));
        node.set(
                "line_items",
                Payloads.array(
                        fulfillment.lines(),
                        (array, line) -> array.add(LinePayload.item(fulfillment.order(), line.lineItem())
                                .put("quantity", line.quantity()))));
        return node;
    }

    private static List<String> present(List<TrackingInfo> tracking, Function<TrackingInfo, String> part) {
        return tracking.stream().map(part).filter(Objects::nonNull).toList();
    }

    private static String shipmentStatus(Fulfillment fulfillment) {
        List<FulfillmentEvent> events = fulfillment.events();
        return events.isEmpty() ? null : events.get(events.size() - 1).status().toLowerCase(Locale.ROOT);
    }
}
