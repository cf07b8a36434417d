package io.tiercast.campaign;

import static java.util.stream.Collectors.toMap;

import io.tiercast.sender.Sender;
import io.tiercast.template.VariableValue;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What a variable may say of the campaign and of the number that sends; the same for everybody. See {@code Binding.SHARED}. */
final class SharedFields {

    private SharedFields() {}

    /** By path; what is not known is left out. @param now when it would start, if nothing else is planned */
    static Map<String, String> of(Campaign campaign, Sender sender, Instant now) {
        Map<String, String> fields = new HashMap<>();
        if (sender != null) {
            fields.put("sender.name", sender.name);
            fields.put("sender.verifiedName", Objects.requireNonNullElse(sender.verifiedName, sender.name));
            fields.put("sender.phone", sender.displayPhoneNumber);
        }
        fields.put("campaign.id", Objects.toString(campaign.id, null));
        fields.put("campaign.name", campaign.name);
        fields.put("campaign.externalId", campaign.externalId);
        fields.put("campaign.labels", campaign.labels.length == 0 ? null : String.join(", ", campaign.labels));
        Instant start = start(campaign, now);
        fields.put("campaign.startsAt", moment(start));
        fields.put(
                "campaign.date", start.atZone(zone(campaign.plan)).toLocalDate().toString());
        fields.put("campaign.stopAt", moment(campaign.plan.delivery().stopAt()));
        fields.values().removeIf(Objects::isNull);
        return fields;
    }

    /** The same mapping, with the fields in the place of the paths to them; with the fallback, where there is none. */
    static Map<String, VariableValue> filled(Map<String, VariableValue> mapped, Map<String, String> fields) {
        return mapped.entrySet().stream().collect(toMap(Map.Entry::getKey, entry -> filled(entry.getValue(), fields)));
    }

    private static VariableValue filled(VariableValue source, Map<String, String> fields) {
        if (source.path() == null || !source.shared()) {
            return source;
        }
        String found = fields.get(source.path());
        if (found != null) {
            return new VariableValue(found, null, null, source.format());
        }
        return source.fallback() == null ? source : new VariableValue(source.fallback(), null, null, null);
    }

    private static Instant start(Campaign campaign, Instant now) {
        return Stream.of(campaign.startedAt, campaign.launchesAt, Schedules.startOf(campaign.plan.schedule()), now)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private static ZoneId zone(Plan plan) {
        return plan.schedule().timezone() == null
                ? ZoneOffset.UTC
                : ZoneId.of(plan.schedule().timezone());
    }

    private static String moment(Instant at) {
        return at == null ? null : at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
