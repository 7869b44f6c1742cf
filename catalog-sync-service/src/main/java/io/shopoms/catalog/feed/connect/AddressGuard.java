package io.shopoms.catalog.feed.connect;

import io.shopoms.catalog.feed.config.FeedSettings;
import io.shopoms.sync.failure.SyncFailureException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Decides which address a feed may be fetched from. Whoever can write a configuration could otherwise read, through us, what
 * only machines of our own network can reach, such as the cloud's metadata with its credentials. The name is looked up once,
 * and the address that was checked is the one that is connected to: a second look-up could answer another.
 */
@Singleton
class AddressGuard {

    /** Loopback, private, link-local (with the clouds' metadata), shared, reserved, multicast; and IPv6's ways to name them. */
    private static final List<Network> NOT_PUBLIC = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3",
                    "::/96",
                    "64:ff9b::/96",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "fc00::/7",
                    "fe80::/9",
                    "ff00::/8")
            .map(Network::parse)
            .toList();

    private final Set<String> hosts = new HashSet<>();
    private final List<Network> networks;

    @Inject
    AddressGuard(FeedSettings settings) {
        this(settings.allowHosts().orElse(List.of()));
    }

    AddressGuard(List<String> allowed) {
        this.networks = allowed.stream()
                .filter(AddressGuard::isNumeric)
                .map(Network::parse)
                .toList();
        allowed.stream().filter(text -> !isNumeric(text)).forEach(text -> hosts.add(plain(text)));
    }

    /**
     * The address to connect to. Looks the name up: blocks.
     *
     * @throws SyncFailureException if the name is unknown, or one of its addresses is not allowed
     */
    InetAddress check(String host) {
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw Unfetched.misconfigured("there is no host " + host, "Correct the host's name.");
        }
        for (InetAddress address : addresses) {
            if (!isAllowed(host, address)) {
                throw Unfetched.misconfigured(
                        host + " points to " + address.getHostAddress() + ", which is not on the public internet",
                        "Correct the host; if it is meant, an administrator adds it to SHOPOMS_CATALOG_FEEDS_ALLOW_HOSTS.");
            }
        }
        return addresses[0];
    }

    private boolean isAllowed(String host, InetAddress address) {
        Optional<Network> refused =
                NOT_PUBLIC.stream().filter(network -> network.holds(address)).findFirst();
        return refused.isEmpty()
                || hosts.contains(plain(host))
                || networks.stream().anyMatch(network -> network.holds(address));
    }

    private static boolean isNumeric(String text) {
        return text.matches("[0-9.]+(/\\d+)?") || text.contains(":");
    }

    private static String plain(String host) {
        return host.strip().toLowerCase(Locale.ROOT);
    }
}
