package io.tiercast.dispatch;

import io.tiercast.message.CallbackData;
import io.tiercast.message.Claims;
import io.tiercast.message.Consequences;
import io.tiercast.message.Deliveries;
import io.tiercast.message.ProviderMessages;
import io.tiercast.message.QueueReactions;
import io.tiercast.provider.SendClient;
import jakarta.inject.Singleton;

/** Whom a sender's loop works with. */
@Singleton
record Collaborators(
        Claims claims,
        Deliveries deliveries,
        SendClient client,
        CallbackData callbackData,
        ProviderMessages providerMessages,
        TemplateTexts templates,
        Consequences consequences,
        QueueReactions queues) {}
