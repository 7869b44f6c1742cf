package io.shopoms.catalog.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.odoo.Domain;
import io.shopoms.sync.odoo.OdooClient;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/**
 * The pictures that Odoo keeps of templates. Their addresses show a placeholder to everybody who is not logged in, so the
 * bytes are read over the API.
 */
@Singleton
public class StoredPictures {

    private static final String SMALLER = "Give the template a smaller picture in Odoo, or raise"
            + " SHOPOMS_CATALOG_PICTURES_MAX_SIZE. Shopify takes at most 20 MB.";
    private static final String OTHER_KIND = "Give the template a PNG, JPEG, GIF or WebP picture in Odoo.";

    private final PictureSettings settings;

    StoredPictures(PictureSettings settings) {
        this.settings = settings;
    }

    /** A picture's bytes, of a kind that shops can show. */
    public record Stored(PictureKind kind, byte[] bytes) {}

    /** Those of some templates. */
    static Domain of(Collection<Long> templateIds) {
        return Domain.where("res_model", "=", "product.template")
                .and("res_field", "=", "image_1920")
                .and("res_id", "in", List.copyOf(templateIds));
    }

    /** What tells a picture from others; no address, since nobody could fetch it there. */
    static String source(JsonNode attachment) {
        return "odoo:" + OdooValue.text(attachment, "checksum");
    }

    /**
     * Reads the picture of one template.
     *
     * @param source as the template was read with
     * @return fails with {@code RejectedByTarget} if it is too large or of a kind that shops do not show, with
     *     {@code TransientFailure} if the template has another one by now
     */
    public Uni<Stored> read(OdooClient odoo, long templateId, String source) {
        return odoo.searchRead("ir.attachment", of(List.of(templateId)), List.of("checksum", "file_size"), "", 1)
                .invoke(found -> check(found, source))
                .chain(() -> odoo.read("product.template", List.of(templateId), List.of("image_1920")))
                .map(StoredPictures::decoded);
    }

    /** The size first: what is too large is never read. */
    private void check(List<JsonNode> found, String source) {
        if (found.isEmpty() || !source(found.get(0)).equals(source)) {
            throw changed();
        }
        long size = found.get(0).path("file_size").asLong();
        long most = settings.maxSize().asLongValue();
        if (size > most) {
            throw failure(new RejectedByTarget("it has " + size + " bytes, more than " + most, SMALLER));
        }
    }

    private static Stored decoded(List<JsonNode> templates) {
        String base64 = templates.isEmpty() ? "" : OdooValue.text(templates.get(0), "image_1920");
        if (base64.isEmpty()) {
            throw changed();
        }
        byte[] bytes = Base64.getMimeDecoder().decode(base64);
        return new Stored(
                PictureKind.of(bytes)
                        .orElseThrow(() ->
                                failure(new RejectedByTarget("it is none of PNG, JPEG, GIF and WebP", OTHER_KIND))),
                bytes);
    }

    private static SyncFailureException changed() {
        return failure(new TransientFailure("the template's picture changed in Odoo meanwhile"));
    }

    private static SyncFailureException failure(SyncFailure failure) {
        return new SyncFailureException(failure);
    }
}
