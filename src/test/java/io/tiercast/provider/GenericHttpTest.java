package io.tiercast.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.tiercast.meta.MalformedPayload;
import io.tiercast.meta.MarketingMessages;
import io.tiercast.meta.SendOutcome;
import io.tiercast.meta.SendOutcome.Accepted;
import io.tiercast.meta.SendOutcome.InDoubt;
import io.tiercast.meta.SendOutcome.Refused;
import io.tiercast.meta.SendTemplate;
import io.tiercast.meta.WebhookEvent.InboundMessage;
import io.tiercast.meta.WebhookEvent.Status;
import io.tiercast.meta.WebhookEvent.StatusEvent;
import io.tiercast.problem.Problems.FieldError;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A provider that is nothing but configuration. */
class GenericHttpTest {

    private static final String TEMPLATE = """
            {'name':'sale','language':{'code':'en'},'components':[
              {'type':'header','parameters':[{'type':'image','image':{'link':'https://shop.example/a.jpg'}}]},
              {'type':'body','parameters':[{'type':'text','text':'Asha \\"A\\"'},{'type':'text','text':'Pune'}]},
              {'type':'button','sub_type':'url','index':1,'parameters':[{'type':'text','text':'diwali'}]}]}""".replace('\'', '"');

    private static final String DESCRIPTION = """
            {'type':'HTTP',
             'send':{'url':'https://api.example.com/{{from}}/send','headers':{'X-Api-Key':'{{secret}}'},'body':%s},
             'answer':{'messageId':'/result/0/id','errorCode':'/fault/code','errorText':'/fault/text'},
             'errors':{'codes':{'E26':131026,'SLOW':130429},'metaCodes':true},
             'statuses':{'list':'/events','messageId':'/id','status':'/state','at':'/time','errorCode':'/why','errorText':'/words',
               'words':{'SENT':'SENT','DELIVRD':'DELIVERED','SEEN':'READ','UNDELIV':'FAILED'}%s},
             'messages':{'list':'/inbound','from':'/sender','text':'/body','at':'/time'},
             'callbacks':{'type':'HEADER','name':'X-Token'},
             'number':{'displayPhoneNumber':'+15550001111','throughputPerSecond':20},
             'templateIds':{'sale/en':'T-17'}}""";

    @Test
    void theRequestIsFilledFromTheMessage() {
        SendRequest request = provider("""
                        {'to':'{{toDigits}}','ref':'{{callbackData}}','kind':'template','id':'{{template.id}}','texts':'{{body}}',
                         'image':'{{header.media}}','hello':'Hi {{body.1}} of {{body.2}}{{body.3}}','gone':'{{body.3}}','link':'{{button.1.url}}',
                         'n':1,'deep':[{'all':'{{variables}}'},'{{header.1}}']}""").request(message());
        assertEquals("https://api.example.com/500600/send", request.base());
        assertEquals("", request.path());
        assertEquals("s3cret", request.headers().get("X-Api-Key"));
        assertEquals("application/json", request.headers().get("Content-Type"));
        assertEquals(new JsonObject("""
                        {'to':'919800000001','ref':'1.d.7.8.9.mac','kind':'template','id':'T-17','texts':['Asha \\"A\\"','Pune'],
                         'image':'https://shop.example/a.jpg','hello':'Hi Asha \\"A\\" of Pune','link':'diwali','n':1,
                         'deep':[{'all':{'header.media':'https://shop.example/a.jpg','body.1':'Asha \\"A\\"','body.2':'Pune','button.1.url':'diwali'}}]}""".replace('\'', '"')), new JsonObject(request.body()));
    }

    @Test
    void theTemplateGoesAsMetaWritesItWhereThatIsWanted() {
        SendRequest request = provider("{'whatsapp':'{{template}}'}").request(message());
        assertEquals(new JsonObject(TEMPLATE), new JsonObject(request.body()).getJsonObject("whatsapp"));
    }

    @Test
    void aFormHasListsAsJson() {
        GenericHttp form = parse(DESCRIPTION
                .formatted("{'To':'whatsapp:{{to}}','Variables':'{{body}}'},'format':'FORM'", "")
                .replace('\'', '"'));
        SendRequest request = form.request(message());
        assertEquals("application/x-www-form-urlencoded", request.headers().get("Content-Type"));
        assertEquals(
                "To=whatsapp%3A%2B919800000001&Variables=%5B%22Asha+%5C%22A%5C%22%22%2C%22Pune%22%5D", request.body());
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                arguments(200, "{'result':[{'id':'m-1'}]}", new Accepted("m-1", null, false)),
                arguments(202, "{'result':[{'id':17}],'fault':{'code':0}}", new Accepted("17", null, false)),
                arguments(200, "{'fault':{'code':'E26','text':'no such user'}}", new Refused(131026, "no such user")),
                arguments(400, "{'fault':{'code':'E26'}}", new Refused(131026, "The provider's code E26")),
                arguments(500, "{'fault':{'code':'SLOW','text':'slow'}}", new Refused(130429, "slow")),
                arguments(400, "{'fault':{'code':131009,'text':'bad'}}", new Refused(131009, "bad")),
                arguments(400, "{'fault':{'code':'E99','text':'odd'}}", new Refused(-2, "odd")),
                arguments(200, "{'fault':{'code':'E99','text':'odd'}}", new Refused(-2, "odd")),
                arguments(401, "no", new Refused(190, "HTTP 401")),
                arguments(429, "", new Refused(130429, "HTTP 429")),
                arguments(404, "<html>", new Refused(-2, "HTTP 404")),
                arguments(408, "{}", null),
                arguments(500, "{'fault':{'code':'E99'}}", null),
                arguments(502, "<html>", null),
                arguments(200, "{}", null),
                arguments(200, "{'result':[{'id':''}]}", null),
                arguments(302, "{'result':[{'id':'m-1'}]}", null));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("answers")
    void anAnswerSaysWhatItProvesAndNoMore(int status, String body, SendOutcome expected) {
        SendOutcome outcome = provider("{}").answer(status, bytes(body));
        if (expected == null) {
            assertTrue(outcome instanceof InDoubt, outcome::toString);
        } else {
            assertEquals(expected, outcome);
        }
    }

    @Test
    void itsCallsAreReadInTheirOrder() {
        List<?> heard = provider("{}").heard("500600", "application/json", bytes("""
                                {'events':[{'id':'m-1','state':'DELIVRD','time':1790000000},
                                           {'id':'m-2','state':'UNDELIV','time':'2026-09-21T14:13:20Z','why':'E26','words':'gone'},
                                           {'id':'m-3','state':'UNDELIV'},{'id':'m-4','state':'QUEUED','time':1790000000123},
                                           {'state':'SENT'},{'note':1}],
                                 'inbound':[{'sender':'+91 98000 00001','body':'STOP'},{'sender':'x'},{'sender':'Acme','body':'STOP'}]}"""));
        assertEquals(
                List.of(
                        status("m-1", Status.DELIVERED, Instant.ofEpochSecond(1790000000), null, null),
                        status("m-2", Status.FAILED, Instant.ofEpochSecond(1790000000), 131026, "gone"),
                        status("m-3", Status.FAILED, null, -2, null),
                        status("m-4", Status.OTHER, Instant.ofEpochMilli(1790000000123L), null, null),
                        new InboundMessage(
                                "500600", "919800000001", null, null, null, "text", "STOP", null, null, null)),
                heard);
    }

    @Test
    void aFormIsReadAsAnObject() {
        GenericHttp form = parse("""
                {'type':'HTTP','send':{'url':'https://api.example.com','body':{}},'answer':{'messageId':'/sid'},
                 'statuses':{'messageId':'/MessageSid','status':'/MessageStatus','words':{'delivered':'DELIVERED'}},
                 'callbacks':{'type':'QUERY','name':'token'},'number':{'displayPhoneNumber':'+15550001111','throughputPerSecond':1}}""".replace('\'', '"'));
        assertEquals(
                List.of(status("SM 1", Status.DELIVERED, null, null, null)),
                form.heard(
                        "500600",
                        "application/x-www-form-urlencoded; charset=UTF-8",
                        bytes("MessageSid=SM+1&MessageStatus=delivered&Empty")));
    }

    @Test
    void whatIsNeitherJsonNorAFormIsRefused() {
        assertThrows(MalformedPayload.class, () -> provider("{}").heard("1", "application/json", bytes("{} {}")));
    }

    @Test
    void whatItCannotDoIsSaid() {
        Capabilities byId = provider("{}").capabilities();
        assertEquals(new Capabilities(false, false, true, false, false, false, false, true), byId);
        assertTrue(echoing("{'ref':'{{callbackData}}'}").capabilities().evidence());
        HttpProblem refusal =
                assertThrows(HttpProblem.class, () -> provider("{}").graph("secret"));
        assertEquals(409, refusal.getStatusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'a':'{{nonsense}}'}", "{'a':{'b':['{{to_}}']}}", "[]"})
    void aBodyThatCannotBeIsRefusedByField(String body) {
        assertEquals(
                List.of("send.body"),
                provider(body).problems().stream().map(FieldError::field).toList());
    }

    @Test
    void aMarkThatComesBackMustBeSent() {
        assertEquals(List.of(), echoing("{'ref':'{{callbackData}}'}").problems());
        assertEquals("send.body", echoing("{}").problems().get(0).field());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+999999999-12-31T23:59:59Z",
                "-4000-01-01T00:00:00Z",
                "999999999999999",
                "0",
                "soon",
                "2026-09-21"
            })
    void aTimeThatCannotBeMeantIsLeftOut(String at) {
        assertNull(ReportedTime.of(at));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length", "host", "Transfer-Encoding"})
    void aHeaderThatSaysHowTheRequestIsSentIsRefused(String header) {
        String written = DESCRIPTION.formatted("{}", "").replace("'X-Api-Key':'{{secret}}'", "'" + header + "':'5'");
        assertEquals(
                "send.headers." + header,
                parse(written.replace('\'', '"')).problems().get(0).field());
    }

    @Test
    void aSecretIsNotWrittenIntoTheDescription() {
        String written =
                DESCRIPTION.formatted("{}", "").replace("{{secret}}", "abc").replace('\'', '"');
        assertEquals("send.headers.X-Api-Key", parse(written).problems().get(0).field());
    }

    private static StatusEvent status(String id, Status status, Instant at, Integer code, String detail) {
        return new StatusEvent("500600", id, status, at, null, null, null, null, code, detail, null);
    }

    private static GenericHttp provider(String body) {
        return parse(DESCRIPTION.formatted(body, "").replace('\'', '"'));
    }

    private static GenericHttp echoing(String body) {
        return parse(DESCRIPTION.formatted(body, ",'callbackData':'/ref'").replace('\'', '"'));
    }

    private static GenericHttp parse(String json) {
        return (GenericHttp) new JsonObject(json).mapTo(Provider.class);
    }

    private static SendTemplate message() {
        return new SendTemplate("500600", "s3cret", "+919800000001", TEMPLATE, "1.d.7.8.9.mac", MarketingMessages.OFF);
    }

    private static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(UTF_8);
    }
}
