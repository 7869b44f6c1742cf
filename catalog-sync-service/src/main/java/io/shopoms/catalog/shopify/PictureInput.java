package io.shopoms.catalog.shopify;

import io.shopoms.catalog.product.ProductImage;
import io.shopoms.catalog.shopify.ShopifyProduct.MediaIdentity;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files of a product as {@code productSet} spells them. Shopify keeps a copy of each picture under an address of its
 * own; its file's name, which we choose from the address that it came from, tells later that it is the same picture.
 */
final class PictureInput {

    private static final Set<String> ENDINGS = Set.of("jpg", "jpeg", "png", "gif", "webp", "heic", "svg");

    private PictureInput() {}

    /** Whether Shopify's pictures are the wanted ones, in that order and with those texts. */
    static boolean same(List<ProductImage> present, List<ProductImage> wanted) {
        if (present.size() != wanted.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!present.get(i).isCopyOf(wanted.get(i)) || !saysSame(present.get(i), wanted.get(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * The wanted pictures, each as the copy that Shopify has or by its source, then everything else that is shown with the
     * product: what the list leaves out would be deleted.
     *
     * @param uploaded where Shopify finds pictures that were uploaded for it, by their source
     */
    static List<Map<String, Object>> files(
            Optional<ShopifyProduct> present, List<ProductImage> wanted, Map<String, String> uploaded) {
        Map<String, ProductImage> copies = new LinkedHashMap<>();
        List<String> others = new ArrayList<>();
        present.ifPresent(product -> sort(product, copies, others));
        List<Map<String, Object>> files = new ArrayList<>();
        for (ProductImage image : wanted) {
            Map<String, Object> file = new LinkedHashMap<>();
            Optional<String> copy = copies.entrySet().stream()
                    .filter(entry -> entry.getValue().isCopyOf(image))
                    .map(Map.Entry::getKey)
                    .findFirst();
            copy.ifPresentOrElse(
                    id -> {
                        copies.remove(id);
                        file.put("id", id);
                    },
                    () -> source(image, uploaded.getOrDefault(image.source(), image.source()), file));
            image.altText().ifPresent(text -> file.put("alt", text));
            files.add(file);
        }
        others.forEach(id -> files.add(Map.of("id", id)));
        return files;
    }

    private static void sort(ShopifyProduct product, Map<String, ProductImage> copies, List<String> others) {
        List<ProductImage> images = product.content().images().orElse(List.of());
        int image = 0;
        for (MediaIdentity media : product.media()) {
            if (media.image() && image < images.size()) {
                copies.put(media.gid(), images.get(image++));
            } else {
                others.add(media.gid());
            }
        }
    }

    private static void source(ProductImage image, String address, Map<String, Object> file) {
        file.put("originalSource", address);
        file.put("contentType", "IMAGE");
        ending(address).ifPresent(ending -> file.put("filename", image.copyName() + "." + ending));
    }

    private static boolean saysSame(ProductImage present, ProductImage wanted) {
        return wanted.altText().isEmpty()
                || wanted.altText().get().equals(present.altText().orElse(""));
    }

    /** Shopify wants the same ending as the source's; a source without one gets a name of Shopify's choice. */
    private static Optional<String> ending(String source) {
        try {
            String path = Optional.ofNullable(URI.create(source).getPath()).orElse("");
            String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            return Optional.of(ending).filter(ENDINGS::contains);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
