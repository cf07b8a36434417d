package io.tiercast.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A person who can be written to. */
@Entity
@Table(name = "contact")
@DynamicUpdate // what webhooks write beside an edit (last inbound) stays theirs
public class Contact {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Version
    public int version;

    public String phone;
    public String country;
    public String name;

    public String externalId;

    public String language;
    public String timezone;

    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, Object> attributes = new HashMap<>();

    public String[] tags = {};

    @Enumerated(EnumType.STRING)
    public ConsentState marketingConsent = ConsentState.UNKNOWN;

    @Enumerated(EnumType.STRING)
    public ConsentState utilityConsent = ConsentState.UNKNOWN;

    public String consentSource;

    public Instant consentAt;

    @Column(insertable = false, updatable = false)
    public Instant lastInboundAt;

    @Column(updatable = false)
    public Instant createdAt;

    public Instant updatedAt;

    static Contact created(CheckedContact checked, Instant now) {
        Contact contact = new Contact();
        contact.createdAt = now;
        contact.become(checked, now);
        return contact;
    }

    Consent consent() {
        return new Consent(marketingConsent, utilityConsent, consentSource, consentAt);
    }

    /** All that people may change, replaced. */
    void become(CheckedContact checked, Instant now) {
        phone = checked.phone();
        country = checked.country();
        name = checked.name();
        externalId = checked.externalId();
        language = checked.language();
        timezone = checked.timezone();
        attributes = checked.attributes();
        tags = checked.tags().toArray(String[]::new);
        become(checked.consent());
        updatedAt = now;
    }

    private void become(Consent consent) {
        marketingConsent = consent.marketing();
        utilityConsent = consent.utility();
        consentSource = consent.source();
        consentAt = consent.at();
    }
}
