package io.shopoms.catalog.odoo;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;

/** An address that a picture may be fetched from. */
record PictureAddress(URI uri, boolean allowPrivate) {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final int CARRIER_GRADE_FIRST = 64;
    private static final int CARRIER_GRADE_MASK = 0xC0;

    /**
     * @param allowPrivate whether plain HTTP and addresses that are not public will do
     * @throws io.shopoms.sync.failure.SyncFailureException if it is none
     */
    static PictureAddress of(String address, boolean allowPrivate) {
        try {
            URI uri = new URI(address);
            boolean https = "https".equalsIgnoreCase(uri.getScheme());
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) && allowPrivate;
            if ((!https && !http) || uri.getHost() == null || uri.getUserInfo() != null) {
                throw HttpPictureSource.refused("its address is not an https address");
            }
            return new PictureAddress(uri, allowPrivate);
        } catch (URISyntaxException e) {
            throw HttpPictureSource.refused("its address is not one");
        }
    }

    boolean tls() {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    String host() {
        return uri.getHost();
    }

    int port() {
        if (uri.getPort() > 0) {
            return uri.getPort();
        }
        return tls() ? HTTPS : HTTP;
    }

    String path() {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    /** Looks the host up. All its addresses must be public: a server may choose any of them. */
    InetAddress publicAddress() throws UnknownHostException {
        InetAddress[] all = InetAddress.getAllByName(host());
        for (InetAddress address : all) {
            if (!allowPrivate && !isPublic(address)) {
                throw HttpPictureSource.refused("its host " + host() + " is not a public one");
            }
        }
        return all[0];
    }

    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xFF;
        boolean uniqueLocal = address instanceof Inet6Address && (first & 0xFE) == 0xFC;
        boolean carrierGrade =
                bytes.length == 4 && first == 100 && (bytes[1] & CARRIER_GRADE_MASK) == CARRIER_GRADE_FIRST;
        boolean nobody = bytes.length == 4 && (first == 0 || first >= 240);
        return !(address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || uniqueLocal
                || carrierGrade
                || nobody);
    }
}
