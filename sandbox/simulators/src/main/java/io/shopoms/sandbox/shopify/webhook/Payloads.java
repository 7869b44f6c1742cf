package io.shopoms.sandbox.shopify.webhook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.sandbox.fault.Json;
import io.shopoms.sandbox.shopify.order.money.Money;
import io.shopoms.sandbox.shopify.order.money.MoneyBag;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.BiConsumer;

/** How webhooks write what every part of them has: amounts, times, ids. */
final class Payloads {

    private Payloads() {}

    static ObjectNode object() {
        return Json.MAPPER.createObjectNode();
    }

    /** {@code id} and {@code admin_graphql_api_id}. */
    static ObjectNode identified(long id, String type) {
        return object().put("id", id).put("admin_graphql_api_id", "gid://shopify/" + type + "/" + id);
    }

    /** {@code name} as text in the shop's currency and {@code name_set} in both. */
    static void amount(ObjectNode node, String name, MoneyBag bag) {
        node.put(name, bag.shopMoney().text());
        node.set(name + "_set", set(bag));
    }

    static ObjectNode set(MoneyBag bag) {
        ObjectNode set = object();
        set.set("shop_money", money(bag.shopMoney()));
        set.set("presentment_money", money(bag.presentmentMoney()));
        return set;
    }

    private static ObjectNode money(Money money) {
        return object().put("amount", money.text()).put("currency_code", money.currencyCode());
    }

    /** Local time of the shop with its offset, to the second; null for null. */
    static String time(Instant at, ZoneId zone) {
        return at == null
                ? null
                : DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx").format(at.atZone(zone));
    }

    static <T> ArrayNode array(Iterable<T> items, BiConsumer<ArrayNode, T> add) {
        ArrayNode array = Json.MAPPER.createArrayNode();
        items.forEach(item -> add.accept(array, item));
        return array;
    }

    static void nulls(ObjectNode node, String... names) {
        for (String name : names) {
            node.putNull(name);
        }
    }
}
