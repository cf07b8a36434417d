package io.tiercast.people;

import io.smallrye.mutiny.Uni;
import io.tiercast.phone.Phone;
import io.tiercast.problem.Problems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/erasures")
@Tag(name = "Contacts")
class ErasureResource {

    private final Erasure erasure;

    ErasureResource(Erasure erasure) {
        this.erasure = erasure;
    }

    @POST
    @RolesAllowed("ADMIN")
    @Operation(
            summary =
                    "Erase all that identifies the person of a phone, contact or not; the phone stays suppressed by its hash")
    public Uni<ErasureView> erase(@NotNull @Valid ErasePerson request) {
        String phone = Phone.parse(request.phone(), null)
                .map(Phone::e164)
                .orElseThrow(() ->
                        Problems.invalid("phone", "is no phone number in international form, such as +919812345678"));
        return erasure.ofPhone(phone);
    }
}
