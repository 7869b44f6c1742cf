package io.shopoms.sandbox.shopify.bulk;

/** Why a bulk operation ended before its end. */
public final class BulkFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String errorCode;

    /** @param errorCode ACCESS_DENIED, INTERNAL_SERVER_ERROR or TIMEOUT */
    public BulkFailure(String errorCode, String message) {
        super(message, null, false, false);
        this.errorCode = errorCode;
    }

    public String errorCode() {
        return errorCode;
    }
}
