package io.tiercast.sql;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.SqlConnection;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Opens the pools: one for everything, and a small one for the statements that run with each chunk of messages, so that neither a
 * slow list nor a stale statistic holds those up. See docs/decisions/0008.
 */
@Singleton
public class Lanes implements PgPoolCreator {

    private static final int HOT_CONNECTIONS = 8;

    /** The client keeps no statement that is longer than 2,048 characters, unless told: ours would be planned anew each time. */
    private static final int LONGEST_KEPT = 20_000;

    /** Once planned, always by key: how large a table was at that moment must not matter. */
    private static final String BY_KEY = "set plan_cache_mode = force_generic_plan; set enable_seqscan = off";

    private Input input;
    private Pool hot;

    @Override
    public Pool create(Input input) {
        this.input = input;
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }

    /** @param first the pool for everything: with its first use it is opened, and the place of the database known */
    Pool hotBeside(Pool first) {
        first.size();
        hot = PgBuilder.pool()
                .with(new PoolOptions(input.poolOptions()).setMaxSize(HOT_CONNECTIONS))
                .connectingTo(keeping(input.pgConnectOptionsList()))
                .withConnectHandler(Lanes::byKey)
                .using(input.vertx())
                .build();
        return hot;
    }

    @PreDestroy
    void close() {
        if (hot != null) {
            hot.close();
        }
    }

    private static List<SqlConnectOptions> keeping(List<PgConnectOptions> places) {
        return places.stream().map(Lanes::keeping).toList();
    }

    private static SqlConnectOptions keeping(PgConnectOptions place) {
        return new PgConnectOptions(place)
                .setCachePreparedStatements(true)
                .setPreparedStatementCacheSqlLimit(LONGEST_KEPT);
    }

    /** Only then does the pool hand it out. */
    private static void byKey(SqlConnection connection) {
        connection.query(BY_KEY).execute().onComplete(ignored -> connection.close());
    }
}
