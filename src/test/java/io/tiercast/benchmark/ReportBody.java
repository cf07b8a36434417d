package io.tiercast.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.tiercast.outside.Account;
import io.vertx.core.buffer.Buffer;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Writes webhook calls with several statuses as Meta does, byte by byte, and signs them. */
final class ReportBody {

    /** One status of one message. */
    record Report(QuickMessage message, String status, long due) {}

    private static final byte[] PRICING = bytes(
            "\",\"pricing\":{\"billable\":true,\"pricing_model\":\"PMP\",\"type\":\"regular\",\"category\":\"marketing\"}}");
    private static final byte[] CALLBACK = bytes("\",\"biz_opaque_callback_data\":\"");

    private final byte[] head;
    private final Mac mac;

    ReportBody(Account account) {
        this.head = bytes("{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"" + account.wabaId()
                + "\",\"changes\":[{\"field\":\"messages\",\"value\":{\"messaging_product\":\"whatsapp\",\"metadata\":{"
                + "\"display_phone_number\":\"" + account.displayPhoneNumber() + "\",\"phone_number_id\":\""
                + account.phoneNumberId() + "\"},\"contacts\":[");
        this.mac = mac(account.appSecret());
    }

    Buffer write(List<Report> reports) {
        Buffer body = Buffer.buffer(head.length + reports.size() * 420).appendBytes(head);
        for (int i = 0; i < reports.size(); i++) {
            contact(i == 0 ? body : body.appendByte((byte) ','), reports.get(i).message());
        }
        body.appendString("],\"statuses\":[");
        String timestamp = Long.toString(System.currentTimeMillis() / 1000);
        for (int i = 0; i < reports.size(); i++) {
            status(i == 0 ? body : body.appendByte((byte) ','), reports.get(i), timestamp);
        }
        return body.appendString("]}}]}]}");
    }

    String signature(Buffer body) {
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes()));
    }

    private static void contact(Buffer body, QuickMessage message) {
        body.appendString("{\"profile\":{\"name\":\"Somebody\"},\"wa_id\":\"");
        digits(body, message).appendString("\",\"user_id\":\"IN.");
        digits(body, message).appendString("\"}");
    }

    private static void status(Buffer body, Report report, String timestamp) {
        body.appendString("{\"id\":\"wamid.Q")
                .appendString(Integer.toString(report.message().serial))
                .appendString("\",\"status\":\"")
                .appendString(report.status())
                .appendString("\",\"timestamp\":\"")
                .appendString(timestamp)
                .appendString("\",\"recipient_id\":\"");
        digits(body, report.message())
                .appendBytes(CALLBACK)
                .appendBytes(report.message().callback)
                .appendBytes(PRICING);
    }

    /** The number without its plus sign. */
    private static Buffer digits(Buffer body, QuickMessage message) {
        return body.appendBytes(message.to, 1, message.to.length - 1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(US_ASCII);
    }

    private static Mac mac(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
