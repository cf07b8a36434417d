package io.tiercast.meta;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphAnswerTest {

    @Test
    void anObjectIsTheAnswer() {
        assertEquals("7", read(200, "{\"id\":7}").text("id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|{\"error\":{\"code\":131059}}|131059",
                "500|{\"error\":{\"code\":\"2\"}}|2",
                "200|{\"error\":{\"code\":190}}|190",
                "400|{\"error\":{\"code\":\"odd\"}}|1",
                "401||190",
                "403|<html>|10",
                "404|{}|33",
                "429||4",
                "418|{\"error\":\"teapot\"}|100"
            })
    void aRefusalHasMetasCodeWhateverItsShape(int status, String body, int code) {
        GraphError error = assertThrows(GraphError.class, () -> read(status, body == null ? "" : body));
        assertEquals(code, error.code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"200|<html>", "200|[]", "200|''", "302|{}", "500|{}", "503|busy"})
    void whatIsNoAnswerOfMetasSaysNothingAboutTheRequest(int status, String body) {
        assertThrows(GraphUnreachable.class, () -> read(status, body));
    }

    @ParameterizedTest
    @CsvSource({
        "190, 422, accessToken",
        "10, 422, accessToken",
        "230, 422, accessToken",
        "33, 422, wabaId",
        "100, 422, wabaId",
        "2, 503,",
        "4, 503,",
        "80007, 503,"
    })
    void theClientLearnsWhichFieldOrWhetherToWait(int code, int status, String field) {
        HttpProblem problem = (HttpProblem) GraphProblems.explain(new GraphError(code, null), "wabaId");
        assertEquals(status, problem.getStatusCode());
        String errors = String.valueOf(problem.getParameters().get("errors"));
        assertEquals(field != null, errors.contains("field=" + field));
    }

    private static Lenient read(int status, String body) {
        return GraphAnswer.read(status, body.getBytes(UTF_8));
    }
}
