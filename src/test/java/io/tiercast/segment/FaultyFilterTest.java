package io.tiercast.segment;

import static io.tiercast.contact.People.json;
import static io.tiercast.segment.SegmentCalls.person;
import static io.tiercast.segment.SegmentCalls.preview;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A faulty filter is refused by the field at fault, saved or previewed. */
@QuarkusTest
class FaultyFilterTest {

    @Test
    void whatDoesNotExistIsNamed() {
        refused("{'type':'all','of':[{'type':'group','groupId':99999999}]}", 422, "filter.of[0].groupId");
        refused("{'type':'not','of':{'type':'segment','segmentId':99999999}}", 422, "filter.of.segmentId");
        refused("{'type':'campaign','campaignId':99999999,'reached':'READ'}", 422, "filter.campaignId");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'type':'all','of':[{'type':'tag','tag':'x'},{'type':'property','path':'contact.name','op':'LIKE','value':'x'}]} | filter.of[1].op
            {'type':'some','of':[]} | filter.type
            {'of':[]} | filter.type
            {'type':'all'} | filter.of
            {'type':'all','of':[null]} | filter.of[0]
            {'type':'tag','tag':'x','colour':1} | filter.colour
            {'type':'tag'} | filter.tag
            {'type':'tag','tag':5} | filter.tag
            {'type':'group','groupId':'x'} | filter.groupId
            {'type':'not','of':[]} | filter.of
            {'type':'campaign','campaignId':1,'reached':'SEEN'} | filter.reached
            {'type':'event','name':'x','atLeast':0} | filter.atLeast
            {'type':'event','name':'x','where':[{'path':'event.x','op':'NO','value':1}]} | filter.where[0].op
            """)
    void aFilterOfTheWrongShapeIsRefusedByItsField(String filter, String field) {
        refused(filter, 400, field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'type':'property','path':'contact.shoe','op':'EQ','value':'x'} | filter.path
            {'type':'property','path':'name','op':'EQ','value':'x'} | filter.path
            {'type':'property','path':'contact.name','op':'GT','value':'x'} | filter.op
            {'type':'property','path':'contact.name','op':'EQ','value':5} | filter.value
            {'type':'property','path':'contact.name','op':'EQ'} | filter.value
            {'type':'property','path':'contact.name','op':'EXISTS','value':'x'} | filter.value
            {'type':'property','path':'contact.name','op':'IN','value':'x'} | filter.value
            {'type':'property','path':'contact.name','op':'IN','value':['x',5]} | filter.value[1]
            {'type':'property','path':'contact.createdAt','op':'GT','value':'yesterday'} | filter.value
            {'type':'property','path':'contact.createdAt','op':'WITHIN_LAST','value':'30'} | filter.value
            {'type':'property','path':'contact.createdAt','op':'WITHIN_LAST','value':'-P1D'} | filter.value
            {'type':'property','path':'contact.createdAt','op':'BETWEEN','value':['2026-01-01']} | filter.value
            {'type':'property','path':'contact.createdAt','op':'EQ','value':'2026-01-01','timezone':'Mars'} | filter.timezone
            {'type':'property','path':'contact.consent.marketing','op':'EQ','value':'MAYBE'} | filter.value
            {'type':'property','path':'contact.attributes.checkedNumber','op':'EQ','value':'five'} | filter.value
            {'type':'property','path':'contact.attributes.checkedNumber','op':'CONTAINS','value':'5'} | filter.op
            {'type':'property','path':'contact.attributes.checkedDate','op':'GT','value':7} | filter.value
            {'type':'property','path':'contact.attributes.unheardOf','op':'EQ','value':{'a':1}} | filter.value
            {'type':'event','name':'x','within':'soon'} | filter.within
            {'type':'event','name':'x','where':[{'path':'total','op':'EQ','value':1}]} | filter.where[0].path
            """)
    void aFilterThatMakesNoSenseIsRefusedByItsField(String filter, String field) {
        person("'attributes':{'checkedNumber':5,'checkedDate':'2026-01-01'}");
        refused(filter, 422, field);
    }

    @Test
    void aFilterTooDeepOrTooLargeIsRefused() {
        String tag = "{'type':'tag','tag':'x'}";
        refused("{'type':'not','of':".repeat(10) + tag + "}".repeat(10), 422, "filter" + ".of".repeat(10));
        refused("{'type':'any','of':[" + (tag + ",").repeat(200) + tag + "]}", 422, "filter");
        preview("{'type':'not','of':".repeat(9) + tag + "}".repeat(9));
        preview("{'type':'any','of':[" + (tag + ",").repeat(199) + tag + "]}");
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 900, 20_000})
    void aFilterOfWhateverDepthIsTheClientsFault(int depth) {
        String filter = "{'type':'not','of':".repeat(depth) + "{'type':'tag','tag':'x'}" + "}".repeat(depth);
        json("{'filter':" + filter + "}")
                .post("/api/v1/segments/preview")
                .then()
                .statusCode(oneOf(400, 422));
    }

    private static void refused(String filter, int status, String field) {
        json("{'name':'Refused','filter':%s}".formatted(filter))
                .post("/api/v1/segments")
                .then()
                .statusCode(status)
                .body("errors.field", hasItem(field));
        json("{'filter':%s}".formatted(filter))
                .post("/api/v1/segments/preview")
                .then()
                .statusCode(status)
                .body("errors.field", hasItem(field));
    }
}
