package io.shopoms.sync.http;

import java.time.Duration;

/**
 * The bounds of every call.
 *
 * @param connectTimeout until the connection stands
 * @param readTimeout from sending the request to the last byte of the answer
 * @param maxAnswerBytes a longer answer is cut off and fails
 */
public record HttpLimits(Duration connectTimeout, Duration readTimeout, long maxAnswerBytes) {

    public HttpLimits {
        if (connectTimeout.toMillis() < 1 || readTimeout.toMillis() < 1 || maxAnswerBytes < 1) {
            throw new IllegalArgumentException("timeouts and the answer's size must be positive");
        }
    }
}
