package io.tiercast.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Templates as Meta lists them. */
final class Components {

    static final String POSITIONAL = """
            [{"type":"HEADER","format":"TEXT","text":"Hello {{1}}","example":{"header_text":["Ana"]}},
             {"type":"BODY","text":"Order {{2}} for {{1}}. Thanks, {{1}}!","example":{"body_text":[["Ana","A-100"]]}},
             {"type":"FOOTER","text":"Acme"}]""";

    static final String NAMED = """
            [{"type":"BODY","text":"Hi {{first_name}}, see {{shop}} now",
              "example":{"body_text_named_params":[{"param_name":"shop","example":"Pune"},{"param_name":"first_name","example":"Ana"}]}}]""";

    static final String BUTTONS = """
            [{"type":"BODY","text":"Sale"},
             {"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Stop"},
              {"type":"URL","text":"Shop","url":"https://acme.example/p/{{1}}","example":["https://acme.example/p/shoes"]},
              {"type":"URL","text":"Home","url":"https://acme.example"},
              {"type":"COPY_CODE","text":"Copy","example":["25OFF"]},
              {"type":"PHONE_NUMBER","text":"Call","phone_number":"+15550001111"}]}]""";

    static final String IMAGE = """
            [{"type":"HEADER","format":"IMAGE","example":{"header_handle":["https://acme.example/sample.png"]}},
             {"type":"BODY","text":"Look"}]""";

    static final String OTP_AS_LISTED = """
            [{"type":"BODY","text":"*{{1}}* is your code.","example":{"body_text":[["123456"]]}},
             {"type":"BUTTONS","buttons":[{"type":"URL","text":"Copy code",
              "url":"https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}","example":["otp123456"]}]}]""";

    static final String OTP_AS_CREATED = """
            [{"type":"BODY","add_security_recommendation":true},
             {"type":"BUTTONS","buttons":[{"type":"OTP","otp_type":"COPY_CODE","text":"Copy code"}]}]""";

    static final String CAROUSEL = """
            [{"type":"BODY","text":"For {{1}}:"},
             {"type":"CAROUSEL","cards":[
              {"components":[{"type":"HEADER","format":"IMAGE"},{"type":"BODY","text":"At {{1}}"},
               {"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"More"},{"type":"URL","text":"Buy","url":"https://a.example/{{1}}"}]}]},
              {"components":[{"type":"HEADER","format":"VIDEO"},{"type":"BODY","text":"Nothing"}]}]}]""";

    private Components() {}

    static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
