package io.tiercast.dispatch;

import io.tiercast.message.OpenRun;
import io.tiercast.template.CompiledTemplate;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The compiled templates of running campaigns, read once each; a campaign's never changes after it was frozen. */
@ApplicationScoped
class TemplateTexts {

    /** Far more than run at once; a plain limit keeps a long life from piling them up. */
    private static final int KEPT = 1_000;

    private final Map<Long, CompiledTemplate> byCampaign = new ConcurrentHashMap<>();

    /** The {@code template} object of a message as JSON text. */
    String render(OpenRun run, String[] params) {
        CompiledTemplate known = byCampaign.get(run.campaignId());
        return (known != null ? known : read(run)).render(Arrays.asList(params));
    }

    private CompiledTemplate read(OpenRun run) {
        if (byCampaign.size() >= KEPT) {
            byCampaign.clear();
        }
        CompiledTemplate template = run.template().mapTo(CompiledTemplate.class);
        byCampaign.put(run.campaignId(), template);
        return template;
    }
}
