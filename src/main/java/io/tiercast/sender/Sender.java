package io.tiercast.sender;

import io.tiercast.meta.BusinessAccount;
import io.tiercast.meta.MarketingMessages;
import io.tiercast.meta.MessagingLimit;
import io.tiercast.meta.PhoneNumber;
import io.tiercast.provider.Provider;
import io.tiercast.security.SecretBox;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A WhatsApp business phone number that campaigns are sent from. */
@Entity
@DynamicUpdate // what webhooks write beside an edit stays theirs
public class Sender {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Version
    public int version;

    public String name;
    public String phoneNumberId;
    public String wabaId;

    /** With whom it shares the messaging limit; an account whose owner Meta does not show counts as a portfolio of its own. */
    public String portfolioId;

    public String senderKey;

    /** Encrypted. */
    public byte[] accessToken;

    /** Encrypted; null: the installation's own is used. */
    public byte[] appSecret;

    public String displayPhoneNumber;
    public String verifiedName;
    public String status;
    public String quality;

    /** Recipients in a rolling 24 hours; null: unlimited. */
    public Integer messagingLimit;

    /** Messages a second, as Meta says. */
    public double throughputMeta;

    /** The operator's own figure; null: Meta's counts. */
    public Double throughputOwn;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public MarketingMessages marketingMessages = MarketingMessages.OFF;

    /** Through whom it sends; null: Meta itself. */
    @JdbcTypeCode(SqlTypes.JSON)
    public Provider provider;

    /** Whether statuses bring our own mark back: without it, what is in doubt can never be decided here. */
    public boolean echoes = true;

    /** What Meta forbids the account; null: nothing. */
    @JdbcTypeCode(SqlTypes.JSON)
    public Restriction restriction;

    public Instant syncedAt;
    public Instant createdAt;
    public Instant updatedAt;

    double throughputPerSecond() {
        return throughputOwn == null ? throughputMeta : throughputOwn;
    }

    public Provider provider() {
        return provider == null ? Provider.META : provider;
    }

    /** @param other null: Meta itself */
    void sendThrough(Provider other) {
        provider = Provider.META.equals(other) ? null : other;
        echoes = provider().capabilities().evidence();
    }

    /** Why it cannot be used; null: it can. */
    public String trouble(SecretBox secrets) {
        return OpenedSecrets.of(secrets, accessToken, appSecret).trouble();
    }

    String webhookPath() {
        return provider().webhookPath(senderKey, appSecret != null);
    }

    /** All but the portfolio: with that the 24 hours change, see {@link PortfolioChange}. */
    void read(PhoneNumber number, BusinessAccount account, Instant now) {
        displayPhoneNumber = number.displayPhoneNumber();
        verifiedName = number.verifiedName();
        status = number.status();
        quality = number.quality();
        throughputMeta = number.throughputPerSecond();
        MessagingLimit limit = limit(number, account);
        if (limit != null) {
            messagingLimit = limit.recipients();
        } else if (syncedAt == null) {
            messagingLimit = MessagingLimit.LOWEST.recipients();
        }
        syncedAt = now;
    }

    void forgetRestriction() {
        if (status.equals("CONNECTED")) {
            restriction = null;
        }
    }

    /** Null where Meta gives no figure. */
    static MessagingLimit limit(PhoneNumber number, BusinessAccount account) {
        return number.limit() == null ? account.limit() : number.limit();
    }
}
