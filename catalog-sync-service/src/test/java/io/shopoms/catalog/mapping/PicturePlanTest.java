package io.shopoms.catalog.mapping;

import static io.shopoms.catalog.fixtures.Products.simple;
import static io.shopoms.catalog.fixtures.Products.status;
import static io.shopoms.catalog.fixtures.Products.wanted;
import static io.shopoms.catalog.fixtures.Templates.template;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductField;
import io.shopoms.catalog.product.ProductImage;
import io.shopoms.catalog.product.ProductStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PicturePlanTest {

    private static final Product MUG = simple("Mug", "M", "5");
    private static final ProductImage OLD = image("odoo:1111");
    private static final ProductImage NEW = image("odoo:2222");
    private static final ProductImage OLD_COPY = copy(OLD);
    private static final ProductImage BACK = image("https://cdn.shopify.com/files/back.jpg");
    private static final ProductImage FRONT = image("https://cdn.shopify.com/files/front.jpg");

    @Test
    void aNewPictureComesFirstAndThoseOfTheShopStay() {
        assertThat(first(List.of(), NEW)).contains(fresh(NEW, NEW));
        assertThat(first(List.of(BACK), NEW)).contains(fresh(NEW, NEW, BACK));
        assertThat(plan(List.of(BACK), List.of(), List.of(BACK), NEW)).contains(fresh(NEW, NEW, BACK));
    }

    @Test
    void aReplacedPictureTakesThePlaceAndTheTextOfTheOldOne() {
        // Given
        ProductImage told = new ProductImage(OLD_COPY.source(), Optional.of("A mug"));
        ProductImage wanted = new ProductImage(NEW.source(), Optional.of("A mug"));

        // Then
        assertThat(plan(List.of(BACK, told), List.of(OLD), List.of(BACK, told), NEW))
                .contains(fresh(wanted, BACK, wanted));
    }

    @Test
    void thePictureThatOdooHadFromShopifyIsReplacedToo() {
        assertThat(plan(List.of(FRONT, BACK), List.of(OLD), List.of(FRONT, BACK), NEW))
                .contains(fresh(NEW, NEW, BACK));
    }

    @Test
    void aPictureTakenAwayGoesAloneAndNeverOneOfTheShop() {
        assertThat(plan(List.of(OLD_COPY, BACK), List.of(OLD), List.of(OLD_COPY, BACK)))
                .contains(new PicturePlan(List.of(BACK), Optional.empty()));
        assertThat(plan(List.of(OLD_COPY), List.of(OLD), List.of(BACK))).isEmpty();
        assertThat(first(List.of(BACK))).isEmpty();
    }

    @Test
    void whatIsThereIsNotSentAgain() {
        assertThat(first(List.of(OLD_COPY), OLD)).isEmpty();
        assertThat(plan(List.of(OLD_COPY), List.of(OLD), List.of(OLD_COPY), OLD))
                .isEmpty();
        assertThat(plan(List.of(FRONT), List.of(OLD), List.of(FRONT, BACK), OLD))
                .isEmpty();
        // The answer of an earlier try was lost.
        assertThat(plan(List.of(OLD_COPY), List.of(OLD), List.of(copy(NEW)), NEW))
                .isEmpty();
        // It was not ready when it was remembered.
        assertThat(plan(List.of(image("gid://shopify/MediaImage/1")), List.of(OLD), List.of(OLD_COPY), OLD))
                .isEmpty();
    }

    @Test
    void aPictureThatSomebodyDeletedInShopifyIsPutBack() {
        assertThat(plan(List.of(OLD_COPY, BACK), List.of(OLD), List.of(BACK), OLD))
                .contains(fresh(OLD, OLD, BACK));
    }

    @Test
    void aPictureThatShopifyWasNeverGivenIsNotTriedUntilItChanges() {
        assertThat(plan(List.of(), List.of(OLD), List.of(), OLD)).isEmpty();
        assertThat(plan(List.of(), List.of(OLD), List.of(), NEW)).contains(fresh(NEW, NEW));
    }

    @Test
    void picturesStayWhereOdooDoesNotLeadThemOrTheProductIsArchived() {
        // Given
        Product pictured = MUG.withImages(Optional.of(List.of(NEW)));

        // Then
        assertThat(PicturePlan.of(push(pictured, List.of(), Optional.empty(), Set.of(ProductField.TITLE))))
                .isEmpty();
        assertThat(PicturePlan.of(push(
                        status(pictured, ProductStatus.ARCHIVED),
                        List.of(),
                        Optional.empty(),
                        Set.of(ProductField.IMAGES))))
                .isEmpty();
    }

    private static Optional<PicturePlan> first(List<ProductImage> shown, ProductImage... odoo) {
        return PicturePlan.of(push(
                MUG.withImages(Optional.of(Arrays.asList(odoo))),
                shown,
                Optional.empty(),
                Set.of(ProductField.IMAGES)));
    }

    private static Optional<PicturePlan> plan(
            List<ProductImage> lastShown, List<ProductImage> lastOdoo, List<ProductImage> shown, ProductImage... odoo) {
        LastSync last = new LastSync(MUG.withImages(Optional.of(lastShown)), MUG.withImages(Optional.of(lastOdoo)));
        return PicturePlan.of(push(
                MUG.withImages(Optional.of(Arrays.asList(odoo))),
                shown,
                Optional.of(last),
                Set.of(ProductField.IMAGES)));
    }

    private static Push push(Product odoo, List<ProductImage> shown, Optional<LastSync> last, Set<ProductField> led) {
        return new Push(template(7, odoo), wanted(1, MUG.withImages(Optional.of(shown))), Map.of(), last, led, true);
    }

    private static PicturePlan fresh(ProductImage fresh, ProductImage... wanted) {
        return new PicturePlan(List.of(wanted), Optional.of(fresh));
    }

    private static ProductImage image(String source) {
        return new ProductImage(source, Optional.empty());
    }

    /** As Shopify shows it; it adds letters to names that it has already. */
    private static ProductImage copy(ProductImage image) {
        return image("https://cdn.shopify.com/s/files/1/files/" + image.copyName() + "_a1b2.png");
    }
}
