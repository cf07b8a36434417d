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

    public String consentEvidence;

    public Instant consentAt;

    /** Since when a confirmation of marketing is waited for. */
    public Instant consentRequestedAt;

    /** What the suppression list forbids; kept by the database. */
    @Enumerated(EnumType.STRING)
    @Column(insertable = false, updatable = false)
    public SuppressionScope suppressed;

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
        return new Consent(marketingConsent, utilityConsent, consentSource, consentEvidence, consentAt);
    }

    ConsentView consentView() {
        return new ConsentView(
                marketingConsent, utilityConsent, consentSource, consentEvidence, consentAt, consentRequestedAt);
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
        become(checked.consent(), checked.consentRequestedAt());
        updatedAt = now;
    }

    /** An opt-in to marketing that the person has yet to confirm. */
    void ask(RequestConsent request, Instant now) {
        Consent asked = new Consent(marketingConsent, utilityConsent, request.source(), request.evidence(), null);
        become(asked.completedAt(now), now);
        updatedAt = now;
    }

    private void become(Consent consent, Instant askedAt) {
        if (askedAt == null) {
            marketingConsent = consent.marketing();
            consentRequestedAt = marketingConsent == ConsentState.UNKNOWN ? consentRequestedAt : null;
        } else if (marketingConsent != ConsentState.OPTED_IN && consentRequestedAt == null) {
            consentRequestedAt = askedAt;
        }
        utilityConsent = consent.utility();
        consentSource = consent.source();
        consentEvidence = consent.evidence();
        consentAt = consent.at();
    }
}
