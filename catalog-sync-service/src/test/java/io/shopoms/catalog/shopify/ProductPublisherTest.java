package io.shopoms.catalog.shopify;

import static io.shopoms.catalog.fixtures.Wanted.product;
import static io.shopoms.catalog.fixtures.Wanted.variant;
import static io.shopoms.catalog.shopify.ShopifySide.STORE;
import static io.shopoms.catalog.shopify.ShopifySide.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopoms.catalog.fixtures.LittleShopify;
import io.shopoms.catalog.fixtures.LittleShopify.Answer;
import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductField;
import io.shopoms.catalog.shopify.ShopifyWriter.Written;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProductPublisherTest {

    private final ShopifySide side = new ShopifySide();
    private final LittleShopify shopify = side.shopify();

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void whatIsCreatedIsShownInTheChosenChannels() {
        // Given
        side.publishTo("online store", "Point of Sale");

        // When
        Written first = create(1);
        Written second = create(2);

        // Then
        assertThat(first.unpublished()).isEmpty();
        assertThat(showing(first)).containsExactly("Online Store", "Point of Sale");
        assertThat(showing(second)).containsExactly("Online Store", "Point of Sale");
        assertThat(shopify.calls("publications")).as("looked up once").isEqualTo(1);
    }

    @Test
    void withoutChosenChannelsNothingIsAsked() {
        // When
        create(1);

        // Then
        assertThat(shopify.calls()).containsExactly("product_set");
    }

    @Test
    void aMissingChannelIsNamedAndTheProductIsPublishedLater() {
        // Given
        side.publishTo("Online Store", "Market of Dreams");

        // When
        Written written = create(1);

        // Then
        SyncFailure why = written.unpublished().orElseThrow();
        assertThat(written.created()).isTrue();
        assertThat(why).isInstanceOf(RejectedByTarget.class);
        assertThat(why.message())
                .contains("'Market of Dreams'", written.product().toString());
        assertThat(why.remedy()).contains("SHOPOMS_CATALOG_PUBLISH_TO");

        // When
        side.publishTo("Online Store");
        Written again = update(written.product(), 1);

        // Then
        assertThat(again).isEqualTo(new Written(written.product(), true, 0, Optional.empty()));
        assertThat(showing(written)).containsExactly("Online Store");
        assertThat(shopify.size()).isEqualTo(1);
    }

    @Test
    void aMissingScopeIsToldForEachProductAndStopsNothing() {
        // Given
        side.publishTo("Online Store");
        shopify.channels().deny(true);

        // When
        Written written = create(1);

        // Then
        assertThat(written.unpublished().orElseThrow())
                .as("not a misconfiguration: that would stop the store")
                .isInstanceOf(RejectedByTarget.class);
        assertThat(written.unpublished().orElseThrow().remedy()).contains("read_publications", "write_publications");

        // When
        shopify.channels().deny(false);
        update(written.product(), 1);

        // Then
        assertThat(showing(written)).containsExactly("Online Store");
    }

    @Test
    void afterALostAnswerItIsPublishedOnceMore() {
        // Given
        side.publishTo("Online Store");
        shopify.answer(Answer.PROMPT, Answer.LOST_BEFORE);

        // When
        Written written = create(1);
        Written again = update(written.product(), 1);

        // Then
        assertThat(written.unpublished().orElseThrow()).isInstanceOf(TransientFailure.class);
        assertThat(again.unpublished()).isEmpty();
        assertThat(showing(written)).containsExactly("Online Store");
    }

    @Test
    void aCreationWhoseAnswerWasLostEndsWithAPublishedProduct() {
        // Given
        side.publishTo("Online Store");
        shopify.answer(Answer.LOST_AFTER);
        assertThatThrownBy(() -> create(1)).isInstanceOf(SyncFailureException.class);

        // When
        Written written = create(1);

        // Then
        assertThat(shopify.size()).isEqualTo(1);
        assertThat(showing(written)).containsExactly("Online Store");
    }

    @Test
    void whatAPersonTookOutOfTheChannelsStaysOut() {
        // Given
        side.publishTo("Online Store");
        Written written = create(1);
        shopify.channels().hide(written.product().value());

        // When
        update(written.product(), 2);

        // Then
        assertThat(showing(written)).isEmpty();
    }

    @Test
    void manyAreUploadedAndALineWithoutAnAnswerIsDoneSingly() {
        // Given
        side.publishTo("Online Store");
        shopify.bulk()
                .spoil(lines -> lines.get(0).contains("publishablePublish")
                        ? new ArrayList<>(lines.subList(0, lines.size() - 2))
                        : lines);
        List<ProductWish> wishes = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            wishes.add(ProductWish.creation("feed:" + i, wanted(i)));
        }

        // When
        List<ShopifyBulkWriter.Result> results = answer(side.bulkWriter(10).write(STORE, wishes));

        // Then
        assertThat(shopify.calls("publishable_publish")).isEqualTo(2);
        assertThat(shopify.calls("bulk_run_mutation")).isEqualTo(2);
        assertThat(results).hasSize(12).allSatisfy(result -> {
            Written written = result.written().orElseThrow();
            assertThat(written.unpublished()).isEmpty();
            assertThat(showing(written)).containsExactly("Online Store");
        });
    }

    @Test
    void aMissingScopeLeavesUploadedProductsCreated() {
        // Given
        side.publishTo("Online Store");
        shopify.channels().deny(true);
        List<ProductWish> wishes = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            wishes.add(ProductWish.creation("feed:" + i, wanted(i)));
        }

        // When
        List<ShopifyBulkWriter.Result> results = answer(side.bulkWriter(10).write(STORE, wishes));

        // Then
        assertThat(shopify.size()).isEqualTo(12);
        assertThat(results)
                .hasSize(12)
                .allSatisfy(result ->
                        assertThat(result.written().orElseThrow().unpublished()).isPresent());
        assertThat(shopify.calls("publications")).as("asked once for all").isEqualTo(1);
    }

    private Written create(int number) {
        return answer(side.writer().write(STORE, ProductWish.creation("odoo:" + number, wanted(number))));
    }

    /** The record of product 1, with the content of a number. */
    private Written update(ShopifyId id, int number) {
        ShopifyProduct present =
                answer(side.products().read(STORE, List.of(id))).get(id);
        return answer(side.writer()
                .write(
                        STORE,
                        new ProductWish(
                                "odoo:1",
                                Optional.of(present),
                                wanted(number),
                                EnumSet.allOf(ProductField.class),
                                true,
                                Map.of())));
    }

    private static Product wanted(int number) {
        return product("Thing " + number, List.of("Title"), List.of(variant("T-" + number, "5", "Default Title")));
    }

    private Set<String> showing(Written written) {
        return shopify.channels().showing(written.product().value());
    }
}
