package io.tiercast.segment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/**
 * Who is meant: a tree of conditions over all contacts. Whatever does not hold, holds under {@link Not}; so a missing value, which
 * satisfies only the negative operators of {@link Operator}, satisfies the complement of the others.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Filter.All.class, name = "all"),
    @JsonSubTypes.Type(value = Filter.Any.class, name = "any"),
    @JsonSubTypes.Type(value = Filter.Not.class, name = "not"),
    @JsonSubTypes.Type(value = Filter.Property.class, name = "property"),
    @JsonSubTypes.Type(value = Filter.HasTag.class, name = "tag"),
    @JsonSubTypes.Type(value = Filter.InGroup.class, name = "group"),
    @JsonSubTypes.Type(value = Filter.InSegment.class, name = "segment"),
    @JsonSubTypes.Type(value = Filter.Did.class, name = "event"),
    @JsonSubTypes.Type(value = Filter.Reached.class, name = "campaign")
})
@Schema(
        name = "Filter",
        description = "Who is meant: a tree of conditions over all contacts",
        oneOf = {
            Filter.All.class,
            Filter.Any.class,
            Filter.Not.class,
            Filter.Property.class,
            Filter.HasTag.class,
            Filter.InGroup.class,
            Filter.InSegment.class,
            Filter.Did.class,
            Filter.Reached.class
        },
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "all", schema = Filter.All.class),
            @DiscriminatorMapping(value = "any", schema = Filter.Any.class),
            @DiscriminatorMapping(value = "not", schema = Filter.Not.class),
            @DiscriminatorMapping(value = "property", schema = Filter.Property.class),
            @DiscriminatorMapping(value = "tag", schema = Filter.HasTag.class),
            @DiscriminatorMapping(value = "group", schema = Filter.InGroup.class),
            @DiscriminatorMapping(value = "segment", schema = Filter.InSegment.class),
            @DiscriminatorMapping(value = "event", schema = Filter.Did.class),
            @DiscriminatorMapping(value = "campaign", schema = Filter.Reached.class)
        })
public sealed interface Filter {

    /** The filters that this one is made of. */
    default List<Filter> parts() {
        return List.of();
    }

    /** All of these hold; none given: everybody. */
    @Schema(
            name = "AllFilter",
            properties = @SchemaProperty(name = "type", enumeration = "all"),
            requiredProperties = {"type", "of"})
    record All(@NotNull List<@NotNull @Valid Filter> of) implements Filter {
        @Override
        public List<Filter> parts() {
            return of;
        }
    }

    /** At least one of these holds; none given: nobody. */
    @Schema(
            name = "AnyFilter",
            properties = @SchemaProperty(name = "type", enumeration = "any"),
            requiredProperties = {"type", "of"})
    record Any(@NotNull List<@NotNull @Valid Filter> of) implements Filter {
        @Override
        public List<Filter> parts() {
            return of;
        }
    }

    /** Everybody else. */
    @Schema(
            name = "NotFilter",
            properties = @SchemaProperty(name = "type", enumeration = "not"),
            requiredProperties = {"type", "of"})
    record Not(@NotNull @Valid Filter of) implements Filter {
        @Override
        public List<Filter> parts() {
            return List.of(of);
        }

        @Override
        public String place(int part) {
            return ".of";
        }
    }

    /**
     * Something that is kept about the contact.
     *
     * @param path such as {@code contact.country} or {@code contact.attributes.city}
     * @param value a list for IN, NOT_IN and BETWEEN; a duration such as {@code P30D} for WITHIN_LAST; none for EXISTS, NOT_EXISTS
     * @param timezone in which a day begins and ends, IANA name; null: UTC
     */
    @Schema(
            name = "PropertyFilter",
            properties = @SchemaProperty(name = "type", enumeration = "property"),
            requiredProperties = {"type", "path", "op"})
    record Property(@NotBlank String path, @NotNull Operator op, Object value, String timezone) implements Filter {}

    @Schema(
            name = "TagFilter",
            properties = @SchemaProperty(name = "type", enumeration = "tag"),
            requiredProperties = {"type", "tag"})
    record HasTag(@NotBlank String tag) implements Filter {}

    @Schema(
            name = "GroupFilter",
            properties = @SchemaProperty(name = "type", enumeration = "group"),
            requiredProperties = {"type", "groupId"})
    record InGroup(@NotNull Long groupId) implements Filter {}

    @Schema(
            name = "SegmentFilter",
            properties = @SchemaProperty(name = "type", enumeration = "segment"),
            requiredProperties = {"type", "segmentId"})
    record InSegment(@NotNull Long segmentId) implements Filter {}

    /**
     * Something that the contact did, as told by {@code POST /events}, or what we know ourselves: {@code message.sent},
     * {@code message.delivered}, {@code message.read}, {@code message.failed}, {@code message.replied}, {@code message.clicked} and
     * {@code message.opted_out}, each with the property {@code event.campaignId}; {@code consent.opted_in} and {@code consent.opted_out}
     * to and from marketing, each with the property {@code event.source}.
     *
     * @param within a duration such as {@code P30D}; null: ever
     * @param atLeast how often; null: once
     * @param where conditions on each event, all of which must hold
     * @param timezone in which days are counted back, IANA name; null: UTC
     */
    @Schema(
            name = "EventFilter",
            description =
                    "Something that the contact did, as told by POST /events, or what we know ourselves: message.sent,"
                            + " message.delivered, message.read, message.failed, message.replied, message.clicked or message.opted_out, each"
                            + " with the property event.campaignId; consent.opted_in or consent.opted_out, to and from marketing, each with"
                            + " the property event.source",
            properties = @SchemaProperty(name = "type", enumeration = "event"),
            requiredProperties = {"type", "name"})
    record Did(
            @NotBlank String name,
            String within,
            @Min(1) @Max(1_000_000) Integer atLeast,
            List<@NotNull @Valid EventCondition> where,
            String timezone)
            implements Filter {

        public Did {
            where = where == null ? List.of() : where;
        }
    }

    /**
     * A condition on an event.
     *
     * @param path such as {@code event.total}
     */
    record EventCondition(@NotBlank String path, @NotNull Operator op, Object value, String timezone) {}

    /** How far a campaign got with the contact. */
    @Schema(
            name = "CampaignFilter",
            properties = @SchemaProperty(name = "type", enumeration = "campaign"),
            requiredProperties = {"type", "campaignId", "reached"})
    record Reached(@NotNull Long campaignId, @NotNull Milestone reached) implements Filter {}

    /** Where a part stands, seen from this filter. */
    default String place(int part) {
        return ".of[" + part + "]";
    }

    /** This filter and all those below it. */
    default Stream<Filter> nodes() {
        return Stream.concat(Stream.of(this), parts().stream().flatMap(Filter::nodes));
    }

    /** How far a message got; who read it also got it delivered. */
    enum Milestone {
        SENT,
        DELIVERED,
        READ,
        FAILED,
        REPLIED,
        CLICKED
    }
}
