package io.tiercast.people;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.tiercast.contact.ConsentSettings;
import io.tiercast.csv.UnreadableFile;
import io.tiercast.group.GroupMembers;
import io.tiercast.phone.Phone;
import io.tiercast.problem.Problems;
import io.vertx.mutiny.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Decides what is imported, and when it ends early. */
@ApplicationScoped
class ImportService {

    private final ImportFiles files;
    private final Imports imports;
    private final GroupMembers groups;
    private final ConsentSettings consent;

    ImportService(ImportFiles files, Imports imports, GroupMembers groups, ConsentSettings consent) {
        this.files = files;
        this.imports = imports;
        this.groups = groups;
        this.consent = consent;
    }

    /** Takes the file in; {@link ImportJob} does the rest. */
    Uni<ImportView> start(HttpServerRequest body, ImportOptions options) {
        return files.receive(body, options)
                .onFailure(UnreadableFile.class)
                .transform(unreadable -> refusal(unreadable.getMessage()))
                .chain(file -> record(file, options))
                .chain(imports::get);
    }

    private Uni<Long> record(String file, ImportOptions options) {
        return check(options)
                .chain(() -> imports.create(file, options, options.doubleOptIn || consent.doubleOptIn()))
                .onFailure()
                .call(() -> files.delete(file));
    }

    private Uni<Void> check(ImportOptions options) {
        if (options.defaultCountry != null && !Phone.isCountry(options.defaultCountry)) {
            return Uni.createFrom().failure(Problems.invalid("defaultCountry", "must be a country's code, such as IN"));
        }
        if (options.consentSource != null && options.consent == null) {
            return Uni.createFrom().failure(Problems.invalid("consent", "is needed where consentSource is given"));
        }
        return options.groupId == null
                ? Uni.createFrom().voidItem()
                : groups.unknown(List.of(options.groupId))
                        .invoke(ImportService::refuseUnknown)
                        .replaceWithVoid();
    }

    private static void refuseUnknown(List<Long> groupIds) {
        if (!groupIds.isEmpty()) {
            throw Problems.invalid("groupId", "there is no group " + groupIds.get(0));
        }
    }

    /** The batch under way notices when it wants to commit, and stores nothing. */
    Uni<ImportView> cancel(long id) {
        return imports.finish(id, ImportState.CANCELLED, null)
                .chain(file -> file == null ? refuseOver(id) : files.delete(file))
                .chain(() -> imports.get(id));
    }

    private Uni<Void> refuseOver(long id) {
        return imports.get(id)
                .map(view -> Problems.conflict("import-over", "The import is " + view.state()))
                .chain(refusal -> Uni.createFrom().failure(refusal));
    }

    private static HttpProblem refusal(String why) {
        return Problems.invalid("unreadable-csv", why, List.of());
    }
}
