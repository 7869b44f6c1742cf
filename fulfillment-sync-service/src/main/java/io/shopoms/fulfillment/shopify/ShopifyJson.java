package io.shopoms.fulfillment.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.model.ShopifyId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads nodes of the GraphQL answers. */
final class ShopifyJson {

    private ShopifyJson() {}

    static List<JsonNode> nodes(JsonNode connection) {
        List<JsonNode> nodes = new ArrayList<>();
        connection.path("nodes").forEach(nodes::add);
        return nodes;
    }

    static FulfillmentOrder fulfillmentOrder(JsonNode node, List<JsonNode> lines) {
        List<String> holds = new ArrayList<>();
        node.path("fulfillmentHolds")
                .forEach(hold -> holds.add(hold.path("reason").asText()));
        return new FulfillmentOrder(
                id(node),
                node.path("status").asText(),
                Optional.ofNullable(node.path("assignedLocation")
                                .path("location")
                                .path("id")
                                .textValue())
                        .map(ShopifyId::parse),
                holds,
                lines.stream()
                        .map(line -> new FulfillmentOrder.Line(
                                id(line),
                                id(line.path("lineItem")),
                                line.path("remainingQuantity").asInt()))
                        .toList());
    }

    static Fulfillment fulfillment(JsonNode node, List<JsonNode> lines) {
        return new Fulfillment(
                id(node),
                node.path("name").asText(),
                node.path("status").asText(),
                lines.stream()
                        .map(line -> Quantities.of(
                                id(line.path("lineItem")), line.path("quantity").asInt()))
                        .reduce(Quantities.NONE, Quantities::plus),
                tracking(node.path("trackingInfo")));
    }

    private static Tracking tracking(JsonNode infos) {
        List<String> numbers = new ArrayList<>();
        List<String> urls = new ArrayList<>();
        Optional<String> company = Optional.empty();
        for (JsonNode info : infos) {
            text(info, "number").ifPresent(numbers::add);
            text(info, "url").ifPresent(urls::add);
            company = company.or(() -> text(info, "company"));
        }
        return new Tracking(company, numbers, urls);
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.ofNullable(node.path(field).textValue()).filter(text -> !text.isBlank());
    }

    static ShopifyId id(JsonNode node) {
        return ShopifyId.parse(node.path("id").textValue());
    }
}
