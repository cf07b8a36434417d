package io.tiercast.dispatch;

import io.tiercast.message.OpenRun;
import io.tiercast.template.CompiledTemplate;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The compiled templates of running campaigns, read once each; a campaign's never changes after it was frozen. */
@ApplicationScoped
class TemplateTexts {

    /** Far more than run at once; a plain limit keeps a long life from piling them up. */
    private static final int KEPT = 1_000;

    private final Map<Long, List<CompiledTemplate>> byCampaign = new ConcurrentHashMap<>();

    /** The {@code template} object of a message as JSON text. Of several variants, the first parameter says which one it is. */
    String render(OpenRun run, String[] params) {
        List<CompiledTemplate> known = byCampaign.get(run.campaignId());
        List<CompiledTemplate> variants = known != null ? known : read(run);
        List<String> values = Arrays.asList(params);
        return variants.size() == 1
                ? variants.get(0).render(values)
                : variants.get(Integer.parseInt(params[0])).render(values.subList(1, params.length));
    }

    private List<CompiledTemplate> read(OpenRun run) {
        if (byCampaign.size() >= KEPT) {
            byCampaign.clear();
        }
        List<CompiledTemplate> variants = variants(run.template());
        byCampaign.put(run.campaignId(), variants);
        return variants;
    }

    private static List<CompiledTemplate> variants(JsonObject template) {
        JsonArray several = template.getJsonArray("variants");
        return several == null
                ? List.of(template.mapTo(CompiledTemplate.class))
                : several.stream()
                        .map(one -> ((JsonObject) one).mapTo(CompiledTemplate.class))
                        .toList();
    }
}
