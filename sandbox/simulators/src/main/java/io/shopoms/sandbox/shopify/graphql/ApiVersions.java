package io.shopoms.sandbox.shopify.graphql;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The API versions of November 2026. */
final class ApiVersions {

    record Version(String handle, String displayName, boolean supported) {}

    static final List<Version> ALL = List.of(
            new Version("2026-01", "2026-01", true),
            new Version("2026-04", "2026-04", true),
            new Version("2026-07", "2026-07", true),
            new Version("2026-10", "2026-10 (Latest)", true),
            new Version("2027-01", "2027-01 (Release candidate)", false),
            new Version("unstable", "unstable", false));

    static final Version LATEST = ALL.get(3);

    private static final String OLDEST = ALL.get(0).handle();
    private static final Pattern QUARTER = Pattern.compile("20\\d\\d-(01|04|07|10)");

    private ApiVersions() {}

    /** The version that a request is served by: a retired one falls forward to the oldest; empty for one not made yet. */
    static Optional<String> served(String asked) {
        if (ALL.stream().anyMatch(version -> version.handle().equals(asked))) {
            return Optional.of(asked);
        }
        return QUARTER.matcher(asked).matches() && asked.compareTo(OLDEST) < 0 ? Optional.of(OLDEST) : Optional.empty();
    }
}
