package io.shopoms.sandbox.embedded;

import org.apache.qpid.server.SystemLauncherListener;
import org.apache.qpid.server.model.Broker;
import org.apache.qpid.server.model.Port;
import org.apache.qpid.server.model.State;
import org.apache.qpid.server.model.SystemConfig;

/**
 * Watches a broker start: Qpid itself reports success even when its port was taken, and would leave clients to find out.
 */
final class BrokerStart extends SystemLauncherListener.DefaultSystemLauncherListener {

    private volatile SystemConfig<?> system;
    private volatile RuntimeException failure;

    @Override
    public void onContainerResolve(SystemConfig<?> resolved) {
        system = resolved;
    }

    @Override
    public void errorOnStartup(RuntimeException e) {
        failure = e;
    }

    void throwIfFailed() {
        if (failure != null) {
            throw failure;
        }
        Broker<?> broker = system == null ? null : system.getContainer(Broker.class);
        if (broker == null) {
            throw new IllegalStateException("no broker came up");
        }
        for (Port<?> port : broker.getChildren(Port.class)) {
            if (port.getState() != State.ACTIVE) {
                throw new IllegalStateException("port " + port.getPort() + " is " + port.getState() + ": taken?");
            }
        }
    }
}
