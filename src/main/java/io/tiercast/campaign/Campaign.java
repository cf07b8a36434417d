package io.tiercast.campaign;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A campaign as people plan it. Its state is moved by guarded updates only, see {@link CampaignStates}. */
@Entity
public class Campaign {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Version
    public int version;

    public String name;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public CampaignState state = CampaignState.DRAFT;

    @JdbcTypeCode(SqlTypes.JSON)
    public StateReason stateReason;

    @JdbcTypeCode(SqlTypes.JSON)
    public Plan plan;

    public String[] labels = {};

    public String externalId;
    public String createdBy;
    public String launchedBy;
    public Instant launchesAt;
    public Instant createdAt;
    public Instant updatedAt;
    public Instant launchedAt;
    public Instant startedAt;
    public Instant finishedAt;
    public Instant settledAt;
}
