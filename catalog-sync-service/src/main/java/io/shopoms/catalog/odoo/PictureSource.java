package io.shopoms.catalog.odoo;

import io.smallrye.mutiny.Uni;

/** Where pictures come from. */
public interface PictureSource {

    /**
     * Fetches a picture.
     *
     * @return its bytes, of a kind that Odoo can show. Fails with {@code RejectedByTarget} if there is no such picture, it
     *     is too large, of another kind, or its address must not be called; with {@code TransientFailure} if its server
     *     did not answer
     */
    Uni<byte[]> fetch(String address);
}
