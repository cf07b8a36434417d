package io.tiercast.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;

/** A message the sandbox has taken, with all that will become of it. */
record AcceptedMessage(long id, long atMillis, String phoneNumberId, SendRequest request, Outcome outcome) {

    static AcceptedMessage of(String phoneNumberId, SendRequest request, Outcome outcome, long atMillis) {
        long id = ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
        return new AcceptedMessage(id, atMillis, phoneNumberId, request, outcome);
    }

    String wamid() {
        return wamid(request.recipient(), id);
    }

    /** Looks like Meta's: opaque, and different for each message. */
    static String wamid(long recipient, long id) {
        byte[] content =
                ("\u001d\u0018" + recipient + "\u0015" + Long.toHexString(id)).getBytes(StandardCharsets.UTF_8);
        return "wamid." + Base64.getEncoder().withoutPadding().encodeToString(content);
    }
}
