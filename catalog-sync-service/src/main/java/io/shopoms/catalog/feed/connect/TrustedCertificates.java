package io.shopoms.catalog.feed.connect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Whom to believe: the certificate that a configuration names, or else the public authorities. */
final class TrustedCertificates {

    private TrustedCertificates() {}

    static TrustManager of(Optional<String> pem) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(pem.isEmpty() ? null : store(pem.get()));
            return factory.getTrustManagers()[0];
        } catch (GeneralSecurityException | IOException e) {
            throw Unfetched.misconfigured(
                    "credentials.certificate is not a certificate",
                    "Put it there as PEM, -----BEGIN CERTIFICATE-----.");
        }
    }

    private static KeyStore store(String pem) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (Certificate certificate : CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))) {
            store.setCertificateEntry("feed-" + number++, certificate);
        }
        if (number == 0) {
            throw new GeneralSecurityException("no certificate");
        }
        return store;
    }
}
