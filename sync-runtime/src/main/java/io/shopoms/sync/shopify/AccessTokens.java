package io.shopoms.sync.shopify;

import io.smallrye.mutiny.Uni;

/** Where a store's access token comes from. Fails with {@code CallFailedException}, nothing having been carried out. */
interface AccessTokens {

    Uni<String> token();

    /**
     * Shopify has refused {@code token}.
     *
     * @return true if {@link #token()} will now bring another one
     */
    boolean refused(String token);

    /** An existing custom app's token: there is no other. */
    static AccessTokens fixed(String accessToken) {
        return new AccessTokens() {
            @Override
            public Uni<String> token() {
                return Uni.createFrom().item(accessToken);
            }

            @Override
            public boolean refused(String token) {
                return false;
            }
        };
    }
}
