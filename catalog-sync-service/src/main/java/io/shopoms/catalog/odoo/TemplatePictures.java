package io.shopoms.catalog.odoo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.http.JsonBodies;
import io.shopoms.sync.odoo.OdooClient;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The picture of a template. Odoo's community edition has place for one. */
@Singleton
public class TemplatePictures {

    private final PictureSource source;

    public TemplatePictures(PictureSource source) {
        this.source = source;
    }

    /**
     * Gives a template a picture.
     *
     * @param address where to fetch it; empty text takes the picture away
     * @return why the picture cannot be had, for people; empty if the template has it now. Fails if trying again may help
     */
    public Uni<Optional<String>> put(OdooClient odoo, long templateId, String address) {
        if (address.isEmpty()) {
            return write(odoo, templateId, JsonBodies.object().put("image_1920", false))
                    .replaceWith(Optional.empty());
        }
        return source.fetch(address)
                .chain(bytes -> write(
                        odoo,
                        templateId,
                        JsonBodies.object()
                                .put("image_1920", Base64.getEncoder().encodeToString(bytes))))
                .replaceWith(Optional.<String>empty())
                .onFailure(TemplatePictures::refused)
                .recoverWithItem(failure -> Optional.of("without picture: " + failure.getMessage()));
    }

    private static Uni<Void> write(OdooClient odoo, long templateId, ObjectNode values) {
        return odoo.write("product.template", List.of(templateId), values);
    }

    private static boolean refused(Throwable failure) {
        return failure instanceof SyncFailureException e && e.failure() instanceof RejectedByTarget;
    }
}
