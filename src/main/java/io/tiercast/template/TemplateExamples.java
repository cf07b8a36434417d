package io.tiercast.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tiercast.media.Media;
import io.tiercast.media.MediaLibrary;
import io.tiercast.media.MediaReference;
import io.tiercast.media.MediaUploads;
import io.tiercast.problem.Problems;
import io.tiercast.problem.Problems.FieldError;
import io.tiercast.sender.SendingNumber;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Shows Meta's reviewers the media of a new template: a header whose example is one of our files ({@code "header_handle":["media:12"]})
 * is submitted with the handle of an upload. Here it keeps the file's name.
 */
@ApplicationScoped
class TemplateExamples {

    /** A header with one of our files as example. */
    private record Example(String field, String format, ArrayNode handle, long mediaId) {}

    private final MediaLibrary library;
    private final MediaUploads uploads;

    TemplateExamples(MediaLibrary library, MediaUploads uploads) {
        this.library = library;
        this.uploads = uploads;
    }

    /** The same with handles, as Meta wants it. Fails with 422 for a file that is not there, or of another kind than its header. */
    Uni<Wording> uploaded(SendingNumber sender, Wording wording) {
        JsonNode components = wording.components().deepCopy();
        List<Example> examples = new ArrayList<>();
        find(components, "components", examples);
        if (examples.isEmpty()) {
            return Uni.createFrom().item(wording);
        }
        return library.byIds(examples.stream().map(Example::mediaId).toList())
                .invoke(files -> refuse(examples, files))
                .chain(files -> upload(sender, examples, files))
                .replaceWith(new Wording(wording.category(), components, wording.timeToLive()));
    }

    private static void find(JsonNode components, String at, List<Example> examples) {
        for (int i = 0; i < components.size(); i++) {
            JsonNode component = components.get(i);
            String field = at + "[" + i + "]";
            JsonNode handle = component.path("example").path("header_handle");
            OptionalLong id = MediaReference.id(handle.path(0).asText());
            if (id.isPresent()) {
                String format = component.path("format").asText();
                examples.add(new Example(field, format, (ArrayNode) handle, id.getAsLong()));
            }
            for (int card = 0; card < component.path("cards").size(); card++) {
                find(
                        component.path("cards").get(card).path("components"),
                        field + ".cards[" + card + "].components",
                        examples);
            }
        }
    }

    private static void refuse(List<Example> examples, Map<Long, Media> files) {
        List<FieldError> errors = new ArrayList<>();
        for (Example example : examples) {
            Media file = files.get(example.mediaId());
            String field = example.field() + ".example.header_handle";
            if (file == null) {
                errors.add(new FieldError(field, "there is no media " + example.mediaId()));
            } else if (!file.kind().name().equals(example.format())) {
                errors.add(new FieldError(field, "must be of kind " + example.format() + ", not " + file.kind()));
            }
        }
        if (!errors.isEmpty()) {
            throw Problems.invalid("template-not-valid", "Meta would refuse this template.", errors);
        }
    }

    private Uni<Void> upload(SendingNumber sender, List<Example> examples, Map<Long, Media> files) {
        return Multi.createFrom()
                .iterable(examples)
                .onItem()
                .transformToUniAndConcatenate(example -> uploads.example(sender, files.get(example.mediaId()))
                        .invoke(handle -> example.handle().removeAll().add(TextNode.valueOf(handle))))
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
