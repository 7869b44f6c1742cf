package io.shopoms.sandbox.fault;

import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs requests of a simulated API, lets faults happen to them, and logs how they ended. */
final class Exchanges {

    private final Faults faults;
    private final RequestLog requests;

    Exchanges(Faults faults, RequestLog requests) {
        this.faults = faults;
        this.requests = requests;
    }

    void run(RoutingContext context, Operation operation, Supplier<Answer> work, Supplier<Answer> throttled) {
        Optional<Fault> hit = faults.take(operation);
        Exchange exchange = new Exchange(context, operation, Instant.now(), hit.map(Fault::kind));
        if (hit.isEmpty()) {
            exchange.send(work.get());
            return;
        }
        Fault fault = hit.get();
        switch (fault.kind()) {
            case STATUS ->
                exchange.send(withRetryAfter(
                        fault, Answer.json(fault.status(), Map.of("errors", "injected fault " + fault.status()))));
            case THROTTLED -> exchange.send(withRetryAfter(fault, throttled.get()));
            case RESET -> exchange.drop();
            case LOST_RESPONSE -> {
                // Carried out; the answer goes nowhere.
                Objects.requireNonNull(work.get(), "answer");
                exchange.drop();
            }
            case CUT -> exchange.cut(work.get());
            case SLOW -> slow(context, exchange, fault, work);
        }
    }

    private static void slow(RoutingContext context, Exchange exchange, Fault fault, Supplier<Answer> work) {
        Supplier<Answer> late = work;
        if (!fault.commitLate()) {
            Answer early = work.get();
            late = () -> early;
        }
        Supplier<Answer> answer = late;
        context.vertx().setTimer(Math.max(1, fault.delay().toMillis()), timer -> exchange.send(answer.get()));
    }

    private static Answer withRetryAfter(Fault fault, Answer answer) {
        return fault.retryAfterSeconds() < 0
                ? answer
                : answer.with("Retry-After", Integer.toString(fault.retryAfterSeconds()));
    }

    static void send(RoutingContext context, Answer answer) {
        if (context.response().closed() || context.response().ended()) {
            return;
        }
        context.response().setStatusCode(answer.status());
        answer.headers().forEach(context.response()::putHeader);
        context.response().end(answer.body());
    }

    private final class Exchange {

        private final RoutingContext context;
        private final Operation operation;
        private final Instant at;
        private final Optional<FaultKind> fault;

        Exchange(RoutingContext context, Operation operation, Instant at, Optional<FaultKind> fault) {
            this.context = context;
            this.operation = operation;
            this.at = at;
            this.fault = fault;
        }

        void send(Answer answer) {
            requests.add(new LoggedRequest(at, operation.name(), answer.status(), fault));
            Exchanges.send(context, answer);
        }

        void cut(Answer answer) {
            requests.add(new LoggedRequest(at, operation.name(), answer.status(), fault));
            int length = answer.body().length();
            context.response().setStatusCode(answer.status());
            answer.headers().forEach(context.response()::putHeader);
            context.response().putHeader("Content-Length", Integer.toString(length));
            context.response()
                    .write(answer.body().getBuffer(0, length / 2))
                    .onComplete(sent -> context.request().connection().close());
        }

        void drop() {
            requests.add(new LoggedRequest(at, operation.name(), 0, fault));
            context.request().connection().close();
        }
    }
}
