package io.shopoms.sync.ops;

/** A request that cannot be answered as asked, answered as a problem detail. The message goes to whoever asked. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    private ProblemException(int status, String detail) {
        super(detail, null, false, false);
        this.status = status;
    }

    public static ProblemException badRequest(String detail) {
        return new ProblemException(400, detail);
    }

    public static ProblemException notFound(String detail) {
        return new ProblemException(404, detail);
    }

    public static ProblemException conflict(String detail) {
        return new ProblemException(409, detail);
    }

    public static ProblemException unprocessable(String detail) {
        return new ProblemException(422, detail);
    }

    public static ProblemException unavailable(String detail) {
        return new ProblemException(503, detail);
    }

    public int status() {
        return status;
    }
}
