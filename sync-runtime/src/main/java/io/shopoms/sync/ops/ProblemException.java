package io.shopoms.sync.ops;

/** A request that cannot be answered as asked. The message goes to whoever asked. */
final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    private ProblemException(int status, String detail) {
        super(detail, null, false, false);
        this.status = status;
    }

    static ProblemException badRequest(String detail) {
        return new ProblemException(400, detail);
    }

    static ProblemException notFound(String detail) {
        return new ProblemException(404, detail);
    }

    static ProblemException conflict(String detail) {
        return new ProblemException(409, detail);
    }

    static ProblemException unprocessable(String detail) {
        return new ProblemException(422, detail);
    }

    static ProblemException unavailable(String detail) {
        return new ProblemException(503, detail);
    }

    int status() {
        return status;
    }
}
