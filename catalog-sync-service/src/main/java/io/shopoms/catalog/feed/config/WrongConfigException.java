package io.shopoms.catalog.feed.config;

import java.util.List;

/** A configuration that cannot be; names every wrong member. */
public final class WrongConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    public WrongConfigException(List<String> problems) {
        super(String.join("; ", problems), null, false, false);
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
