package io.shopoms.bus.publish;

import io.smallrye.mutiny.subscription.UniEmitter;

/** Learns what became of a message: one of the two is called, once, by a thread that must not be blocked. */
public interface PublishOutcome {

    /** The broker has the message safely. */
    void confirmed();

    void failed(PublishFailedException why);

    static PublishOutcome of(UniEmitter<? super Void> caller) {
        return new PublishOutcome() {
            @Override
            public void confirmed() {
                caller.complete(null);
            }

            @Override
            public void failed(PublishFailedException why) {
                caller.fail(why);
            }
        };
    }
}
