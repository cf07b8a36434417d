package io.tiercast.segment;

import io.tiercast.segment.PlainPerson.PlainEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What filters mean, said as plainly as possible: the measure of the compiler. */
record PlainFilter(Map<Long, Filter> segments, Instant now) {

    boolean matches(Filter filter, PlainPerson person) {
        if (filter instanceof Filter.All all) {
            return all.of().stream().allMatch(part -> matches(part, person));
        }
        if (filter instanceof Filter.Any any) {
            return any.of().stream().anyMatch(part -> matches(part, person));
        }
        if (filter instanceof Filter.Not not) {
            return !matches(not.of(), person);
        }
        if (filter instanceof Filter.HasTag tag) {
            return person.tags().contains(tag.tag());
        }
        if (filter instanceof Filter.InGroup in) {
            return person.groups().contains(in.groupId());
        }
        if (filter instanceof Filter.InSegment in) {
            return matches(segments.get(in.segmentId()), person);
        }
        if (filter instanceof Filter.Reached reached) {
            return person.reached().contains(reached.reached());
        }
        return filter instanceof Filter.Did did ? did(did, person) : property((Filter.Property) filter, person);
    }

    private boolean did(Filter.Did did, PlainPerson person) {
        int least = did.atLeast() == null ? 1 : did.atLeast();
        return person.events().stream().filter(event -> isMeant(event, did)).count() >= least;
    }

    private boolean isMeant(PlainEvent event, Filter.Did did) {
        return event.name().equals(did.name())
                && (did.within() == null || !event.at().isBefore(ago(did.within(), did.timezone())))
                && did.where().stream()
                        .allMatch(condition -> compare(
                                condition.op(),
                                event.properties().get(condition.path().substring("event.".length())),
                                condition.value(),
                                condition.timezone()));
    }

    private boolean property(Filter.Property property, PlainPerson person) {
        String name = property.path().substring("contact.".length());
        if (name.startsWith("attributes.")) {
            Object kept = person.attributes().get(name.substring("attributes.".length()));
            return compare(property.op(), kept, property.value(), property.timezone());
        }
        return switch (name) {
            case "createdAt" -> compareTime(property, person.createdAt());
            case "lastInboundAt" -> compareTime(property, person.lastInboundAt());
            case "consent.marketing" -> compare(property.op(), person.marketing(), property.value(), null);
            default -> compare(property.op(), person.columns().get(name), property.value(), null);
        };
    }

    private boolean compare(Operator op, Object kept, Object value, String zone) {
        return switch (op) {
            case NE, NOT_IN, NOT_EXISTS -> !compare(op.positive(), kept, value, zone);
            case EXISTS -> kept != null;
            case EQ -> kept != null && same(kept, value);
            case IN -> kept != null && ((List<?>) value).stream().anyMatch(one -> same(kept, one));
            case CONTAINS ->
                kept instanceof List<?> list
                        ? list.contains(value)
                        : kept != null && lower(kept).contains(lower(value));
            case STARTS_WITH ->
                kept != null && !(kept instanceof List) && lower(kept).startsWith(lower(value));
            case GT -> kept != null && order(kept, value, 1, 1);
            case GTE -> kept != null && order(kept, value, 0, 1);
            case LT -> kept != null && order(kept, value, -1, -1);
            case LTE -> kept != null && order(kept, value, -1, 0);
            case BETWEEN ->
                kept != null
                        && order(kept, ((List<?>) value).get(0), 0, 1)
                        && order(kept, ((List<?>) value).get(1), -1, 0);
            case WITHIN_LAST ->
                kept != null
                        && order(kept, day(ago((String) value, zone), zone), 0, 1)
                        && order(kept, day(now, zone), -1, 0);
        };
    }

    private boolean compareTime(Filter.Property property, Instant kept) {
        Operator op = property.op();
        if (op == Operator.EXISTS || op == Operator.NOT_EXISTS) {
            return (kept != null) == (op == Operator.EXISTS);
        }
        if (op == Operator.NE) {
            return kept == null || !within(kept, property.value(), property.value(), property.timezone());
        }
        if (kept == null) {
            return false;
        }
        ZoneId zone = zone(property.timezone());
        Object value = property.value();
        return switch (op) {
            case EQ -> within(kept, value, value, property.timezone());
            case GT -> !kept.isBefore(end(value, zone));
            case GTE -> !kept.isBefore(start(value, zone));
            case LT -> kept.isBefore(start(value, zone));
            case LTE -> kept.isBefore(end(value, zone));
            case BETWEEN -> within(kept, ((List<?>) value).get(0), ((List<?>) value).get(1), property.timezone());
            case WITHIN_LAST -> !kept.isBefore(ago((String) value, property.timezone())) && !kept.isAfter(now);
            default -> throw new AssertionError(op);
        };
    }

    private static boolean within(Instant kept, Object from, Object to, String timezone) {
        return !kept.isBefore(start(from, zone(timezone))) && kept.isBefore(end(to, zone(timezone)));
    }

    private static Instant start(Object value, ZoneId zone) {
        return isDate(value)
                ? LocalDate.parse((String) value).atStartOfDay(zone).toInstant()
                : OffsetDateTime.parse((String) value).toInstant();
    }

    private static Instant end(Object value, ZoneId zone) {
        return isDate(value)
                ? LocalDate.parse((String) value).plusDays(1).atStartOfDay(zone).toInstant()
                : OffsetDateTime.parse((String) value).toInstant().plusNanos(1_000);
    }

    private static boolean isDate(Object value) {
        return ((String) value).length() == 10;
    }

    private static boolean same(Object kept, Object value) {
        if (kept instanceof List) {
            return false;
        }
        if (kept instanceof Number) {
            return isNumber(value) && decimal(kept).compareTo(decimal(value)) == 0;
        }
        return kept instanceof Boolean ? kept.toString().equals(value.toString()) : kept.equals(value);
    }

    private static boolean order(Object kept, Object value, int least, int most) {
        if (value instanceof Number) {
            return kept instanceof Number && isWithin(decimal(kept).compareTo(decimal(value)), least, most);
        }
        return kept instanceof String text
                && text.matches("(?s).{4}-.{2}-.{2}")
                && isWithin(text.compareTo((String) value), least, most);
    }

    private static boolean isWithin(int comparison, int least, int most) {
        int sign = Integer.signum(comparison);
        return least <= sign && sign <= most;
    }

    private static boolean isNumber(Object value) {
        return value instanceof Number || value instanceof String text && text.matches("-?[0-9]+(\\.[0-9]+)?");
    }

    private static BigDecimal decimal(Object number) {
        return new BigDecimal(number.toString());
    }

    private static String lower(Object value) {
        return value.toString().toLowerCase(Locale.ROOT);
    }

    private Instant ago(String span, String timezone) {
        return now.atZone(zone(timezone)).minus(Period.parse(span)).toInstant();
    }

    private static String day(Instant moment, String timezone) {
        return LocalDate.ofInstant(moment, zone(timezone)).toString();
    }

    private static ZoneId zone(String timezone) {
        return ZoneId.of(timezone == null ? "UTC" : timezone);
    }
}
