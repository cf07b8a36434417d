package io.tiercast.webhook;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;

/** An operator's own replies that decide, in one language. */
@Entity
public class ConsentWordList {

    /** The list that replaces the configured words; all others add to it. */
    static final String ANY = "any";

    @Id
    public String language;

    @Version
    public int version;

    public String[] optOut;
    public String[] confirmation;

    /** Null: these are the configured words, which nobody has replaced. */
    public Instant updatedAt;

    boolean isOwn() {
        return updatedAt != null;
    }

    /** The configured words come before the first version of an own list. */
    long tag() {
        return isOwn() ? version + 1L : 0;
    }
}
