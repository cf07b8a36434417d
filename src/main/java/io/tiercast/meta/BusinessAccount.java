package io.tiercast.meta;

/**
 * A WhatsApp business account.
 *
 * @param portfolioId the business portfolio that owns it; null where Meta does not show it
 * @param limit the messaging limit of the portfolio; null where Meta does not show it
 */
public record BusinessAccount(String portfolioId, MessagingLimit limit) {

    static final String FIELDS = "id,name,owner_business_info,whatsapp_business_manager_messaging_limit";

    static BusinessAccount of(Lenient answer) {
        return new BusinessAccount(answer.at("owner_business_info").text("id"), PhoneNumber.limit(answer));
    }
}
