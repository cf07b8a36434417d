package io.tiercast.message;

/**
 * One message that is ours to send, once.
 *
 * @param attempt from 1
 * @param phone E.164 with its {@code +}
 * @param params values for the slots of the campaign's compiled template
 */
public record Claim(MessageKey key, int attempt, String phone, String[] params) {

    public Attempt asAttempt() {
        return new Attempt(key, attempt);
    }
}
