package io.tiercast.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.tiercast.problem.Problems;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads path and query parameters: an impossible id names nothing (404), an impossible filter is a mistake (400, by name). */
@Provider
public class Parameters implements ParamConverterProvider {

    @Override
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Function<String, Object> parser = ParameterTypes.parser(type);
        return parser == null ? null : new Converter<>(parser, ParameterTypes.expectation(type), annotations);
    }

    private record Converter<T>(Function<String, Object> parser, String expectation, Annotation[] annotations)
            implements ParamConverter<T> {

        @Override
        public T fromString(String value) {
            try {
                return value == null ? null : parsed(value);
            } catch (IllegalArgumentException e) {
                throw refusal(value);
            }
        }

        /** ParameterTypes' parser for a type gives just that type, boxed where it is primitive; the map of them cannot say so. */
        @SuppressWarnings("unchecked") // Class.cast would check it, but refuses boxes: int.class.cast(1) throws
        private T parsed(String value) {
            return (T) parser.apply(value);
        }

        /** A parameter without a name of its own is a part of the path. */
        private HttpProblem refusal(String value) {
            return Stream.of(annotations)
                    .map(Converter::name)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(name -> Problems.malformed(name, expectation))
                    .orElseGet(() -> Problems.notFound("resource", value));
        }

        private static String name(Annotation annotation) {
            if (annotation instanceof QueryParam query) {
                return query.value();
            }
            return annotation instanceof HeaderParam header ? header.value() : null;
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
