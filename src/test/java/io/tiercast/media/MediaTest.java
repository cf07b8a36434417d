package io.tiercast.media;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class MediaTest {

    private static final int MEGABYTE = 1024 * 1024;

    @Test
    void aPictureIsKeptAsItCame() {
        ValidatableResponse created =
                upload("image/png", Samples.png(), "sale.png").statusCode(201);
        int id = created.extract().path("id");

        created.header("Location", endsWith("/api/v1/media/" + id));
        api().get("/api/v1/media/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("sale.png"))
                .body("kind", equalTo("IMAGE"))
                .body("contentType", equalTo("image/png"))
                .body("size", equalTo(Samples.png().length));
        byte[] content = api().get("/api/v1/media/" + id + "/content")
                .then()
                .statusCode(200)
                .contentType("image/png")
                .extract()
                .asByteArray();
        assertArrayEquals(Samples.png(), content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary", "multipart/form-data; boundary="})
    void aFormWithoutABoundaryIsTheClientsFault(String contentType) {
        api().contentType(contentType)
                .body("--x".getBytes())
                .post("/api/v1/media")
                .then()
                .statusCode(400)
                .body("errors.field", contains("file"));
    }

    @Test
    void aFormBringsItsNameAndType() {
        api().multiPart("file", "bill.pdf", Samples.pdf(), "application/pdf")
                .post("/api/v1/media")
                .then()
                .statusCode(201)
                .body("name", equalTo("bill.pdf"))
                .body("kind", equalTo("DOCUMENT"));
        api().multiPart("note", "no file at all")
                .post("/api/v1/media")
                .then()
                .statusCode(400)
                .body("errors.field", contains("file"));
    }

    @Test
    void aFileWhoseContentIsNotItsTypeIsRefused() {
        upload("image/jpeg", Samples.png(), null)
                .statusCode(422)
                .body("errors.field", contains("file"))
                .body("detail", containsString("image/png"));
        upload("application/pdf", "<html><script>".getBytes(), null)
                .statusCode(422)
                .body("errors.field", contains("file"));
        upload("image/jpeg", Samples.printersJpeg(), null).statusCode(422).body("errors.field", contains("file"));
        upload("image/png", new byte[0], null).statusCode(422).body("errors.field", contains("file"));
    }

    @Test
    void whatMetaDoesNotTakeIsRefusedByItsType() {
        upload("image/webp", Samples.png(), null).statusCode(415);
        api().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/media")
                .then()
                .statusCode(415);
    }

    @Test
    void eachKindHasItsOwnLimit() {
        upload("image/png", Samples.longer(Samples.png(), 5 * MEGABYTE + 1), null)
                .statusCode(413)
                .body("errors.field", contains("file"));
        upload("video/mp4", Samples.longer(Samples.mp4(), 12 * MEGABYTE), null)
                .statusCode(201)
                .body("size", equalTo(12 * MEGABYTE));
        api().multiPart("file", "x.png", Samples.longer(Samples.png(), 6 * MEGABYTE), "image/png")
                .post("/api/v1/media")
                .then()
                .statusCode(413);
    }

    @Test
    void filesAreListedByKindNewestFirst() {
        int first = upload("application/pdf", Samples.pdf(), "a").extract().path("id");
        int second = upload("application/pdf", Samples.pdf(), "b").extract().path("id");
        upload("image/jpeg", Samples.jpeg(), "c").statusCode(201);

        api().get("/api/v1/media?kind=DOCUMENT&limit=2")
                .then()
                .statusCode(200)
                .body("items.id", contains(second, first));
        api().get("/api/v1/media?kind=DOCUMENT").then().body("items.kind", everyItem(equalTo("DOCUMENT")));
        api().get("/api/v1/media").then().body("items.kind", hasItem("IMAGE"));
    }

    @Test
    void aDeletedFileIsGone() {
        int id = upload("image/jpeg", Samples.jpeg(), "c").extract().path("id");
        api().delete("/api/v1/media/" + id).then().statusCode(204);
        api().get("/api/v1/media/" + id).then().statusCode(404);
        api().get("/api/v1/media/" + id + "/content").then().statusCode(404);
        api().delete("/api/v1/media/" + id).then().statusCode(404);
    }

    @Test
    void aNameIsNoPath() {
        upload("image/jpeg", Samples.jpeg(), "../../x\ny.jpg").statusCode(201).body("name", equalTo(".._.._x_y.jpg"));
    }

    @Test
    void linksAreFetchedFromThePublicInternetOnly() {
        refused("http://shop.example.com/a.png");
        refused("https://127.0.0.1/a.png");
        refused("https://169.254.169.254/latest/meta-data");
        refused("https://localhost:5432/");
        api().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/media/fetch")
                .then()
                .statusCode(400);
    }

    private static void refused(String url) {
        api().contentType(ContentType.JSON)
                .body("{\"url\":\"" + url + "\"}")
                .post("/api/v1/media/fetch")
                .then()
                .statusCode(422)
                .body("errors.field", contains("url"));
    }

    private static ValidatableResponse upload(String contentType, byte[] content, String name) {
        RequestSpecification request = api().contentType(contentType).body(content);
        return (name == null ? request : request.queryParam("name", name))
                .post("/api/v1/media")
                .then();
    }

    private static RequestSpecification api() {
        return given().config(Samples.BINARY).header("Authorization", "Bearer test-key-test-key-test-key-test-key");
    }
}
