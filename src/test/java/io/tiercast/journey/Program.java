package io.tiercast.journey;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.tiercast.boot.TiercastProcess;
import io.tiercast.boot.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A program that uses the API with an API key, as integrations do. A call that is not answered as it should fails the test. */
public record Program(TiercastProcess tiercast) {

    public JsonPath get(String path) {
        return request().get(path).then().statusCode(200).extract().jsonPath();
    }

    /** Creates something; returns its id. */
    public long create(String path, Map<String, ?> body) {
        return request()
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    /** Does something to what exists. */
    public JsonPath act(String path, Map<String, ?> body) {
        return request().body(body).post(path).then().statusCode(200).extract().jsonPath();
    }

    public void patch(String path, Map<String, ?> body) {
        request()
                .contentType("application/merge-patch+json")
                .body(body)
                .patch(path)
                .then()
                .statusCode(200);
    }

    public void put(String path, Map<String, ?> body) {
        request().body(body).put(path).then().statusCode(200);
    }

    /** Imports people into a group and waits for the end; all rows must be new and good. */
    public JsonPath importNew(String csv, long groupId, String consent, Duration limit) {
        long id = request()
                .contentType("text/csv")
                .queryParam("groupId", groupId)
                .queryParam("consent", consent)
                .queryParam("defaultCountry", "IN")
                .body(csv)
                .post("/contacts/import")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("id");
        Waiting.until(
                "the import",
                limit,
                () -> !get("/imports/" + id).getString("state").equals("RUNNING"));
        JsonPath done = get("/imports/" + id);
        long rows = csv.lines().count() - 1;
        assertEquals("COMPLETED " + rows, done.getString("state") + " " + done.getLong("created"));
        return done;
    }

    /** A campaign that starts at once, to a group, with one template. */
    public long createCampaign(long senderId, long templateId, Map<String, ?> variables, long groupId) {
        return create(
                "/campaigns",
                Map.of(
                        "name", "Journey",
                        "senderIds", List.of(senderId),
                        "content", List.of(Map.of("templateId", templateId, "variables", variables)),
                        "audience", Map.of("groupIds", List.of(groupId)),
                        "schedule", Map.of("type", "NOW")));
    }

    public JsonPath stats(long campaignId) {
        return get("/campaigns/" + campaignId + "/stats");
    }

    public String state(long campaignId) {
        return get("/campaigns/" + campaignId).getString("state");
    }

    public RequestSpecification request() {
        return given().baseUri(tiercast.uri("/api/v1").toString())
                .header("Authorization", "Bearer " + TiercastProcess.API_KEY)
                .contentType("application/json");
    }
}
