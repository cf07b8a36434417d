package io.tiercast.dispatch;

import io.tiercast.message.OpenRun;
import io.tiercast.template.CompiledTemplate;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The compiled templates of running campaigns, read once each; of a campaign's nothing changes after it was frozen but Meta's ids of files. */
@ApplicationScoped
class TemplateTexts {

    /** Far more than run at once; a plain limit keeps a long life from piling them up. */
    private static final int KEPT = 1_000;

    private static final String MEDIA = "media";

    /**
     * @param source what was read
     * @param media Meta's ids of our files; null: it shows none
     */
    private record Texts(
            JsonObject source, JsonObject media, Map<String, String> ids, List<CompiledTemplate> variants) {

        /** Without files it never changes. With them, most messages come with what was read already. */
        boolean isOf(JsonObject template) {
            return media == null || source == template;
        }
    }

    private final Map<Long, Texts> byCampaign = new ConcurrentHashMap<>();

    /** The {@code template} object of a message as JSON text. Of several variants, the first parameter says which one it is. */
    String render(OpenRun run, String[] params) {
        Texts known = byCampaign.get(run.campaignId());
        Texts texts = known != null && known.isOf(run.template()) ? known : read(run, known);
        List<CompiledTemplate> variants = texts.variants();
        List<String> values = Arrays.asList(params);
        return variants.size() == 1
                ? variants.get(0).render(values, texts.ids())
                : variants.get(Integer.parseInt(params[0])).render(values.subList(1, params.length), texts.ids());
    }

    private Texts read(OpenRun run, Texts known) {
        if (byCampaign.size() >= KEPT) {
            byCampaign.clear();
        }
        JsonObject template = run.template();
        boolean sameIds = known != null && known.media().equals(template.getJsonObject(MEDIA));
        Texts texts = sameIds ? new Texts(template, known.media(), known.ids(), known.variants()) : texts(template);
        byCampaign.put(run.campaignId(), texts);
        return texts;
    }

    private static Texts texts(JsonObject template) {
        JsonObject media = template.getJsonObject(MEDIA);
        Map<String, String> ids = new HashMap<>();
        if (media != null) {
            media.forEach(file -> ids.put(file.getKey(), (String) file.getValue()));
        }
        List<CompiledTemplate> variants =
                variants(template).stream().map(one -> one.showing(ids)).toList();
        return new Texts(template, media, ids, variants);
    }

    private static List<CompiledTemplate> variants(JsonObject template) {
        JsonArray several = template.getJsonArray("variants");
        return several == null
                ? List.of(compiled(template))
                : several.stream().map(one -> compiled((JsonObject) one)).toList();
    }

    private static CompiledTemplate compiled(JsonObject template) {
        JsonObject plain = template.copy();
        plain.remove(MEDIA);
        return plain.mapTo(CompiledTemplate.class);
    }
}
