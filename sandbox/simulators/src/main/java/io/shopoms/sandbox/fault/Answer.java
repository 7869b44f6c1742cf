package io.shopoms.sandbox.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.buffer.Buffer;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** An HTTP answer that is ready to be sent, or to be lost. */
public record Answer(int status, Map<String, String> headers, Buffer body) {

    public Answer {
        headers = Map.copyOf(headers);
    }

    /** @param body anything that Jackson writes */
    public static Answer json(int status, Object body) {
        try {
            return new Answer(
                    status,
                    Map.of("Content-Type", "application/json; charset=utf-8"),
                    Buffer.buffer(Json.MAPPER.writeValueAsBytes(body)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Answer html(String page) {
        return new Answer(200, Map.of("Content-Type", "text/html; charset=utf-8"), Buffer.buffer(page));
    }

    public static Answer text(int status, String text) {
        return new Answer(status, Map.of("Content-Type", "text/plain; charset=utf-8"), Buffer.buffer(text));
    }

    /** The same answer with one header more. */
    public Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }
}
