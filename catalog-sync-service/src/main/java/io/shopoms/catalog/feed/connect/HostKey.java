package io.shopoms.catalog.feed.connect;

import java.io.IOException;
import java.net.SocketAddress;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.digest.BuiltinDigests;

/** The one key that an SFTP server may have: a fingerprint {@code SHA256:…}, or a line of {@code known_hosts}. */
final class HostKey implements ServerKeyVerifier {

    private final String pinned;
    private volatile String seen;
    private volatile boolean accepted;

    HostKey(String pinned) {
        this.pinned = pinned.strip();
    }

    @Override
    public boolean verifyServerKey(ClientSession session, SocketAddress address, PublicKey key) {
        seen = KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
        accepted = isPinned(key);
        return accepted;
    }

    private boolean isPinned(PublicKey key) {
        if (pinned.startsWith("SHA256:")) {
            return pinned.replaceFirst("=+$", "").equals(seen);
        }
        try {
            return KeyUtils.compareKeys(parse(pinned), key);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether the server showed the pinned key. */
    boolean accepted() {
        return accepted;
    }

    /** The fingerprint of the key that the server showed; null before. */
    String seen() {
        return seen;
    }

    /** In a line of known_hosts, the key is the type and the word after it. */
    private static PublicKey parse(String line) throws IOException, GeneralSecurityException {
        String[] words = line.split("\\s+");
        int type = words.length > 2 && !words[0].startsWith("ssh-") && !words[0].startsWith("ecdsa-") ? 1 : 0;
        if (words.length < type + 2) {
            throw new IllegalArgumentException("neither a fingerprint nor a line of known_hosts");
        }
        return PublicKeyEntry.parsePublicKeyEntry(words[type] + " " + words[type + 1])
                .resolvePublicKey(null, null, PublicKeyEntryResolver.IGNORING);
    }
}
