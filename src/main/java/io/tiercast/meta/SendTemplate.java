package io.tiercast.meta;

/**
 * One template message to send.
 *
 * @param phoneNumberId Meta's id of the sending number
 * @param accessToken never logged
 * @param to E.164 with its {@code +}: without it Meta may prepend the country code of the business
 * @param templateJson the {@code template} object as JSON text, parameters filled in
 * @param callbackData comes back with every status, at most 512 characters
 * @param marketing OFF for all but marketing templates
 */
public record SendTemplate(
        String phoneNumberId,
        String accessToken,
        String to,
        String templateJson,
        String callbackData,
        MarketingMessages marketing) {

    /** The body of the request; phone and callback data hold no character that JSON escapes. */
    public String json() {
        return "{\"messaging_product\":\"whatsapp\",\"recipient_type\":\"individual\",\"to\":\"" + to
                + "\",\"type\":\"template\",\"template\":" + templateJson
                + ",\"biz_opaque_callback_data\":\"" + callbackData + "\"" + marketing.json() + "}";
    }

    @Override
    public String toString() {
        return "SendTemplate[" + callbackData + "]";
    }
}
