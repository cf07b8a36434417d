package io.tiercast.campaign;

import io.smallrye.mutiny.Uni;
import io.tiercast.campaign.Readiness.Parts;
import io.tiercast.media.MediaReference;
import io.tiercast.media.MediaUploads;
import io.tiercast.message.Audiences;
import io.tiercast.meta.GraphError;
import io.tiercast.sql.Selection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings the files that a campaign shows to Meta before its first message is sent. */
@ApplicationScoped
class CampaignMedia {

    /** More are no pictures to choose from but one for each person: those are better given as addresses, which Meta fetches. */
    private static final int MOST = 500;

    /**
     * What became of the files.
     *
     * @param ids Meta's id of each, by what we call it
     * @param problems what stops the campaign; then there are no ids
     */
    record Shown(Map<String, String> ids, List<Finding> problems) {

        Set<Long> mediaIds() {
            return CampaignMedia.mediaIds(ids.keySet());
        }
    }

    private final Audiences audiences;
    private final MediaUploads uploads;

    CampaignMedia(Audiences audiences, MediaUploads uploads) {
        this.audiences = audiences;
        this.uploads = uploads;
    }

    /** Uploads what the people of an audience get, as far as Meta does not have it. */
    Uni<Shown> of(Parts parts, List<Selection> included) {
        return ofPeople(parts, included)
                .chain(found -> found.size() > MOST ? Uni.createFrom().item(tooMany()) : upload(parts, found));
    }

    /** The same for the parameters of chosen people. */
    Uni<Shown> ofParams(Parts parts, Collection<String> params) {
        return upload(
                parts,
                params.stream()
                        .filter(param -> param != null && param.startsWith(MediaReference.PREFIX))
                        .toList());
    }

    private Uni<List<String>> ofPeople(Parts parts, List<Selection> included) {
        List<Selection> expressions = Variants.mediaOfPeople(parts);
        return expressions.isEmpty()
                ? Uni.createFrom().item(List.of())
                : audiences.distinct(included, expressions, MediaReference.PREFIX, MOST + 1);
    }

    private Uni<Shown> upload(Parts parts, List<String> ofPeople) {
        Set<String> names = new HashSet<>(Variants.shown(parts));
        names.addAll(ofPeople);
        return uploads.ids(parts.sender().id, mediaIds(names))
                .map(CampaignMedia::shown)
                .onFailure(GraphError.class)
                .recoverWithItem(CampaignMedia::refused);
    }

    private static Shown shown(Map<Long, String> metaIds) {
        Map<String, String> ids = new HashMap<>();
        metaIds.forEach((mediaId, metaId) -> ids.put(MediaReference.of(mediaId), metaId));
        return new Shown(ids, List.of());
    }

    private static Set<Long> mediaIds(Collection<String> names) {
        Set<Long> ids = new HashSet<>();
        names.forEach(name -> MediaReference.id(name).ifPresent(ids::add));
        return ids;
    }

    private static Shown tooMany() {
        return problem(
                "TOO_MANY_FILES",
                "The people of this audience have more than %d files among them; give them addresses instead."
                        .formatted(MOST));
    }

    private static Shown refused(GraphError error) {
        String why = error.details() == null ? "code " + error.code() : error.details();
        return problem("MEDIA_NOT_TAKEN", "Meta does not take a file of this campaign: " + why);
    }

    private static Shown problem(String code, String message) {
        return new Shown(Map.of(), List.of(new Finding(code, message, "content")));
    }
}
