package io.shopoms.sync.ops;

import io.shopoms.model.ShopDomain;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** Reads parameters of requests; what cannot be read is answered with what would be right. */
public final class Asked {

    static final int DEFAULT_LIMIT = 50;
    static final int MOST = 500;

    private static final int LONGEST_TEXT = 200;

    private Asked() {}

    public static Optional<ShopDomain> store(String text) {
        return text("store", text).map(value -> {
            try {
                return new ShopDomain(value);
            } catch (IllegalArgumentException e) {
                throw ProblemException.badRequest("store: " + e.getMessage());
            }
        });
    }

    public static Optional<String> text(String name, String text) {
        Optional<String> given = Optional.ofNullable(text).map(String::strip).filter(value -> !value.isEmpty());
        if (given.isPresent() && given.get().length() > LONGEST_TEXT) {
            throw ProblemException.badRequest(name + ": at most " + LONGEST_TEXT + " characters");
        }
        if (given.isPresent() && given.get().indexOf('\0') >= 0) {
            throw ProblemException.badRequest(name + ": holds a NUL character");
        }
        return given;
    }

    public static <E extends Enum<E>> Optional<E> oneOf(Class<E> type, String name, String text) {
        return text(name, text).map(value -> {
            try {
                return Enum.valueOf(type, value.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw ProblemException.badRequest(
                        name + ": expected one of " + Arrays.toString(type.getEnumConstants()));
            }
        });
    }

    public static int limit(String text) {
        return text("limit", text)
                .map(value -> {
                    if (!value.matches("\\d{1,4}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > MOST) {
                        throw ProblemException.badRequest("limit: expected a number from 1 to " + MOST);
                    }
                    return Integer.parseInt(value);
                })
                .orElse(DEFAULT_LIMIT);
    }

    static long id(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw ProblemException.badRequest("id: expected a number");
        }
        return Long.parseLong(text);
    }

    /** Where the page before ended: opaque to callers. */
    public static Optional<String[]> place(String text, int parts) {
        return text("after", text).map(value -> {
            try {
                String plain = new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
                String[] read = plain.split("\\|", -1);
                if (read.length == parts) {
                    return read;
                }
            } catch (IllegalArgumentException e) {
                throw wrongPlace();
            }
            throw wrongPlace();
        });
    }

    public static String place(Object... parts) {
        String plain =
                String.join("|", Arrays.stream(parts).map(Object::toString).toList());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    public static ProblemException wrongPlace() {
        return ProblemException.badRequest("after: expected the value of 'next' of the page before");
    }
}
