package io.tiercast.sql;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;

/** The door for the few statements that run with each chunk of messages. They have to find every row by its key. */
@Singleton
@Typed(HotSql.class)
public class HotSql extends Sql {

    /** @param first the pool for everything */
    public HotSql(Lanes lanes, Pool first) {
        super(Pool.newInstance(lanes.hotBeside(first.getDelegate())));
    }
}
