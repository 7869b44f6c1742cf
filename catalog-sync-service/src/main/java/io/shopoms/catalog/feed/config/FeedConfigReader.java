package io.shopoms.catalog.feed.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.model.ShopDomain;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a configuration, and names all that is wrong with it. */
public final class FeedConfigReader {

    private static final Set<String> MEMBERS = Set.of(
            "id",
            "name",
            "store",
            "enabled",
            "connection_type",
            "credentials",
            "format",
            "format_options",
            "product_key",
            "variants_path",
            "mapping",
            "metafield_mappings",
            "decimal_form",
            "currency",
            "sync_frequency",
            "time_zone",
            "delete_policy",
            "removal_limit");

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    /** They mean something else in {@code /api/sync/…}. */
    private static final Set<String> RESERVED = Set.of("products", "status", "runs");

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final BigDecimal USUAL_LIMIT = BigDecimal.TEN;

    private FeedConfigReader() {}

    /**
     * @param id its name in addresses
     * @param store whose products it feeds
     * @throws WrongConfigException naming every wrong member
     */
    public static FeedConfig read(String id, ShopDomain store, JsonNode json, long revision) {
        List<String> problems = new ArrayList<>();
        Members config = new Members(json, "", problems);
        if (!json.isObject()) {
            throw new WrongConfigException(List.of("expected a JSON object"));
        }
        config.only(MEMBERS);
        checkId(id, config);
        Connection connection = new ConnectionReader(config).read();
        FeedConfig read = new FeedConfig(
                id,
                store,
                config.required("name"),
                config.flag("enabled", true),
                connection,
                new FormatReader(config).read(ConnectionReader.fileName(connection)),
                new MappingReader(config).read(),
                schedule(config),
                config.oneOf("delete_policy", DeletePolicy.class).orElse(DeletePolicy.ARCHIVE),
                removalLimit(config),
                revision);
        if (!problems.isEmpty()) {
            throw new WrongConfigException(problems);
        }
        return read;
    }

    private static void checkId(String id, Members config) {
        if (!ID.matcher(id).matches() || RESERVED.contains(id)) {
            config.wrong("id", "expected up to 64 letters, digits, _ and -, and none of " + RESERVED);
        }
    }

    private static FeedSchedule schedule(Members config) {
        ZoneId zone = config.nonBlank("time_zone")
                .flatMap(name -> {
                    try {
                        return Optional.of(ZoneId.of(name));
                    } catch (DateTimeException e) {
                        config.wrong("time_zone", "'" + name + "' is none such as Europe/Berlin");
                        return Optional.empty();
                    }
                })
                .orElse(ZoneId.of("UTC"));
        return config.nonBlank("sync_frequency")
                .map(text -> {
                    try {
                        return FeedSchedule.parse(text, zone);
                    } catch (IllegalArgumentException e) {
                        config.wrong(
                                "sync_frequency",
                                "'" + text + "' is neither hours (24) nor five fields of cron (0 3 * * *)");
                        return FeedSchedule.never();
                    }
                })
                .orElse(FeedSchedule.never());
    }

    private static BigDecimal removalLimit(Members config) {
        return config.nonBlank("removal_limit")
                .map(text -> {
                    if (!text.matches("\\d{1,3}(\\.\\d{1,3})?") || new BigDecimal(text).compareTo(HUNDRED) > 0) {
                        config.wrong("removal_limit", "expected a percentage from 0 to 100");
                        return USUAL_LIMIT;
                    }
                    return new BigDecimal(text);
                })
                .orElse(USUAL_LIMIT);
    }
}
