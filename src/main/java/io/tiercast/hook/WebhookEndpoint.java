package io.tiercast.hook;

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

/** Where somebody wants to be told what happens. */
@Entity
@DynamicUpdate // what the courier writes beside an edit stays
public class WebhookEndpoint {

    public enum State {
        ENABLED,
        DISABLED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Version
    public int version;

    public String url;
    public String description;

    /** Names of {@link HookEvent}s. */
    public String[] events;

    /** Encrypted. */
    public byte[] secret;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public State state = State.ENABLED;

    /** What happened before is not told. */
    public Instant enabledAt;

    public String disabledReason;

    /** Nothing got through since; null: the last post did. */
    public Instant failingSince;

    public Instant createdAt;
    public Instant updatedAt;
}
