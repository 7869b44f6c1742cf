package io.shopoms.catalog.shopify;

import io.shopoms.catalog.product.ProductImage;
import io.shopoms.catalog.shopify.ShopifyStep.SetProduct;
import io.shopoms.catalog.shopify.StagedUploads.StagedFile;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes the pictures of a product, of which one may have no address that Shopify can fetch it from. */
@ApplicationScoped
public class ShopifyPictures {

    private final StagedUploads uploads;
    private final ShopifyMutations mutations;

    public ShopifyPictures(StagedUploads uploads, ShopifyMutations mutations) {
        this.uploads = uploads;
        this.mutations = mutations;
    }

    /**
     * A picture in the hand.
     *
     * @param image one of the wanted pictures
     * @param ending of a file's name, such as {@code png}
     */
    public record PictureFile(ProductImage image, String ending, String mimeType, byte[] bytes) {}

    /**
     * Shows these pictures with the product, in this order, and what else is shown after them. A picture that Shopify has a
     * copy of is not sent again.
     *
     * @param present read just now
     * @param file to upload for one of the pictures; absent if Shopify has all of them
     */
    public Uni<Void> show(Store store, ShopifyProduct present, List<ProductImage> wanted, Optional<PictureFile> file) {
        if (file.isPresent()
                && present.content().images().orElse(List.of()).stream().anyMatch(image -> !hasAddress(image))) {
            // It may be the very picture, sent by a try of which the answer was lost.
            return Uni.createFrom()
                    .failure(new SyncFailureException(new TransientFailure(
                            "Shopify is still at work on a picture of the product; if one has failed there, delete it in"
                                    + " Shopify's admin")));
        }
        return uploaded(store, file)
                .map(addresses -> PictureInput.files(Optional.of(present), wanted, addresses))
                .chain(files -> mutations.send(
                        store, new SetProduct(Optional.of(present.id()), Map.of("files", files), List.of(), List.of())))
                .onFailure(RefusedException.class)
                .transform(e -> ((RefusedException) e).forCaller())
                .replaceWithVoid();
    }

    /** A picture that Shopify still fetches is known by its id alone. */
    private static boolean hasAddress(ProductImage image) {
        return !image.source().startsWith("gid:");
    }

    private Uni<Map<String, String>> uploaded(Store store, Optional<PictureFile> file) {
        if (file.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        PictureFile picture = file.get();
        StagedFile staged = new StagedFile(
                "a picture",
                "IMAGE",
                picture.image().copyName() + "." + picture.ending(),
                picture.mimeType(),
                Buffer.buffer(picture.bytes()),
                "Add the picture in Shopify's admin, and report it.");
        return uploads.bring(store, staged)
                .map(place -> Map.of(
                        picture.image().source(),
                        place.address()
                                .orElseThrow(() -> new SyncFailureException(new TransientFailure(
                                        "Shopify does not tell the address of an uploaded picture")))));
    }
}
