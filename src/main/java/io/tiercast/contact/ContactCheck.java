package io.tiercast.contact;

import io.tiercast.phone.Phone;
import io.tiercast.problem.Problems;
import io.tiercast.problem.Problems.FieldError;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** What a contact may hold. Gathers every offence, so that a form can show them all at once. */
public final class ContactCheck {

    private static final int LONGEST_TEXT = 1_000;
    /** Of an attribute. */
    public static final int LONGEST_KEY = 100;

    private static final int MOST_TAGS = 100;
    private static final int MOST_ATTRIBUTES = 200;

    /** BCP 47 as far as messages need it; Meta writes {@code en_US}, others {@code en-US}. */
    private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{2,3}([-_][a-zA-Z0-9]{2,8}){0,3}");

    private static final Set<String> TIME_ZONES = ZoneId.getAvailableZoneIds();

    private final List<FieldError> errors = new ArrayList<>();

    private ContactCheck() {}

    /** A contact that may be stored, or the reasons why not. */
    public record Outcome(CheckedContact contact, List<FieldError> errors) {

        static Outcome notGiven() {
            return new Outcome(null, List.of(new FieldError("contact", "must be an object")));
        }

        public boolean isFine() {
            return errors.isEmpty();
        }

        CheckedContact orRefuse() {
            if (isFine()) {
                return contact;
            }
            throw Problems.invalid("invalid-contact", errors.get(0).message(), errors);
        }
    }

    /**
     * @param defaultCountry ISO 3166 alpha-2 code for phones without a country code, or null to accept only international ones
     * @param doubleOptIn whether an opt-in to marketing has to be confirmed before it counts
     * @param now the time of a consent that says none
     */
    public static Outcome of(CreateContact given, String defaultCountry, boolean doubleOptIn, Instant now) {
        ContactCheck check = new ContactCheck();
        Consent consent = check.consent(given.consent(), now);
        boolean asked = doubleOptIn && consent.marketing() == ConsentState.OPTED_IN;
        Phone phone = check.phone(given.phone(), defaultCountry);
        CheckedContact contact = new CheckedContact(
                phone.e164(),
                phone.country(),
                check.text("name", given.name()),
                check.text("externalId", given.externalId()),
                check.language(given.language()),
                check.timezone(given.timezone()),
                check.attributes(given.attributes() == null ? Map.of() : given.attributes()),
                check.tags(given.tags() == null ? List.of() : given.tags()),
                asked ? consent.unconfirmed() : consent,
                asked ? now : null);
        return new Outcome(contact, check.errors);
    }

    /** Tags alone, such as may be stored with a contact. */
    public static List<String> tagsOf(List<String> given) {
        ContactCheck check = new ContactCheck();
        List<String> tags = check.tags(given);
        if (!check.errors.isEmpty()) {
            throw Problems.invalid("invalid-contact", check.errors.get(0).message(), check.errors);
        }
        return tags;
    }

    private Phone phone(String text, String defaultCountry) {
        return Phone.parse(text, defaultCountry).orElseGet(() -> {
            refuse("phone", "is no phone number in international form, such as +919812345678");
            return new Phone(null, null);
        });
    }

    /** Blank is the same as absent. PostgreSQL cannot store the character NUL, and nobody means it. */
    private String text(String field, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String trimmed = value.trim();
        if (trimmed.length() > LONGEST_TEXT || trimmed.indexOf('\0') >= 0) {
            refuse(field, "must be text of at most " + LONGEST_TEXT + " characters");
        }
        return trimmed;
    }

    private String language(String value) {
        String language = text("language", value);
        if (language != null && !LANGUAGE.matcher(language).matches()) {
            refuse("language", "must be a language tag, such as en or pt_BR");
        }
        return language;
    }

    private String timezone(String value) {
        String zone = text("timezone", value);
        if (zone != null && !TIME_ZONES.contains(zone)) {
            refuse("timezone", "must be an IANA time zone, such as Asia/Kolkata");
        }
        return zone;
    }

    private Map<String, Object> attributes(Map<String, Object> given) {
        if (given.size() > MOST_ATTRIBUTES) {
            refuse("attributes", "must be at most " + MOST_ATTRIBUTES);
        }
        Map<String, Object> attributes = new LinkedHashMap<>();
        given.forEach((key, value) -> {
            if (value != null) {
                attributes.put(key.trim(), attribute(key.trim(), value));
            }
        });
        return attributes;
    }

    private Object attribute(String key, Object value) {
        String field = "attributes." + key;
        if (key.isEmpty() || key.length() > LONGEST_KEY || key.indexOf('\0') >= 0) {
            refuse("attributes", "must have keys of 1 to " + LONGEST_KEY + " characters");
        } else if (AttributeType.of(value).isEmpty()) {
            refuse(field, "must be text, a number, a boolean, a date or a list of text");
        } else if (value instanceof String text) {
            text(field, text);
        } else if (value instanceof List<?> list) {
            list.forEach(item -> text(field, (String) item));
        }
        return value;
    }

    private List<String> tags(List<String> given) {
        if (given.isEmpty()) {
            return given;
        }
        List<String> tags = given.stream()
                .map(tag -> text("tags", tag))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (tags.size() > MOST_TAGS || tags.stream().anyMatch(ContactCheck::cannotBeATag)) {
            refuse("tags", "must be at most " + MOST_TAGS + ", without ; and control characters");
        }
        return tags;
    }

    /** A CSV separates tags by {@code ;}, and a batch hands them to the database separated by a control character. */
    private static boolean cannotBeATag(String tag) {
        return tag.indexOf(';') >= 0 || tag.chars().anyMatch(Character::isISOControl);
    }

    private Consent consent(Consent given, Instant now) {
        if (given == null) {
            return Consent.NONE;
        }
        text("consent.source", given.source());
        text("consent.evidence", given.evidence());
        return given.completedAt(now);
    }

    private void refuse(String field, String message) {
        errors.add(new FieldError(field, message));
    }
}
