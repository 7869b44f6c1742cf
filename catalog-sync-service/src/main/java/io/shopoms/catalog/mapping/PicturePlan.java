package io.shopoms.catalog.mapping;

import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductField;
import io.shopoms.catalog.product.ProductImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which pictures Shopify is to show, where Odoo leads them. Odoo has place for one: it takes the place of the picture that
 * stood for it before, or comes first; further pictures are the shop's own and stay.
 *
 * @param wanted all pictures, in the order to be shown; the one from Odoo has Odoo's source
 * @param fresh the one that Shopify lacks; absent if one is only taken away
 */
public record PicturePlan(List<ProductImage> wanted, Optional<ProductImage> fresh) {

    public PicturePlan {
        wanted = List.copyOf(wanted);
    }

    /** Empty if Shopify shows what it should, or nobody has touched the picture since both were in step. */
    public static Optional<PicturePlan> of(Push push) {
        Optional<List<ProductImage>> shown = push.shown().content().images();
        Optional<List<ProductImage>> odoo = push.template().content().flatMap(Product::images);
        if (!push.led().contains(ProductField.IMAGES) || shown.isEmpty() || odoo.isEmpty()) {
            return Optional.empty();
        }
        Optional<ProductImage> picture = odoo.get().stream().findFirst();
        Optional<ProductImage> before = push.last().flatMap(PicturePlan::standIn);
        Optional<ProductImage> place = before.flatMap(image -> find(shown.get(), image))
                .or(() -> push.last().flatMap(PicturePlan::ofOdoo).flatMap(image -> find(shown.get(), image)));
        boolean changed =
                push.last().map(last -> !last.odoo().images().equals(odoo)).orElse(picture.isPresent());
        boolean lost = picture.isPresent() && before.isPresent() && place.isEmpty();
        if ((!changed && !lost)
                || picture.flatMap(image -> find(shown.get(), image)).isPresent()) {
            return Optional.empty();
        }
        return picture.isEmpty() && place.isEmpty() ? Optional.empty() : Optional.of(plan(shown.get(), picture, place));
    }

    private static PicturePlan plan(
            List<ProductImage> shown, Optional<ProductImage> picture, Optional<ProductImage> place) {
        List<ProductImage> wanted = new ArrayList<>(shown);
        int index = place.map(wanted::indexOf).orElse(0);
        place.ifPresent(wanted::remove);
        Optional<ProductImage> fresh =
                picture.map(image -> new ProductImage(image.source(), place.flatMap(ProductImage::altText)));
        fresh.ifPresent(image -> wanted.add(index, image));
        return new PicturePlan(wanted, fresh);
    }

    /** The picture of Shopify that stood for Odoo's: a copy of it, or the one that Odoo's was copied from. */
    private static Optional<ProductImage> standIn(LastSync last) {
        List<ProductImage> shown = last.shopify().images().orElse(List.of());
        return ofOdoo(last)
                .flatMap(image -> find(shown, image).or(() -> shown.stream().findFirst()));
    }

    private static Optional<ProductImage> ofOdoo(LastSync last) {
        return last.odoo().images().flatMap(images -> images.stream().findFirst());
    }

    private static Optional<ProductImage> find(List<ProductImage> shown, ProductImage image) {
        return shown.stream().filter(each -> each.isCopyOf(image)).findFirst();
    }
}
