package io.shopoms.sandbox.odoo.transport;

import io.shopoms.sandbox.odoo.orm.User;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The API keys that are valid now, and whose they are. */
public final class ApiKeys {

    private final Map<String, User> users = new ConcurrentHashMap<>();

    public void grant(String key, User user) {
        users.put(key, user);
    }

    /** From now on the key is answered with 401. */
    public void revoke(String key) {
        users.remove(key);
    }

    public void clear() {
        users.clear();
    }

    Optional<User> find(String key) {
        return Optional.ofNullable(users.get(key));
    }

    Optional<User> find(String login, String key) {
        return find(key).filter(user -> user.login().equals(login));
    }
}
