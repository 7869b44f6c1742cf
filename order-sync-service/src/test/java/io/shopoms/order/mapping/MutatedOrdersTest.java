package io.shopoms.order.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.model.ShopDomain;
import io.shopoms.order.fixtures.KnownReferences;
import io.shopoms.order.fixtures.RecordedOrders;
import io.shopoms.order.policy.OrderPolicy.AmountsIn;
import io.shopoms.order.shopify.OrderJson;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.sync.cache.RawFormat;
import io.shopoms.sync.failure.SyncFailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Recorded orders of which one field holds something else: each is read and mapped, or refused with its remedy. */
class MutatedOrdersTest {

    private static final ShopDomain SHOP = new ShopDomain("acme.myshopify.com");
    private static final int VARIANTS = 4_000;

    private static final List<String> VALUES = List.of(
            "null",
            "7",
            "-1",
            "0",
            "1.5",
            "1e30",
            "true",
            "false",
            "\"text\"",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"12.345678\"",
            "\"1e5\"",
            "\"2026-13-45\"",
            "\"99999999999999999999\"",
            "[]",
            "[null]",
            "[[]]",
            "[1, \"a\"]",
            "{}",
            "{\"a\": 1}",
            "{\"shop_money\": 3}",
            "{\"amount\": \"x\"}");

    private final JsonMapper json = JsonMapper.builder().build();

    @ParameterizedTest
    @EnumSource(names = {"WEBHOOK", "GRAPHQL"})
    void anyValueAnywhereIsUnderstoodOrRefusedWithAReason(RawFormat format) throws Exception {
        // Given
        Random random = new Random(19);
        List<String> broken = new ArrayList<>();
        int understood = 0;

        for (int i = 0; i < VARIANTS; i++) {
            String kind =
                    RecordedOrders.all().get(random.nextInt(RecordedOrders.all().size()));
            ObjectNode payload = format == RawFormat.WEBHOOK
                    ? RecordedOrders.editableWebhook(kind)
                    : RecordedOrders.editableGraphql(kind);
            String value = VALUES.get(random.nextInt(VALUES.size()));
            String place = mutate(payload, json.readTree(value), random);

            // When
            try {
                ShopifyOrder order = OrderJson.decode(format, payload.toString(), AmountsIn.SHOP);
                SaleOrderMapper.map(SHOP, order, List.of(), KnownReferences.of(order));
                new Admission(false).refusal(order);
                understood++;
            } catch (SyncFailureException e) {
                if (e.failure().message().isBlank() || e.failure().remedy().isBlank()) {
                    broken.add(kind + " " + place + " = " + value + ": refused without a reason");
                }
            } catch (RuntimeException e) {
                broken.add(kind + " " + place + " = " + value + ": " + e);
            }
        }

        // Then
        assertThat(broken).isEmpty();
        assertThat(understood).isBetween(VARIANTS / 10, VARIANTS);
    }

    /** Puts a value in the place of a random one, and says where. */
    private static String mutate(ObjectNode payload, JsonNode value, Random random) {
        List<String> names = new ArrayList<>();
        List<Consumer<JsonNode>> places = new ArrayList<>();
        collect(payload, "", names, places);
        int chosen = random.nextInt(places.size());
        places.get(chosen).accept(value);
        return names.get(chosen);
    }

    private static void collect(JsonNode node, String path, List<String> names, List<Consumer<JsonNode>> places) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                names.add(path + "/" + field.getKey());
                places.add(value -> object.set(field.getKey(), value));
                collect(field.getValue(), path + "/" + field.getKey(), names, places);
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                names.add(path + "/" + i);
                places.add(value -> array.set(index, value));
                collect(array.get(i), path + "/" + i, names, places);
            }
        }
    }
}
