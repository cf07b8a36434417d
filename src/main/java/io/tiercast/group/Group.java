package io.tiercast.group;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A list of contacts that somebody put together. */
@Entity
@Table(name = "contact_group")
public class Group {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Version
    public int version;

    public String name;

    /** Kept by the database, with every change of members. */
    @Column(insertable = false, updatable = false)
    public long memberCount;

    @Column(updatable = false)
    public Instant createdAt;

    public Instant updatedAt;
}
