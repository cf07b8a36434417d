package io.tiercast.media;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tiercast.meta.ExampleClient;
import io.tiercast.meta.MediaClient;
import io.tiercast.meta.MediaFile;
import io.tiercast.sender.Senders;
import io.tiercast.sender.SendingNumber;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Brings files to Meta, once for each number that shows them. Fails as {@link MediaClient} does. */
@ApplicationScoped
public class MediaUploads {

    private static final int AT_ONCE = 4;

    private final MediaLibrary library;
    private final UploadRegister register;
    private final MediaStorage storage;
    private final Senders senders;
    private final MediaClient client;
    private final ExampleClient examples;

    MediaUploads(
            MediaLibrary library,
            UploadRegister register,
            MediaStorage storage,
            Senders senders,
            MediaClient client,
            ExampleClient examples) {
        this.library = library;
        this.register = register;
        this.storage = storage;
        this.senders = senders;
        this.client = client;
        this.examples = examples;
    }

    /** Meta's id of each of the files for messages of this sender. What is not there yet, or not for long, is uploaded now. */
    public Uni<Map<Long, String>> ids(long senderId, Collection<Long> mediaIds) {
        return mediaIds.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : register.known(senderId, mediaIds).chain(known -> rest(senderId, mediaIds, known));
    }

    private Uni<Map<Long, String>> rest(long senderId, Collection<Long> mediaIds, Map<Long, String> known) {
        List<Long> missing = new ArrayList<>(mediaIds);
        missing.removeAll(known.keySet());
        return Uni.combine()
                .all()
                .unis(number(senderId), library.byIds(missing))
                .asTuple()
                .chain(both -> upload(both.getItem1(), both.getItem2().values()))
                .map(uploaded -> {
                    Map<Long, String> all = new HashMap<>(known);
                    all.putAll(uploaded);
                    return all;
                });
    }

    private Uni<Map<Long, String>> upload(SendingNumber number, Collection<Media> files) {
        return Multi.createFrom()
                .iterable(files)
                .onItem()
                .transformToUni(media -> upload(number, media)
                        .call(metaId -> register.store(media.id(), number.id(), metaId))
                        .map(metaId -> Map.entry(media.id(), metaId)))
                .merge(AT_ONCE)
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Uploads a file anew, since its id ends soon. */
    public Uni<Void> renew(UploadRegister.Ending ending) {
        return Uni.combine()
                .all()
                .unis(number(ending.senderId()), library.get(ending.mediaId()))
                .asTuple()
                .chain(both -> upload(both.getItem1(), List.of(both.getItem2())))
                .replaceWithVoid();
    }

    /** The handle by which a new template shows the file to Meta's reviewers. */
    public Uni<String> example(SendingNumber number, Media media) {
        return file(media).chain(file -> examples.upload(number.graph(), file));
    }

    private Uni<String> upload(SendingNumber number, Media media) {
        return file(media).chain(file -> client.upload(number.graph(), number.phoneNumberId(), file));
    }

    private Uni<MediaFile> file(Media media) {
        return storage.path(media.file())
                .map(path -> new MediaFile(path, media.name(), media.contentType(), media.size()));
    }

    private Uni<SendingNumber> number(long senderId) {
        return senders.byId(senderId).map(number -> number.orElseThrow());
    }
}
