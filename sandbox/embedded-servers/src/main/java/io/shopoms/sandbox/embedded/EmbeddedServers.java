package io.shopoms.sandbox.embedded;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/**
 * The pair of servers that all tests of one JVM share. Tests may stop and start each: the address stays, the database
 * keeps its data, the broker comes back empty.
 *
 * <p>Quarkus loads test classes more than once, so no static field here would be seen by all of them: the running pair
 * is an MBean, called by name through types that every class loader shares. (An object among the system properties would
 * stop a library that takes all of them for text.)
 */
public final class EmbeddedServers {

    private static final String LOCK = "io.shopoms.sandbox.embedded.lock";
    private static final ObjectName NAME = name("io.shopoms.sandbox:type=EmbeddedServers");

    private EmbeddedServers() {}

    public static String databaseUrl() {
        return order("database", "url");
    }

    public static void stopDatabase() {
        order("database", "stop");
    }

    /** Does nothing if it runs. */
    public static void startDatabase() {
        order("database", "start");
    }

    public static String brokerUrl() {
        return order("broker", "url");
    }

    public static void stopBroker() {
        order("broker", "stop");
    }

    /** Does nothing if it runs. */
    public static void startBroker() {
        order("broker", "start");
    }

    private static String order(String server, String verb) {
        String text = String.class.getName();
        try {
            return (String) beans().invoke(NAME, "order", new Object[] {server, verb}, new String[] {text, text});
        } catch (JMException e) {
            throw new IllegalStateException("the embedded " + server + " does not " + verb, e);
        }
    }

    /** A string constant is one object for all class loaders, so it can be the lock. */
    private static MBeanServer beans() throws JMException {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        synchronized (LOCK) {
            if (!beans.isRegistered(NAME)) {
                beans.registerMBean(
                        new StandardMBean(SharedServers.startWithThisJvm(), SharedServersMBean.class), NAME);
            }
        }
        return beans;
    }

    private static ObjectName name(String text) {
        try {
            return new ObjectName(text);
        } catch (MalformedObjectNameException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
