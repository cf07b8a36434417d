package io.tiercast.segment;

import io.tiercast.segment.PlainPerson.PlainEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Draws people and filters from a seed, out of so few values that they often meet, some of them hostile. */
final class Draws {

    static final List<String> TEXTS = List.of(
            "Pune",
            "pune",
            "Zoë",
            "पुणे",
            "5",
            "5.0",
            "true",
            "",
            "%",
            "_",
            "a%b_c\\d",
            "'; drop table contact; --",
            "$1",
            "?",
            "\"}",
            "2026-11-20",
            "2026-13-45",
            "null",
            "[\"x\"]");

    private static final List<String> COLUMNS = List.of("name", "externalId", "country", "language", "timezone");
    private static final List<String> KEYS = List.of("city", "total", "flag", "day", "list", "mixed", "odd.key ?'\"");
    private static final List<String> ZONES =
            Arrays.asList(null, "Asia/Kolkata", "Pacific/Auckland", "America/New_York");
    private static final List<String> SPANS = List.of("P1D", "P3D", "P1M", "P1W");
    private static final List<String> EVENTS = List.of("purchase", "visit", "it's");

    private final Random random;
    private final Instant now;
    private final List<Long> groups;
    private final long campaign;

    Draws(long seed, Instant now, List<Long> groups, long campaign) {
        this.random = new Random(seed);
        this.now = now;
        this.groups = groups;
        this.campaign = campaign;
    }

    PlainPerson person(String phone) {
        Map<String, String> columns = new HashMap<>();
        columns.put("phone", phone);
        COLUMNS.stream().filter(column -> chance(2)).forEach(column -> columns.put(column, text()));
        columns.computeIfPresent("externalId", (column, text) -> phone + text);
        Map<String, Object> attributes = new HashMap<>();
        KEYS.stream().filter(key -> chance(2)).forEach(key -> attributes.put(key, attribute(key)));
        Set<Long> member = new HashSet<>(groups);
        member.removeIf(group -> chance(2));
        return new PlainPerson(
                phone,
                columns,
                pick(List.of("OPTED_IN", "OPTED_OUT", "UNKNOWN")),
                moment(),
                chance(2) ? moment() : null,
                attributes,
                Stream.of("vip", "it's", "%").filter(tag -> chance(2)).toList(),
                member,
                milestones(),
                some(4, this::event));
    }

    /** A filter of at most so many levels; those it nests are {@code segments}. */
    Filter filter(int levels, List<Long> segments) {
        int kind = random.nextInt(levels > 1 ? 12 : 8);
        return switch (kind) {
            case 0, 1, 2, 3 -> property();
            case 4 -> new Filter.HasTag(pick(List.of("vip", "it's", "%", "gold")));
            case 5 -> new Filter.InGroup(pick(groups));
            case 6 ->
                chance(2) && !segments.isEmpty()
                        ? new Filter.InSegment(pick(segments))
                        : new Filter.Reached(campaign, pick(List.of(Filter.Milestone.values())));
            case 7 -> did();
            case 8, 9 -> new Filter.All(some(4, () -> filter(levels - 1, segments)));
            case 10 -> new Filter.Any(some(4, () -> filter(levels - 1, segments)));
            default -> new Filter.Not(filter(levels - 1, segments));
        };
    }

    private Filter property() {
        String path = "contact."
                + switch (random.nextInt(6)) {
                    case 0 -> pick(COLUMNS);
                    case 1 -> pick(List.of("createdAt", "lastInboundAt"));
                    case 2 -> "consent.marketing";
                    default -> "attributes." + pick(KEYS);
                };
        ContactField field = ContactField.of(path).orElseThrow();
        Kind kind = field.isAttribute() ? jsonKind() : field.kind();
        Operator op = pick(List.copyOf(EnumSet.copyOf(kind.operators())));
        return new Filter.Property(path, op, value(kind, op), pick(ZONES));
    }

    private Filter did() {
        return new Filter.Did(
                pick(EVENTS),
                chance(2) ? pick(SPANS) : null,
                chance(2) ? 1 + random.nextInt(3) : null,
                some(2, this::eventCondition),
                pick(ZONES));
    }

    private Filter.EventCondition eventCondition() {
        Kind kind = jsonKind();
        Operator op = pick(List.copyOf(EnumSet.copyOf(kind.operators())));
        return new Filter.EventCondition("event." + pick(KEYS), op, value(kind, op), pick(ZONES));
    }

    private Kind jsonKind() {
        return pick(List.of(Kind.TEXT, Kind.NUMBER, Kind.BOOLEAN, Kind.DATE));
    }

    private Object value(Kind kind, Operator op) {
        if (op.needsNoValue()) {
            return null;
        }
        if (op == Operator.WITHIN_LAST) {
            return pick(SPANS);
        }
        if (op == Operator.BETWEEN) {
            return List.of(one(kind), one(kind));
        }
        return op.takesList()
                ? Stream.generate(() -> one(kind)).limit(1 + random.nextInt(3)).toList()
                : one(kind);
    }

    private Object one(Kind kind) {
        return switch (kind) {
            case TEXT, LIST -> text();
            case NUMBER -> number();
            case BOOLEAN -> random.nextBoolean();
            case DATE -> date();
            case TIME -> chance(2) ? date() : moment().toString();
            case CONSENT -> pick(List.of("OPTED_IN", "OPTED_OUT", "UNKNOWN"));
        };
    }

    private Object attribute(String key) {
        return switch (key) {
            case "city" -> text();
            case "total" -> number();
            case "flag" -> random.nextBoolean();
            case "day" -> date();
            case "list" -> some(3, this::text);
            default -> attribute(pick(List.of("city", "total", "flag", "day", "list")));
        };
    }

    private PlainEvent event() {
        Map<String, Object> properties = new HashMap<>();
        KEYS.stream().filter(key -> chance(2)).forEach(key -> properties.put(key, attribute(key)));
        return new PlainEvent(pick(EVENTS), moment(), properties);
    }

    private Set<Filter.Milestone> milestones() {
        Set<Filter.Milestone> reached = EnumSet.noneOf(Filter.Milestone.class);
        int rank = random.nextInt(4);
        Stream.of(Filter.Milestone.SENT, Filter.Milestone.DELIVERED, Filter.Milestone.READ)
                .limit(rank)
                .forEach(reached::add);
        Stream.of(Filter.Milestone.FAILED, Filter.Milestone.REPLIED)
                .filter(each -> chance(3))
                .forEach(reached::add);
        return reached;
    }

    /** Within the last six weeks, often at the very edge of a day or of a span. */
    private Instant moment() {
        Instant moment = now.minus(Duration.ofDays(random.nextInt(42)));
        return chance(3) ? moment : moment.minus(Duration.ofMinutes(random.nextInt(1_440)));
    }

    private String date() {
        return LocalDate.ofInstant(moment(), ZoneOffset.UTC).toString();
    }

    private Object number() {
        return chance(2) ? (Object) (random.nextInt(5) + 3) : (Object) (random.nextInt(5) + 3.5);
    }

    private String text() {
        return pick(TEXTS);
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> List<T> some(int most, Supplier<T> draw) {
        List<T> drawn = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            drawn.add(draw.get());
        }
        return drawn;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
