package io.tiercast.template;

import io.smallrye.mutiny.Uni;
import io.tiercast.meta.GraphClient;
import io.tiercast.meta.GraphProblems;
import io.tiercast.problem.Problems;
import io.tiercast.sender.Senders;
import io.tiercast.sender.SendingNumber;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes our templates equal to what Meta lists for an account. What Meta no longer lists stays, marked as missing. */
@ApplicationScoped
public class TemplateSync {

    private final Senders senders;
    private final GraphClient graph;
    private final ListedTemplates listed;

    public TemplateSync(Senders senders, GraphClient graph, ListedTemplates listed) {
        this.senders = senders;
        this.graph = graph;
        this.listed = listed;
    }

    /** Fails with 422 if there is no such sender, or Meta refuses its token. */
    public Uni<TemplateSyncView> sync(long senderId) {
        return senders.byId(senderId)
                .map(number -> number.orElseThrow(() -> Problems.invalid("senderId", "There is no sender " + senderId)))
                .chain(this::read);
    }

    private Uni<TemplateSyncView> read(SendingNumber number) {
        if (!number.provider().capabilities().templateSync()) {
            throw Problems.conflict(
                    "not-offered",
                    "The provider of this sender does not list templates: write them here, or import them");
        }
        return graph.templates(number.graph(), number.wabaId())
                .onFailure()
                .transform(failure -> GraphProblems.explain(failure, "senderId"))
                .chain(templates -> listed.store(number.wabaId(), templates, true));
    }
}
