package io.tiercast.meta;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/error-codes")
@Tag(name = "Error codes")
@RolesAllowed("READ")
public class ErrorCodeResource {

    public record ErrorCodeList(List<ErrorCode> items) {}

    @GET
    @Operation(summary = "Explain Meta's error codes in plain words")
    public ErrorCodeList list() {
        return new ErrorCodeList(ErrorCatalogue.all());
    }
}
