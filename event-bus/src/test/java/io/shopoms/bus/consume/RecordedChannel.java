package io.shopoms.bus.consume;

import com.rabbitmq.client.Channel;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes what is settled on a channel; {@link Channel} has too many methods for a class of its own. */
final class RecordedChannel implements InvocationHandler {

    private final List<String> settlements = new CopyOnWriteArrayList<>();
    private volatile boolean open = true;

    Channel channel() {
        return (Channel) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Channel.class}, this);
    }

    void lose() {
        open = false;
    }

    /** Such as {@code ack up to 3} and {@code nack 1}. */
    List<String> settlements() {
        return settlements;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) {
        switch (method.getName()) {
            case "isOpen":
                return open;
            case "basicAck":
                settlements.add(((boolean) arguments[1] ? "ack up to " : "ack ") + arguments[0]);
                return null;
            case "basicNack":
                settlements.add(((boolean) arguments[1] ? "nack up to " : "nack ") + arguments[0]);
                return null;
            case "equals":
                return proxy == arguments[0];
            default:
                throw new UnsupportedOperationException(method.getName());
        }
    }
}
