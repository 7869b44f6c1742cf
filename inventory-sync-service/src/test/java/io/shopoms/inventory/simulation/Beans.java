package io.shopoms.inventory.simulation;

import io.quarkus.runtime.configuration.DurationConverter;
import io.shopoms.inventory.stock.LevelKey;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The beans of one process of the service, each made once by the constructor that the container takes, so that a process
 * that was killed is followed by one that remembers nothing.
 */
final class Beans {

    private static final List<Class<?>> SCANNED = scan();

    private final Map<Class<?>, Object> made = new LinkedHashMap<>();
    private final Map<String, String> settings;

    /** @param settings as properties */
    Beans(Map<String, String> settings) {
        this.settings = settings;
    }

    <T> Beans with(Class<T> type, T bean) {
        made.put(type, bean);
        return this;
    }

    <T> T get(Class<T> type) {
        Object known = made.get(type);
        if (known == null) {
            known = type.isAnnotationPresent(ConfigMapping.class) ? settings(type) : construct(type);
            made.put(type, known);
        }
        return type.cast(known);
    }

    /** The service's beans of a type, by name. */
    <T> List<T> all(Class<T> type) {
        return all(type, bean -> true);
    }

    <T> List<T> all(Class<T> type, Predicate<Class<?>> wanted) {
        List<T> all = new ArrayList<>();
        SCANNED.stream().filter(type::isAssignableFrom).filter(wanted).forEach(bean -> all.add(type.cast(get(bean))));
        return all;
    }

    private Object construct(Class<?> type) {
        if (type.isInterface()) {
            List<Class<?>> found =
                    SCANNED.stream().filter(type::isAssignableFrom).toList();
            if (found.size() != 1) {
                throw new IllegalStateException("a simulation needs one " + type + ", not " + found);
            }
            return get(found.get(0));
        }
        Constructor<?> constructor = constructor(type);
        try {
            constructor.setAccessible(true);
            return constructor.newInstance(Arrays.stream(constructor.getGenericParameterTypes())
                    .map(this::argument)
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + type, e);
        }
    }

    private static Constructor<?> constructor(Class<?> type) {
        List<Constructor<?>> all = Arrays.asList(type.getDeclaredConstructors());
        return all.stream()
                .filter(each -> each.isAnnotationPresent(Inject.class))
                .findFirst()
                .orElseGet(() -> all.stream()
                        .max(Comparator.comparingInt(Constructor::getParameterCount))
                        .orElseThrow());
    }

    private Object argument(Type type) {
        if (type instanceof ParameterizedType many && many.getRawType() == List.class) {
            Type each = many.getActualTypeArguments()[0];
            Class<?> wanted = (Class<?>) (each instanceof ParameterizedType raw ? raw.getRawType() : each);
            return all(wanted);
        }
        return get((Class<?>) (type instanceof ParameterizedType raw ? raw.getRawType() : type));
    }

    private Object settings(Class<?> mapping) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(settings, "simulation", 300))
                .withMapping(mapping)
                .build()
                .getConfigMapping(mapping);
    }

    private static List<Class<?>> scan() {
        try {
            Path classes = Path.of(LevelKey.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(classes.resolve("io/shopoms/inventory"))) {
                return files.map(file -> classes.relativize(file).toString())
                        .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
                        .sorted()
                        .<Class<?>>map(file ->
                                load(file.substring(0, file.length() - 6).replace('/', '.')))
                        .filter(type -> !type.isInterface() && !Modifier.isAbstract(type.getModifiers()))
                        .filter(type -> type.isAnnotationPresent(ApplicationScoped.class)
                                || type.isAnnotationPresent(Singleton.class))
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Beans.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
