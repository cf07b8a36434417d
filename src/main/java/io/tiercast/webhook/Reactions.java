package io.tiercast.webhook;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tiercast.meta.WebhookEvent;
import io.tiercast.meta.WebhookEvent.AccountAlert;
import io.tiercast.meta.WebhookEvent.AccountChange;
import io.tiercast.meta.WebhookEvent.MessagingLimitChange;
import io.tiercast.meta.WebhookEvent.NumberError;
import io.tiercast.meta.WebhookEvent.NumberNameChange;
import io.tiercast.meta.WebhookEvent.NumberQualityChange;
import io.tiercast.meta.WebhookEvent.TemplateCategoryChange;
import io.tiercast.meta.WebhookEvent.TemplateQualityChange;
import io.tiercast.meta.WebhookEvent.TemplateStatusChange;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Hands Meta's news of templates, numbers and accounts to whom they concern, one after the other: they are few. */
@ApplicationScoped
class Reactions {

    private final TemplateReactions templates;
    private final AccountReactions accounts;

    Reactions(TemplateReactions templates, AccountReactions accounts) {
        this.templates = templates;
        this.accounts = accounts;
    }

    Uni<Void> to(List<WebhookEvent> events) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(this::to)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> to(WebhookEvent event) {
        if (event instanceof TemplateStatusChange news) {
            return templates.status(news);
        } else if (event instanceof TemplateQualityChange news) {
            return templates.quality(news);
        } else if (event instanceof TemplateCategoryChange news) {
            return templates.category(news);
        } else if (event instanceof AccountChange news) {
            return accounts.account(news);
        } else if (event instanceof MessagingLimitChange news) {
            return accounts.limit(news);
        } else if (event instanceof NumberQualityChange news) {
            return accounts.numberQuality(news);
        } else if (event instanceof NumberNameChange news) {
            return accounts.numberName(news);
        } else if (event instanceof AccountAlert news) {
            return accounts.alert(news);
        } else if (event instanceof NumberError news) {
            return accounts.numberError(news);
        }
        return Uni.createFrom().voidItem();
    }
}
