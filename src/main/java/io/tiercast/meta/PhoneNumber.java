package io.tiercast.meta;

/**
 * A business phone number as Meta describes it.
 *
 * @param status CONNECTED: it may send
 * @param quality GREEN, YELLOW, RED or UNKNOWN
 * @param throughputPerSecond messages a second, inbound and outbound together
 * @param limit the messaging limit of its portfolio; null where Meta does not show it on the number
 */
public record PhoneNumber(
        String displayPhoneNumber,
        String verifiedName,
        String status,
        String quality,
        double throughputPerSecond,
        MessagingLimit limit) {

    static final String FIELDS =
            "id,display_phone_number,verified_name,status,quality_rating,throughput,whatsapp_business_manager_messaging_limit";

    private static final double STANDARD = 80;
    private static final double HIGH = 1000;

    /** Numbers that are in the WhatsApp Business app as well; assumed, too, where Meta says that no level applies. */
    private static final double COEXISTENCE = 20;

    static PhoneNumber of(Lenient answer) {
        return new PhoneNumber(
                answer.text("display_phone_number"),
                answer.text("verified_name"),
                answer.has("status") ? answer.text("status") : "UNKNOWN",
                quality(answer.text("quality_rating")),
                throughput(answer.at("throughput").text("level")),
                limit(answer));
    }

    static MessagingLimit limit(Lenient answer) {
        String limit = answer.text("whatsapp_business_manager_messaging_limit");
        return limit == null ? null : MessagingLimit.parse(limit);
    }

    static String quality(String rating) {
        return rating == null || rating.equals("NA") ? "UNKNOWN" : rating;
    }

    private static double throughput(String level) {
        return switch (level == null ? "STANDARD" : level) {
            case "HIGH" -> HIGH;
            case "NOT_APPLICABLE" -> COEXISTENCE;
            default -> STANDARD;
        };
    }
}
