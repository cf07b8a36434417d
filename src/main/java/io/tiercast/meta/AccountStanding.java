package io.tiercast.meta;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tiercast.meta.WebhookEvent.AccountChange;
import java.time.Instant;

/**
 * What news of an account mean for sending.
 *
 * @param category of templates that it concerns; null: all
 * @param until when it ends by itself; null: nobody knows
 * @param message in plain words
 */
public record AccountStanding(Effect effect, String category, Instant until, String message) {

    public enum Effect {
        /** Sending is forbidden until the time given, or until Meta lifts it. */
        FORBIDDEN,
        /**
         * A reason to stop and look. It is a warning, and the first step of several: what Meta forbids because of it comes as a
         * restriction of its own, so that a person may resume.
         */
        STOP,
        /** What was forbidden is allowed again. */
        REINSTATED,
        /** To be told and nothing else. */
        NEWS
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    public static AccountStanding of(AccountChange change) {
        Lenient value = read(change.json());
        return switch (change.event() == null ? "" : change.event()) {
            case "ACCOUNT_RESTRICTION" -> restriction(value);
            case "DISABLED_UPDATE" -> ban(value.at("ban_info"));
            case "ACCOUNT_VIOLATION" ->
                plain(
                        Effect.STOP,
                        "Meta reports a violation of its policies: %s."
                                .formatted(value.at("violation_info").text("violation_type")));
            case "ACCOUNT_DELETED" -> plain(Effect.FORBIDDEN, "The WhatsApp Business account was deleted.");
            case "ACCOUNT_OFFBOARDED" -> plain(Effect.FORBIDDEN, "The number was disconnected in the WhatsApp app.");
            case "ACCOUNT_RECONNECTED" -> plain(Effect.REINSTATED, "The number is connected again.");
            default -> plain(Effect.NEWS, "Meta has news of the account: %s.".formatted(change.event()));
        };
    }

    private static AccountStanding restriction(Lenient value) {
        AccountStanding gravest = plain(Effect.NEWS, "Meta has changed the restrictions of the account.");
        for (Lenient info : value.at("restriction_info").each().toList()) {
            AccountStanding standing = restriction(
                    info.text("restriction_type"), info.at("expiration").time());
            gravest = standing.weight() > gravest.weight() ? standing : gravest;
        }
        return gravest;
    }

    private static AccountStanding restriction(String type, Instant until) {
        return switch (type == null ? "" : type) {
            case "RESTRICTED_BIZ_INITIATED_MESSAGING" ->
                new AccountStanding(
                        Effect.FORBIDDEN, null, until, "Meta does not let the account write to people first.");
            case "RESTRICTED_UTILITY_TEMPLATES" ->
                new AccountStanding(
                        Effect.FORBIDDEN, "UTILITY", until, "Meta does not let the account send utility templates.");
            default -> new AccountStanding(Effect.NEWS, null, until, "Meta restricts the account: " + type + ".");
        };
    }

    private static AccountStanding ban(Lenient ban) {
        String state = ban.text("waba_ban_state");
        return switch (state == null ? "" : state) {
            case "DISABLE" -> plain(Effect.FORBIDDEN, "Meta has disabled the account.");
            case "REINSTATE" -> plain(Effect.REINSTATED, "Meta has reinstated the account.");
            case "SCHEDULE_FOR_DISABLE" ->
                plain(Effect.NEWS, "Meta will disable the account on %s.".formatted(ban.text("waba_ban_date")));
            default -> plain(Effect.NEWS, "Meta has news of a ban of the account: " + state + ".");
        };
    }

    private int weight() {
        return effect == Effect.NEWS ? until == null ? 0 : 1 : category == null ? 3 : 2;
    }

    private static AccountStanding plain(Effect effect, String message) {
        return new AccountStanding(effect, null, null, message);
    }

    private static Lenient read(String json) {
        try {
            return new Lenient(json == null ? MissingNode.getInstance() : JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("It was read as JSON before", e);
        }
    }
}
