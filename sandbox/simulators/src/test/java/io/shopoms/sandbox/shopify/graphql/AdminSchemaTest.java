package io.shopoms.sandbox.shopify.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.introspection.Introspection;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.shopoms.sandbox.shopify.bulk.BulkFiles;
import io.shopoms.sandbox.shopify.bulk.BulkOperations;
import io.shopoms.sandbox.shopify.bulk.StagedUploads;
import io.shopoms.sandbox.shopify.catalog.CatalogEvents;
import io.shopoms.sandbox.shopify.catalog.CatalogWriting;
import io.shopoms.sandbox.shopify.catalog.ProductOperations;
import io.shopoms.sandbox.shopify.inventory.InventoryWriting;
import io.shopoms.sandbox.shopify.order.Merchant;
import io.shopoms.sandbox.shopify.order.Shop;
import io.shopoms.sandbox.shopify.webhook.Subscriptions;
import io.shopoms.sandbox.shopify.webhook.Topics;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdminSchemaTest {

    private final Shop shop =
            new Shop("acme.myshopify.com", Currency.getInstance("USD"), ZoneId.of("UTC"), Clock.systemUTC());
    private final CatalogWriting writing = shop.writing(CatalogEvents.none());
    private final BulkFiles files = new BulkFiles();
    private final GraphQLSchema schema = new AdminSchema(new Store(
                    shop,
                    new Access(),
                    Merchant.of(shop, change -> {}),
                    writing,
                    InventoryWriting.of(shop.stock(), shop::nextId, () -> {}),
                    new IdempotencyKeys(shop::now),
                    new ProductOperations(shop.catalog(), writing, (delay, work) -> work.run()),
                    new BulkOperations(shop::nextId, shop::now, (delay, work) -> work.run(), files, operation -> {}),
                    new StagedUploads(files),
                    new Subscriptions(shop::nextId)))
            .build();

    @Test
    void everyFieldOfTheSchemaIsAnsweredOnPurpose() {
        // Given
        List<String> forgotten = new ArrayList<>();

        // When
        schema.getAllTypesAsList().stream()
                .filter(type -> type instanceof GraphQLObjectType && !Introspection.isIntrospectionTypes(type))
                .map(GraphQLObjectType.class::cast)
                .forEach(type -> type.getFieldDefinitions().stream()
                        .map(field -> FieldCoordinates.coordinates(type.getName(), field.getName()))
                        .filter(field -> !schema.getCodeRegistry().hasDataFetcher(field))
                        .forEach(field -> forgotten.add(field.toString())));

        // Then
        assertThat(forgotten).isEmpty();
    }

    @Test
    void everyTopicHasAWebhookName() {
        // Given
        List<String> names = ((GraphQLEnumType) schema.getType("WebhookSubscriptionTopic"))
                .getValues().stream().map(value -> value.getName()).toList();

        // When
        List<String> topics = names.stream().map(Topics::ofGraphql).toList();

        // Then
        assertThat(topics)
                .contains(
                        "orders/partially_fulfilled",
                        "fulfillment_orders/placed_on_hold",
                        "customers_email_marketing_consent/update",
                        "customer.tags_added",
                        "app/uninstalled")
                .doesNotHaveDuplicates();
    }
}
