package io.shopoms.gateway.receive;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** An error as RFC 9457 wants it. */
@RegisterForReflection
record Problem(String title, int status, String detail) {

    static Problem of(Refusal reason, String detail) {
        return new Problem(reason.title(), reason.status(), detail);
    }
}
