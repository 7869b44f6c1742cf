package io.shopoms.sync.ops;

/** The two roles that a token's {@code groups} may hold. An operator may do what a viewer may. */
public final class Roles {

    /** Sees everything, personal data of orders included, and changes nothing. */
    public static final String VIEWER = "viewer";

    /** Retries, replays, starts and stops. */
    public static final String OPERATOR = "operator";

    private Roles() {}
}
