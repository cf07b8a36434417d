package io.tiercast.dispatch;

import io.tiercast.message.Advance;
import io.tiercast.message.Claim;
import io.tiercast.message.OpenRun;
import io.tiercast.message.StatusEntry;
import io.tiercast.message.Verdict;
import java.util.List;

/** What an {@link Engine} wants done in the world. Each comes back to it as a call, later, in any order; or never, if the process dies. */
interface Effects {

    /** Comes back as {@code claimed} or {@code claimFailed}. */
    void claim(OpenRun run, int limit);

    /** One attempt. Comes back as {@code answered}, always. */
    void send(OpenRun run, Claim claim);

    /** Comes back as {@code recorded} or {@code recordLost}. */
    void record(List<Advance> answers, List<StatusEntry> log);

    /** What a verdict means for others than its own message. */
    void follow(Verdict verdict);

    /** Refused in the same way again and again: the campaign is wrong as a whole. */
    void stopCampaign(long campaignId, int code);

    /** Comes back as {@code woken}. */
    void wakeIn(long nanos);

    void drained();
}
