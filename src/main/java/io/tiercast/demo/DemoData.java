package io.tiercast.demo;

import io.smallrye.mutiny.Uni;
import io.tiercast.contact.BatchView.Item;
import io.tiercast.contact.ContactBatch;
import io.tiercast.contact.CreateContact;
import io.tiercast.group.CreateGroup;
import io.tiercast.group.GroupMembers;
import io.tiercast.group.GroupService;
import io.tiercast.sandbox.SandboxAccount;
import io.tiercast.sandbox.Setup;
import io.tiercast.sender.CreateSender;
import io.tiercast.sender.SenderService;
import io.tiercast.sender.Senders;
import io.tiercast.sql.Sql;
import io.tiercast.template.TemplateSync;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A sender, its templates, people and two groups, so that a first campaign is three clicks away. Each step finds what an
 * earlier, interrupted run has made.
 */
@ApplicationScoped
class DemoData {

    private static final String EVERYONE = "Everyone";
    private static final String DIWALI = "Diwali list";

    private final Sql sql;
    private final Setup sandbox;
    private final Senders senders;
    private final SenderService senderService;
    private final TemplateSync templates;
    private final ContactBatch contacts;
    private final GroupService groups;

    DemoData(
            Sql sql,
            Setup sandbox,
            Senders senders,
            SenderService senderService,
            TemplateSync templates,
            ContactBatch contacts,
            GroupService groups) {
        this.sql = sql;
        this.sandbox = sandbox;
        this.senders = senders;
        this.senderService = senderService;
        this.templates = templates;
        this.contacts = contacts;
        this.groups = groups;
    }

    /** Whether there was anything to make; false once it has been made. */
    Uni<Boolean> makeOnce() {
        return sql.first("select 1 from demo_data", row -> true)
                .chain(made -> made == null ? make() : Uni.createFrom().item(false));
    }

    private Uni<Boolean> make() {
        return senderId()
                .chain(templates::sync)
                .chain(() -> people())
                .chain(() -> sql.run("insert into demo_data default values on conflict do nothing"))
                .map(inserted -> true);
    }

    private Uni<Long> senderId() {
        String phoneNumberId = SandboxAccount.NUMBERS.get(0).phoneNumberId();
        return senders.byPhoneNumberId(phoneNumberId)
                .chain(known -> known.map(number -> Uni.createFrom().item(number.id()))
                        .orElseGet(() -> createSender(phoneNumberId)));
    }

    private Uni<Long> createSender(String phoneNumberId) {
        return sandbox.accessToken()
                .map(token -> new CreateSender("Demo shop", phoneNumberId, SandboxAccount.WABA_ID, token, null, null))
                .chain(senderService::create)
                .map(sender -> sender.id);
    }

    private Uni<Integer> people() {
        List<CreateContact> people = DemoPeople.all();
        return contacts.store(people)
                .chain(items ->
                        fill(EVERYONE, ids(people, items, "")).chain(() -> fill(DIWALI, ids(people, items, "+91"))));
    }

    private static List<Long> ids(List<CreateContact> people, List<Item> items, String prefix) {
        return IntStream.range(0, people.size())
                .filter(i -> people.get(i).phone().startsWith(prefix))
                .mapToObj(i -> items.get(i).id())
                .toList();
    }

    private Uni<Integer> fill(String name, List<Long> contactIds) {
        return groupId(name)
                .chain(id -> sql.inTransaction(transaction -> GroupMembers.add(transaction, id, contactIds)));
    }

    private Uni<Long> groupId(String name) {
        return sql.first("select id from contact_group where name = $1", row -> row.getLong(0), name)
                .chain(known -> known != null
                        ? Uni.createFrom().item(known)
                        : groups.create(new CreateGroup(name)).map(group -> group.id));
    }
}
