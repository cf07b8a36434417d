package io.tiercast.contact;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;

/** What people may change of a contact: a merge patch is applied to it as it is. */
public record UpdateContact(
        String phone,
        String name,
        String externalId,
        String language,
        String timezone,
        Map<String, Object> attributes,
        List<@NotNull String> tags,
        Consent consent) {

    static UpdateContact of(Contact contact) {
        return new UpdateContact(
                contact.phone,
                contact.name,
                contact.externalId,
                contact.language,
                contact.timezone,
                contact.attributes,
                List.of(contact.tags),
                contact.consent());
    }

    /** The contact that shall be in the place of the one before. */
    CreateContact replacing(Contact before) {
        Consent said = consent == null ? Consent.NONE : consent.editedFrom(before.consent());
        return new CreateContact(phone, name, externalId, language, timezone, attributes, tags, said);
    }
}
