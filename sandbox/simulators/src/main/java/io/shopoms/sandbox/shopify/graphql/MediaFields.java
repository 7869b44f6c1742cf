package io.shopoms.sandbox.shopify.graphql;

import graphql.schema.idl.RuntimeWiring;
import io.shopoms.sandbox.shopify.catalog.Media;

/** The fields of images. Every image is ready at once and has the same size. */
final class MediaFields {

    private MediaFields() {}

    static void addTo(RuntimeWiring.Builder wiring) {
        wiring.type("Media", type -> type.typeResolver(env -> env.getSchema().getObjectType("MediaImage")));
        TypeFields.of("MediaImage", Media.class)
                .field("id", each -> Gid.of("MediaImage", each.id()))
                .field("alt", Media::alt)
                .field("createdAt", Media::createdAt)
                .field("updatedAt", Media::createdAt)
                .field("mediaContentType", each -> "IMAGE")
                .field("mimeType", each -> each.url().getPath().endsWith(".png") ? "image/png" : "image/jpeg")
                .field("status", each -> "READY")
                .field("fileStatus", each -> "READY")
                .field("image", each -> each)
                .field("preview", each -> each)
                .addTo(wiring);
        TypeFields.of("MediaPreviewImage", Media.class)
                .field("image", each -> each)
                .field("status", each -> "READY")
                .addTo(wiring);
        TypeFields.of("Image", Media.class)
                .field("id", each -> Gid.of("ImageSource", each.id()))
                .field("altText", Media::alt)
                .field("url", Media::url)
                .field("width", each -> Media.WIDTH)
                .field("height", each -> Media.HEIGHT)
                .addTo(wiring);
    }
}
