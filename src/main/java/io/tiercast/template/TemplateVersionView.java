package io.tiercast.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a template said from a moment on. */
public record TemplateVersionView(
        int number,
        Instant at,
        String category,

        @Schema(type = SchemaType.ARRAY, implementation = Object.class, description = "As Meta writes them")
        JsonNode components) {

    static TemplateVersionView of(Row row) {
        return new TemplateVersionView(
                row.getInteger("number"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("category"),
                Templates.json(row.getString("components")));
    }
}
