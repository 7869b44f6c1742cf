package io.shopoms.sandbox.stack;

import io.shopoms.sandbox.embedded.EmbeddedBroker;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The process that keeps the broker; queues and messages are kept over restarts and crashes. */
final class BrokerPart {

    private BrokerPart() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedBroker broker = EmbeddedBroker.durable(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            broker.close();
                            stopped.countDown();
                        },
                        "stop-broker"));
        System.out.println("The broker listens on port " + broker.port());
        stopped.await();
    }
}
