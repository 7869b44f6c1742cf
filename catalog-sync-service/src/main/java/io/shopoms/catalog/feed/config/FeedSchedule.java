package io.shopoms.catalog.feed.config;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** When a feed is read by itself: every so many hours, at the times of a cron expression, or never. */
public final class FeedSchedule {

    private static final int MOST_HOURS = 8_760;

    /** Whatever comes at all comes after it: the 31st of February does not. */
    private static final LocalDate ANY_DAY = LocalDate.of(2024, 1, 1);

    private final Optional<Duration> every;
    private final Optional<ExecutionTime> times;
    private final ZoneId zone;

    private FeedSchedule(Optional<Duration> every, Optional<ExecutionTime> times, ZoneId zone) {
        this.every = every;
        this.times = times;
        this.zone = zone;
    }

    public static FeedSchedule never() {
        return new FeedSchedule(Optional.empty(), Optional.empty(), ZoneId.of("UTC"));
    }

    /**
     * @param text hours, such as {@code 24}, or five fields of cron, such as {@code 0 3 * * *}
     * @throws IllegalArgumentException if it is neither
     */
    public static FeedSchedule parse(String text, ZoneId zone) {
        String wanted = text.strip();
        if (wanted.matches("\\d{1,4}")) {
            int hours = Integer.parseInt(wanted);
            if (hours < 1 || hours > MOST_HOURS) {
                throw new IllegalArgumentException("hours must be from 1 to " + MOST_HOURS);
            }
            return new FeedSchedule(Optional.of(Duration.ofHours(hours)), Optional.empty(), zone);
        }
        Cron cron = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX)).parse(wanted);
        ExecutionTime times = ExecutionTime.forCron(cron);
        if (times.nextExecution(ANY_DAY.atStartOfDay(zone)).isEmpty()) {
            throw new IllegalArgumentException("there is no such day");
        }
        return new FeedSchedule(Optional.empty(), Optional.of(times), zone);
    }

    /** Empty if it never runs by itself. */
    public Optional<Instant> next(Instant after) {
        return every.map(after::plus)
                .or(() -> times.flatMap(cron -> cron.nextExecution(after.atZone(zone)))
                        .map(ZonedDateTime::toInstant));
    }
}
