package io.tiercast.problem;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import java.util.Optional;

/** Says what is wrong with a JSON body, and where. */
public final class JsonProblems {

    private JsonProblems() {}

    /** 400, or null if the failure has nothing to do with JSON. */
    public static HttpProblem of(Throwable failure) {
        if (!(failure instanceof JsonProcessingException json)) {
            return null;
        }
        return Causes.of(json)
                .filter(HttpProblem.class::isInstance)
                .map(HttpProblem.class::cast)
                .findFirst()
                .orElseGet(() -> translate(json));
    }

    private static HttpProblem translate(JsonProcessingException json) {
        Optional<HttpProblem> syntax = Causes.of(json)
                .filter(StreamReadException.class::isInstance)
                .filter(cause -> !(cause instanceof InputCoercionException))
                .map(cause -> syntax((StreamReadException) cause))
                .findFirst();
        return syntax.orElseGet(() ->
                json instanceof JsonMappingException mapping && !path(mapping).isEmpty()
                        ? Problems.malformed(path(mapping), JsonMessages.of(mapping))
                        : syntax(json));
    }

    private static HttpProblem syntax(JsonProcessingException json) {
        JsonLocation at = json.getLocation();
        String where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
        return Problems.malformed(JsonMessages.ofBody(json) + where, List.of());
    }

    private static String path(JsonMappingException mapping) {
        String path = mapping.getPath().stream().map(JsonProblems::step).collect(joining());
        String kind = mapping instanceof InvalidTypeIdException ? ".type" : "";
        return (path + kind).replaceFirst("^\\.", "");
    }

    private static String step(Reference reference) {
        return reference.getFieldName() == null ? "[" + reference.getIndex() + "]" : "." + reference.getFieldName();
    }
}
