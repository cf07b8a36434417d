package io.tiercast.group;

import io.smallrye.mutiny.Uni;
import io.tiercast.contact.ContactView;
import io.tiercast.contact.Contacts;
import io.tiercast.paging.Page;
import io.tiercast.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/groups/{id}/members")
@Tag(name = "Groups")
class GroupMemberResource {

    private final GroupMembers members;
    private final MemberAdder adder;
    private final GroupService groups;
    private final Contacts contacts;

    GroupMemberResource(GroupMembers members, MemberAdder adder, GroupService groups, Contacts contacts) {
        this.members = members;
        this.adder = adder;
        this.groups = groups;
        this.contacts = contacts;
    }

    @GET
    @RolesAllowed("READ")
    @Operation(summary = "The members of a group, newest contacts first")
    public Uni<Page<ContactView>> list(long id, @BeanParam PageRequest page) {
        int limit = page.limit();
        long beforeId = page.beforeId();
        return groups.get(id)
                .chain(() -> contacts.newestFirst(GroupMembers.condition(id), beforeId, limit + 1))
                .map(found -> Page.of(found, limit, ContactView::id));
    }

    @POST
    @RolesAllowed("ADMIN")
    @Operation(summary = "Add existing contacts, by id or by phone; unknown ones are named")
    public Uni<AddedMembers> add(long id, @NotNull @Valid AddMembers request) {
        return adder.add(id, request);
    }

    @DELETE
    @Path("/{contactId}")
    @RolesAllowed("ADMIN")
    @Operation(summary = "Take a contact off a group; the contact stays")
    public Uni<Void> remove(long id, long contactId) {
        return members.remove(id, contactId);
    }
}
