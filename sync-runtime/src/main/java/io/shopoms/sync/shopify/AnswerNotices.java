package io.shopoms.sync.shopify;

import io.shopoms.model.ShopDomain;
import io.shopoms.sync.http.HttpAnswer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * What Shopify says beside its answers: that it served another version than asked for (the asked one has ended, and
 * Shopify falls forward), or that a document uses what will be removed. Each is logged once.
 */
final class AnswerNotices {

    private static final Logger LOG = Logger.getLogger(AnswerNotices.class);
    private static final int REMEMBERED = 200;

    private final ShopDomain shop;
    private final String apiVersion;
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    AnswerNotices(ShopDomain shop, String apiVersion) {
        this.shop = shop;
        this.apiVersion = apiVersion;
    }

    void read(GraphqlDocument document, HttpAnswer answer) {
        answer.header("X-Shopify-API-Version")
                .filter(served -> !served.equals(apiVersion))
                .ifPresent(served -> once(
                        "%s: Shopify serves API version %s instead of %s; raise SHOPIFY_API_VERSION to a supported one",
                        shop, served, apiVersion));
        answer.header("X-Shopify-API-Deprecated-Reason")
                .ifPresent(reason ->
                        once("%s: Shopify will remove something that %s uses: %s", shop, document.name(), reason));
    }

    private void once(String format, Object... arguments) {
        String line = String.format(format, arguments).replaceAll("\\p{Cntrl}+", " ");
        String bounded = line.length() > 500 ? line.substring(0, 500) : line;
        if (said.size() < REMEMBERED && said.add(bounded)) {
            LOG.warn(bounded);
        }
    }
}
