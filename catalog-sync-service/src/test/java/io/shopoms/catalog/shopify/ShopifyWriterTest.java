package io.shopoms.catalog.shopify;

import static io.shopoms.catalog.fixtures.Wanted.product;
import static io.shopoms.catalog.fixtures.Wanted.variant;
import static io.shopoms.catalog.shopify.ShopifySide.STORE;
import static io.shopoms.catalog.shopify.ShopifySide.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopoms.catalog.fixtures.LittleShopify;
import io.shopoms.catalog.fixtures.LittleShopify.Answer;
import io.shopoms.catalog.fixtures.Wanted;
import io.shopoms.catalog.product.Metafield;
import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductField;
import io.shopoms.catalog.product.ProductImage;
import io.shopoms.catalog.product.Variant;
import io.shopoms.catalog.shopify.ShopifyProduct.VariantIdentity;
import io.shopoms.catalog.shopify.ShopifyWriter.Written;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure.InvalidPayload;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShopifyWriterTest {

    private static final Set<ProductField> ALL = EnumSet.allOf(ProductField.class);
    private static final List<String> SIZE_AND_COLOUR = List.of("Size", "Colour");

    private final ShopifySide side = new ShopifySide();
    private final LittleShopify shopify = side.shopify();
    private final ShopifyWriter writer = side.writer();

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void aProductIsCreatedWithEverythingInOneCall() {
        // Given
        Product wanted = Wanted.withMetafields(
                Wanted.withImages(
                        Wanted.described(product(
                                "Größe \"L\" Shirt",
                                SIZE_AND_COLOUR,
                                List.of(
                                        Wanted.heavy(variant("S-R", "19.90", "S", "Red"), "180.5"),
                                        variant("M-R", "0", "M", "Red")))),
                        new ProductImage("https://odoo.example.com/web/image/1.png", Optional.of("Front"))),
                List.of(new Metafield("custom", "care", "single_line_text_field", "Cold")));

        // When
        Written written = answer(writer.write(STORE, ProductWish.creation("odoo:42", wanted)));

        // Then
        ShopifyProduct created = read(written.product());
        assertThat(written.created()).isTrue();
        assertThat(shopify.calls("product_set")).isEqualTo(1);
        assertThat(created.handle()).isEqualTo("große-l-shirt".replace("ß", "-"));
        assertThat(created.source()).contains("odoo:42");
        assertThat(plan(created, wanted, true).steps())
                .as("nothing is left to do")
                .isEmpty();
        assertThat(created.content().variants()).isEqualTo(stated(wanted, created));
    }

    @Test
    void nothingIsSentWhenNothingDiffers() {
        // Given
        ShopifyId shirt = shirt();

        // When
        Written written = write(shirt, read(shirt).content(), ALL, true);

        // Then
        assertThat(written.mutations()).isZero();
        assertThat(shopify.calls()).containsOnly("products_by_id");
    }

    @Test
    void whatShopifyWouldDropIsNoDifference() {
        // Given
        ShopifyId shirt = shirt();
        Product now = read(shirt).content();
        Product padded = new Product(
                Optional.of(" Shirt "),
                Optional.empty(),
                Optional.of(""),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now.options(),
                now.variants().stream()
                        .map(each -> variant(
                                " " + each.sku().orElseThrow() + " ",
                                "10.000",
                                each.optionValues().toArray(new String[0])))
                        .toList(),
                Optional.empty(),
                List.of());

        // Then
        assertThat(plan(read(shirt), padded, true).steps()).isEmpty();
    }

    @Test
    void pricesAndSkusAreChangedWithoutTouchingAnythingElse() {
        // Given
        ShopifyId shirt = shirt();
        Product dearer = Wanted.each(
                read(shirt).content(),
                each -> each.optionValues().contains("Blue")
                        ? variant(
                                each.sku().orElseThrow(),
                                "25.00",
                                each.optionValues().toArray(new String[0]))
                        : each);
        shopify.forgetCalls();

        // When
        write(shirt, dearer, ALL, true);

        // Then
        assertThat(shopify.calls()).containsExactly("products_by_id", "product_variants_bulk_update");
        assertThat(shopify.lastInput().path("variants"))
                .hasSize(1)
                .allSatisfy(variant -> assertThat(variant).hasSize(2));
        assertThat(shopify.describe(shirt.value())).contains("[M, Blue] M-B 25").contains("[S, Red] S-R 10");
    }

    @Test
    void moreVariantsThanShopifyTakesAtOnceAreChangedInParts() {
        // Given
        ShopifyId screws = new ShopifyId(shopify.create(ShopifyProductsTest.screws(600)));
        Product dearer = Wanted.each(
                read(screws).content(),
                each -> variant(
                        each.sku().orElseThrow(), "0.2", each.optionValues().get(0)));
        shopify.forgetCalls();

        // When
        Written written = write(screws, dearer, ALL, true);

        // Then
        assertThat(written.mutations()).isEqualTo(3);
        assertThat(shopify.calls("product_variants_bulk_update")).isEqualTo(3);
        assertThat(plan(read(screws), dearer, true).steps()).isEmpty();
    }

    @Test
    void whatAnotherSideLeadsStaysAsItIs() {
        // Given
        ShopifyId shirt = shirt();
        Product other = Wanted.described(Wanted.each(
                read(shirt).content(),
                each -> variant(
                        "X" + each.sku().orElseThrow(),
                        "99",
                        each.optionValues().toArray(new String[0]))));

        // When
        write(shirt, other, Set.of(ProductField.PRICE, ProductField.STATUS), true);

        // Then
        Product now = read(shirt).content();
        assertThat(now.title()).contains("Shirt");
        assertThat(now.description()).contains("");
        assertThat(now.status()).isEqualTo(other.status());
        assertThat(now.variants())
                .extracting(Variant::sku)
                .containsExactly(Optional.of("S-R"), Optional.of("M-R"), Optional.of("M-B"));
        assertThat(now.variants())
                .allSatisfy(each -> assertThat(each.price())
                        .isEqualTo(other.variants().get(0).price()));
    }

    @Test
    void aNewAndARemovedVariantLeaveAllOthersAlone() {
        // Given
        ShopifyId shirt = shirt();
        shopify.addVideo(shirt.value());
        ShopifyProduct before = read(shirt);
        Product wanted = product(
                "Shirt",
                SIZE_AND_COLOUR,
                List.of(
                        variant("S-R", "10", "S", "Red"),
                        variant("M-B", "10", "M", "Blue"),
                        variant("L-B", "12", "L", "Blue")));

        // When
        write(shirt, wanted, ALL, true);

        // Then
        ShopifyProduct after = read(shirt);
        assertThat(after.byValues().keySet())
                .containsExactly(List.of("S", "Red"), List.of("M", "Blue"), List.of("L", "Blue"));
        assertThat(after.byValues())
                .containsAllEntriesOf(Map.of(
                        List.of("S", "Red"), before.byValues().get(List.of("S", "Red")),
                        List.of("M", "Blue"), before.byValues().get(List.of("M", "Blue"))));
        assertThat(after.media()).isEqualTo(before.media());
        assertThat(after.content().metafields()).isEqualTo(before.content().metafields());
        assertThat(after.options().get(1).unused())
                .as("a value that was kept for later")
                .contains("Green");
    }

    @Test
    void withoutTheLeadOverTheStructureNoVariantComesOrGoes() {
        // Given
        ShopifyId shirt = shirt();
        Product wanted = product(
                "Shirt", SIZE_AND_COLOUR, List.of(variant("S-R", "11", "S", "Red"), variant("L-B", "12", "L", "Blue")));

        // When
        write(shirt, wanted, ALL, false);

        // Then
        assertThat(shopify.describe(shirt.value()))
                .contains("[S, Red] S-R 11", "[M, Red] M-R 10", "[M, Blue] M-B 10")
                .doesNotContain("[L, Blue]");
    }

    @Test
    void renamedValuesAndOptionsKeepTheirVariants() {
        // Given
        ShopifyId shirt = shirt();
        ShopifyProduct before = read(shirt);
        Product renamed = product(
                "Shirt",
                List.of("Size", "Color"),
                List.of(
                        variant("", "10", "S", "Crimson"),
                        variant("", "10", "M", "Crimson"),
                        variant("", "10", "M", "Navy")));
        Map<List<String>, ShopifyId> known = Map.of(
                List.of("S", "Crimson"), id(before, "S", "Red"),
                List.of("M", "Crimson"), id(before, "M", "Red"),
                List.of("M", "Navy"), id(before, "M", "Blue"));

        // When
        answer(writer.write(STORE, new ProductWish("odoo:1", Optional.of(before), renamed, Set.of(), true, known)));

        // Then
        ShopifyProduct after = read(shirt);
        assertThat(after.variants()).isEqualTo(before.variants());
        assertThat(after.options())
                .extracting("id")
                .isEqualTo(before.options().stream().map(o -> o.id()).toList());
        assertThat(after.content().variants()).extracting(Variant::sku).startsWith(Optional.of("S-R"));
        assertThat(after.byValues())
                .containsOnlyKeys(List.of("S", "Crimson"), List.of("M", "Crimson"), List.of("M", "Navy"));
    }

    @Test
    void aRenamedVariantIsFoundByItsSkuWhereNothingElseIsKnown() {
        // Given
        ShopifyId shirt = shirt();
        ShopifyProduct before = read(shirt);
        Product renamed = product(
                "Shirt",
                SIZE_AND_COLOUR,
                List.of(
                        variant("S-R", "10", "S", "Red"),
                        variant("M-R", "10", "Medium", "Red"),
                        variant("M-B", "10", "M", "Blue")));

        // When
        write(shirt, renamed, ALL, true);

        // Then
        assertThat(id(read(shirt), "Medium", "Red")).isEqualTo(id(before, "M", "Red"));
    }

    @Test
    void variantsThatSwapTheirSkusStayThemselves() {
        // Given
        ShopifyId shirt = shirt();
        ShopifyProduct before = read(shirt);
        Product swapped = product(
                "Shirt",
                SIZE_AND_COLOUR,
                List.of(
                        variant("M-R", "10", "S", "Red"),
                        variant("S-R", "10", "M", "Red"),
                        variant("M-B", "10", "M", "Blue")));

        // When
        write(shirt, swapped, ALL, true);

        // Then
        assertThat(read(shirt).byValues()).isEqualTo(before.byValues());
        assertThat(shopify.describe(shirt.value())).contains("[S, Red] M-R", "[M, Red] S-R");
        assertThat(shopify.calls()).doesNotContain("product_set");
    }

    @Test
    void picturesAreReplacedWithoutLosingTheFilm() {
        // Given
        ShopifyId shirt = shirt();
        shopify.addVideo(shirt.value());
        ProductImage front = new ProductImage("https://odoo.example.com/web/image/1.png", Optional.of("Front"));
        ProductImage back = new ProductImage("https://odoo.example.com/web/image/2.png", Optional.empty());
        Product first = Wanted.withImages(read(shirt).content(), front, back);
        write(shirt, first, ALL, true);
        List<Long> before = shopify.media(shirt.value());

        // When
        Written again = write(shirt, first, ALL, true);
        write(shirt, Wanted.withImages(read(shirt).content(), back), ALL, true);

        // Then
        assertThat(again.mutations()).as("Shopify's copies are recognised").isZero();
        assertThat(before).hasSize(3).contains(777L);
        assertThat(shopify.media(shirt.value())).containsExactly(before.get(1), 777L);
        assertThat(read(shirt).content().variants()).hasSize(3);
    }

    @Test
    void metafieldsAreSetInPartsAndOthersStay() {
        // Given
        ShopifyId shirt = shirt();
        List<Metafield> fields = IntStream.range(0, 30)
                .mapToObj(i -> new Metafield("custom", "f" + i, "number_integer", "" + i))
                .toList();
        Product wanted = Wanted.withMetafields(read(shirt).content(), fields);
        shopify.forgetCalls();

        // When
        write(shirt, wanted, ALL, true);

        // Then
        assertThat(shopify.calls("metafields_set")).isEqualTo(2);
        assertThat(shopify.metafields(shirt.value())).hasSize(31).contains("custom.origin=Portugal", "custom.f29=29");
    }

    @Test
    void aProductOfManyVariantsIsOnlyChangedWhenAllAreKnown() {
        // Given
        ShopifyProduct told = io.shopoms.catalog.fixtures.RecordedProducts.webhook("many-variants");

        // Then
        assertThatThrownBy(() -> new ProductWish("x", Optional.of(told), told.content(), ALL, true, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("all of its variants are known");
    }

    @Test
    void aCreationWhoseAnswerWasLostIsNotDoneTwice() {
        // Given
        shopify.answer(Answer.LOST_AFTER);
        Product mug = product("Mug", List.of("Title"), List.of(variant("MUG", "5", "Default Title")));
        assertThatThrownBy(() -> answer(writer.write(STORE, ProductWish.creation("odoo:7", mug))))
                .isInstanceOfSatisfying(
                        SyncFailureException.class, e -> assertThat(e.failure()).isInstanceOf(TransientFailure.class));
        Product renamed = product("Cup", List.of("Title"), List.of(variant("MUG", "6", "Default Title")));

        // When
        Written written = answer(writer.write(STORE, ProductWish.creation("odoo:7", renamed)));

        // Then
        assertThat(shopify.size()).isEqualTo(1);
        assertThat(plan(read(written.product()), renamed, true).steps()).isEmpty();
        assertThat(read(written.product()).content().title()).contains("Cup");
    }

    @Test
    void aCreationThatNeverArrivedIsDoneOnce() {
        // Given
        shopify.answer(Answer.LOST_BEFORE);
        ProductWish wish = ProductWish.creation(
                "odoo:7", product("Mug", List.of("Title"), List.of(variant("", "5", "Default Title"))));
        assertThatThrownBy(() -> answer(writer.write(STORE, wish))).isInstanceOf(SyncFailureException.class);

        // When
        Written written = answer(writer.write(STORE, wish));

        // Then
        assertThat(written.created()).isTrue();
        assertThat(shopify.size()).isEqualTo(1);
    }

    @Test
    void aProductOfSomebodyElseWithTheSameHandleIsLeftAlone() {
        // Given
        long theirs = shopify.create("{\"handle\":\"mug\",\"title\":\"Their mug\"}");
        ProductWish wish = ProductWish.creation(
                "odoo:7", product("Mug", List.of("Title"), List.of(variant("", "5", "Default Title"))));
        shopify.answer(Answer.PROMPT, Answer.LOST_AFTER);
        assertThatThrownBy(() -> answer(writer.write(STORE, wish))).isInstanceOf(SyncFailureException.class);

        // When
        Written written = answer(writer.write(STORE, wish));

        // Then
        assertThat(shopify.size()).isEqualTo(2);
        assertThat(shopify.describe(theirs)).startsWith("Their mug");
        assertThat(read(written.product()).handle()).matches("mug-[0-9a-f]{8}");
    }

    @Test
    void aRefusalNamesTheFieldAndTheVariant() {
        // Given
        ShopifyId shirt = shirt();
        Product cheap = Wanted.each(
                read(shirt).content(),
                each -> variant(
                        each.sku().orElseThrow(),
                        each.optionValues().contains("Blue") ? "-1" : "10",
                        each.optionValues().toArray(new String[0])));

        // Then
        assertThatThrownBy(() -> write(shirt, cheap, ALL, true))
                .isInstanceOfSatisfying(SyncFailureException.class, e -> {
                    assertThat(e.failure()).isInstanceOf(RejectedByTarget.class);
                    assertThat(e.failure().message())
                            .contains("price of variant M / Blue (M-B)", "NEGATIVE_PRICE_VALUE");
                    assertThat(e.failure().remedy()).contains("price of zero or more");
                });
    }

    @Test
    void aMetafieldThatIsNoValueOfItsTypeIsNamedBeforeShopifyIsAsked() {
        // Given
        Product mug = Wanted.withMetafields(
                product("Mug", List.of("Title"), List.of(variant("", "5", "Default Title"))),
                List.of(new Metafield("custom", "size", "number_integer", "large")));
        Product odd = Wanted.withMetafields(mug, List.of(new Metafield("custom", "size", "nonsense", "1")));

        // Then
        for (Product wanted : List.of(mug, odd)) {
            assertThatThrownBy(() -> answer(writer.write(STORE, ProductWish.creation("odoo:1", wanted))))
                    .isInstanceOfSatisfying(SyncFailureException.class, e -> {
                        assertThat(e.failure()).isInstanceOf(InvalidPayload.class);
                        assertThat(e.failure().message()).contains("metafield custom.size");
                    });
        }
        assertThat(shopify.calls()).isEmpty();
    }

    @Test
    void aProductThatWasDeletedMeanwhileIsTriedAgain() {
        // Given
        ShopifyId shirt = shirt();
        ShopifyProduct before = read(shirt);
        shopify.delete(shirt.value());
        Product wanted = Wanted.described(before.content());

        // Then
        assertThatThrownBy(() -> answer(writer.write(
                        STORE, new ProductWish("odoo:1", Optional.of(before), wanted, ALL, true, Map.of()))))
                .isInstanceOfSatisfying(
                        SyncFailureException.class, e -> assertThat(e.failure()).isInstanceOf(TransientFailure.class));
    }

    @Test
    void deletingTwiceIsNoError() {
        // Given
        ShopifyId shirt = shirt();

        // Then
        assertThat(answer(writer.delete(STORE, shirt))).isTrue();
        assertThat(answer(writer.delete(STORE, shirt))).isFalse();
    }

    @Test
    void manyProductsAreWrittenAsOneFileForEachKindOfMutation() {
        // Given
        List<ProductWish> wishes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            wishes.add(ProductWish.creation(
                    "feed:" + i,
                    product("New " + i, List.of("Title"), List.of(variant("N-" + i, "5", "Default Title")))));
        }
        for (int i = 0; i < 10; i++) {
            ShopifyProduct present = read(shirt());
            wishes.add(new ProductWish(
                    "old:" + i,
                    Optional.of(present),
                    Wanted.described(Wanted.each(
                            present.content(),
                            each -> variant(
                                    each.sku().orElseThrow(),
                                    "7",
                                    each.optionValues().toArray(new String[0])))),
                    ALL,
                    true,
                    Map.of()));
        }
        shopify.bulk().doneAfterLooks(2);
        shopify.forgetCalls();

        // When
        List<ShopifyBulkWriter.Result> results = answer(side.bulkWriter(10).write(STORE, wishes));

        // Then
        assertThat(results)
                .hasSize(30)
                .allSatisfy(result -> assertThat(result.failure()).isEmpty());
        assertThat(shopify.size()).isEqualTo(30);
        assertThat(shopify.calls("bulk_run_mutation")).isEqualTo(3);
        assertThat(shopify.calls()).doesNotContain("product_set", "product_update", "products_by_id");
        for (int i = 0; i < 30; i++) {
            ShopifyId id = results.get(i).written().orElseThrow().product();
            assertThat(plan(read(id), wishes.get(i).wanted(), true).steps()).isEmpty();
        }
    }

    @Test
    void aLineThatFailsAndALineWithoutAnAnswerConcernTheirProductsOnly() {
        // Given
        List<ProductWish> wishes = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            wishes.add(ProductWish.creation(
                    "feed:" + i,
                    product(
                            "New " + i,
                            List.of("Title"),
                            List.of(variant("N-" + i, i == 3 ? "-5" : "5", "Default Title")))));
        }
        shopify.create("{\"handle\":\"new-5\",\"title\":\"Somebody's\"}");
        shopify.bulk().spoil(lines -> {
            List<String> fewer = new ArrayList<>(lines);
            fewer.remove(11);
            fewer.remove(7);
            return fewer;
        });

        // When
        List<ShopifyBulkWriter.Result> results = answer(side.bulkWriter(10).write(STORE, wishes));

        // Then
        assertThat(shopify.size()).as("eleven and somebody's").isEqualTo(12);
        assertThat(results.get(3).failure().orElseThrow()).isInstanceOf(RejectedByTarget.class);
        assertThat(results.get(3).failure().orElseThrow().message()).contains("price of variant Default Title (N-3)");
        for (int i : List.of(0, 5, 7, 11)) {
            ShopifyProduct made = read(results.get(i).written().orElseThrow().product());
            assertThat(made.source()).contains("feed:" + i);
        }
    }

    @Test
    void anUploadThatBreaksOffIsFollowedUpProductByProduct() {
        // Given
        List<ProductWish> wishes = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            wishes.add(ProductWish.creation(
                    "feed:" + i, product("New " + i, List.of("Title"), List.of(variant("N", "5", "Default Title")))));
        }
        shopify.bulk().endAs("FAILED");
        shopify.bulk().spoil(lines -> lines.subList(0, 4));

        // When
        List<ShopifyBulkWriter.Result> results = answer(side.bulkWriter(10).write(STORE, wishes));

        // Then
        assertThat(results).allSatisfy(result -> assertThat(result.written()).isPresent());
        assertThat(shopify.size()).isEqualTo(12);
    }

    @Test
    void whatShopifySpellsOtherwiseIsNoDifference() {
        // Given
        ShopifyId shirt = shirt();
        shopify.change(
                shirt.value(),
                "{\"tags\":[\"Sale\",\"new\"],\"descriptionHtml\":\"<p>Soft &amp; \\\"warm\\\"<br>light</p><p>x</p>\","
                        + "\"metafields\":[{\"namespace\":\"custom\",\"key\":\"size\",\"type\":\"number_decimal\","
                        + "\"value\":\"1.5\"},{\"namespace\":\"custom\",\"key\":\"uses\","
                        + "\"type\":\"list.single_line_text_field\",\"value\":\"[\\\"a\\\",\\\"b\\\"]\"}]}");
        Product now = read(shirt).content();

        // Then
        assertThat(plan(read(shirt), respelled(now, "NEW", "<br />", "1.50"), true)
                        .steps())
                .isEmpty();
        assertThat(plan(read(shirt), respelled(now, "newer", "<br />", "1.50"), true)
                        .steps())
                .hasSize(1);
        assertThat(plan(read(shirt), respelled(now, "NEW", "<hr>", "1.50"), true)
                        .steps())
                .hasSize(1);
        assertThat(plan(read(shirt), respelled(now, "NEW", "<br />", "1.51"), true)
                        .steps())
                .hasSize(1);
    }

    private static Product respelled(Product now, String tag, String tags, String size) {
        return new Product(
                now.title(),
                Optional.of("<p>Soft &amp; &quot;warm&quot;" + tags + "light</p>\n<p>x</p>\n"),
                now.vendor(),
                now.productType(),
                Optional.of(new TreeSet<>(Set.of("sale", tag))),
                now.status(),
                now.options(),
                now.variants(),
                Optional.empty(),
                List.of(
                        new Metafield("custom", "size", "number_decimal", size),
                        new Metafield("custom", "uses", "list.single_line_text_field", "[ \"a\", \"b\" ]")));
    }

    @Test
    void aRenamedVariantIsFoundByASkuWithSpaces() {
        // Given
        ShopifyId shirt = shirt();
        ShopifyProduct before = read(shirt);
        Product renamed = product(
                "Shirt",
                SIZE_AND_COLOUR,
                List.of(
                        variant("S-R", "10", "S", "Red"),
                        variant(" M-R ", "10", "Medium", "Red"),
                        variant("M-B", "10", "M", "Blue")));

        // When
        write(shirt, renamed, ALL, true);

        // Then
        assertThat(id(read(shirt), "Medium", "Red")).isEqualTo(id(before, "M", "Red"));
    }

    @Test
    void aProductThatShopifyTakesLongForIsNoLineOfAFile() {
        // Given
        List<ProductWish> wishes = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            List<Variant> variants = IntStream.range(0, i == 4 ? 120 : 1)
                    .mapToObj(n -> variant("N-" + n, "5", "v" + n))
                    .toList();
            wishes.add(ProductWish.creation("feed:" + i, product("New " + i, List.of("Kind"), variants)));
        }

        // When
        List<ShopifyBulkWriter.Result> results = answer(side.bulkWriter(10).write(STORE, wishes));

        // Then
        assertThat(shopify.calls("bulk_run_mutation")).isEqualTo(1);
        assertThat(shopify.calls("product_set"))
                .as("the long one, whose end is waited for")
                .isEqualTo(1);
        assertThat(results).allSatisfy(result -> assertThat(result.written()).isPresent());
    }

    @Test
    void anUploadOfWhichNothingIsKnownFailsForNowAndTheNextTryDoublesNothing() {
        // Given
        List<ProductWish> wishes = news(12);
        shopify.answer(Answer.LOST_AFTER);

        // When
        List<ShopifyBulkWriter.Result> first = answer(side.bulkWriter(10).write(STORE, wishes));

        // Then
        assertThat(first)
                .allSatisfy(result -> assertThat(result.failure()).get().isInstanceOf(TransientFailure.class));
        assertThat(shopify.calls()).doesNotContain("product_set");

        // And when
        List<ShopifyBulkWriter.Result> second = answer(side.bulkWriter(10).write(STORE, wishes));

        // Then
        assertThat(shopify.size()).isEqualTo(12);
        for (int i = 0; i < 12; i++) {
            assertThat(read(second.get(i).written().orElseThrow().product()).source())
                    .contains("feed:" + i);
        }
    }

    @Test
    void anUploadThatTellsLittleLeavesTheRestToALaterTryInsteadOfManyCalls() {
        // Given
        shopify.bulk().spoil(lines -> lines.subList(0, 5));

        // When
        List<ShopifyBulkWriter.Result> results = answer(side.bulkWriter(10).write(STORE, news(30)));

        // Then
        assertThat(results.subList(0, 5))
                .allSatisfy(result -> assertThat(result.written()).isPresent());
        assertThat(results.subList(5, 30))
                .allSatisfy(result -> assertThat(result.failure()).get().isInstanceOf(TransientFailure.class));
        assertThat(shopify.calls()).doesNotContain("product_set", "product_by_handle");
    }

    @Test
    void fewChangesAmongManyProductsNeedNoFile() {
        // Given
        List<ProductWish> wishes = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            ShopifyProduct present = read(shirt());
            Product wanted = Wanted.described(Wanted.each(
                    present.content(),
                    each -> variant(
                            each.sku().orElseThrow(), "7", each.optionValues().toArray(new String[0]))));
            wishes.add(new ProductWish(
                    "old:" + i, Optional.of(present), i % 10 == 4 ? wanted : present.content(), ALL, true, Map.of()));
        }
        shopify.forgetCalls();

        // When
        List<ShopifyBulkWriter.Result> results = answer(side.bulkWriter(10).write(STORE, wishes));

        // Then
        assertThat(results)
                .extracting(result -> result.written().orElseThrow().mutations() > 0)
                .filteredOn(written -> written)
                .hasSize(3);
        assertThat(shopify.calls())
                .doesNotContain("bulk_run_mutation", "products_by_id")
                .hasSizeLessThanOrEqualTo(9);
    }

    private static List<ProductWish> news(int count) {
        List<ProductWish> wishes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            wishes.add(ProductWish.creation(
                    "feed:" + i, product("New " + i, List.of("Title"), List.of(variant("N", "5", "Default Title")))));
        }
        return wishes;
    }

    private ShopifyId shirt() {
        int number = shopify.size();
        return new ShopifyId(shopify.create("{\"handle\":\"shirt-" + number
                + "\",\"title\":\"Shirt\",\"productOptions\":["
                + "{\"name\":\"Size\",\"values\":[{\"name\":\"S\"},{\"name\":\"M\"}]},"
                + "{\"name\":\"Colour\",\"values\":[{\"name\":\"Red\"},{\"name\":\"Blue\"},{\"name\":\"Green\"}]}],"
                + "\"variants\":[" + offer("S", "Red") + "," + offer("M", "Red") + "," + offer("M", "Blue") + "],"
                + "\"metafields\":[{\"namespace\":\"custom\",\"key\":\"origin\",\"type\":\"single_line_text_field\","
                + "\"value\":\"Portugal\"}]}"));
    }

    private static String offer(String size, String colour) {
        return "{\"optionValues\":[{\"optionName\":\"Size\",\"name\":\"" + size
                + "\"},{\"optionName\":\"Colour\",\"name\":\"" + colour + "\"}],\"price\":\"10.00\",\"sku\":\"" + size
                + "-" + colour.charAt(0) + "\"}";
    }

    private Written write(ShopifyId id, Product wanted, Set<ProductField> led, boolean structure) {
        return answer(writer.write(
                STORE, new ProductWish("odoo:1", Optional.of(read(id)), wanted, led, structure, Map.of())));
    }

    private ShopifyPlan plan(ShopifyProduct present, Product wanted, boolean structure) {
        return ShopifyPlan.of(new ProductWish("odoo:1", Optional.of(present), wanted, ALL, structure, Map.of()));
    }

    private ShopifyProduct read(ShopifyId id) {
        return answer(side.products().read(STORE, List.of(id))).get(id);
    }

    private static ShopifyId id(ShopifyProduct product, String... values) {
        return Optional.ofNullable(product.byValues().get(List.of(values)))
                .map(VariantIdentity::id)
                .orElseThrow();
    }

    /** The wanted variants with what Shopify adds where nothing was said. */
    private static List<Variant> stated(Product wanted, ShopifyProduct created) {
        List<Variant> variants = new ArrayList<>();
        for (int i = 0; i < wanted.variants().size(); i++) {
            Variant want = wanted.variants().get(i);
            Variant made = created.content().variants().get(i);
            variants.add(new Variant(
                    want.optionValues(),
                    want.sku().or(made::sku),
                    want.barcode().or(made::barcode),
                    want.price().or(made::price),
                    want.compareAtPrice().or(made::compareAtPrice),
                    want.cost().or(made::cost),
                    want.weight().or(made::weight),
                    want.taxable().or(made::taxable),
                    want.requiresShipping().or(made::requiresShipping),
                    want.tracked().or(made::tracked)));
        }
        return variants;
    }
}
