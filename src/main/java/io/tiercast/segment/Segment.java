package io.tiercast.segment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** People who meet a condition, whoever they are at the moment somebody asks. */
@Entity
public class Segment {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Version
    public int version;

    public String name;

    @JdbcTypeCode(SqlTypes.JSON)
    public Filter filter;

    @Column(updatable = false)
    public Instant createdAt;

    public Instant updatedAt;
}
