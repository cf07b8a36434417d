package io.tiercast.campaign;

import io.tiercast.message.MessageState;
import io.tiercast.message.Recipients;
import io.tiercast.message.SkipReason;
import io.tiercast.phone.Phone;
import io.tiercast.problem.Problems;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters that pick recipients, the same for the list and the export. All of them must hold. */
public class RecipientFilter {

    @QueryParam("state")
    @Parameter(description = "A bucket")
    public String state;

    @QueryParam("errorCode")
    @Parameter(description = "Failed with this code; several: with any of them")
    public List<Integer> errorCodes;

    @QueryParam("reason")
    @Parameter(description = "Why somebody was skipped")
    public String reason;

    @QueryParam("phone")
    public String phone;

    Recipients.Filter wanted() {
        List<Integer> codes = errorCodes == null || errorCodes.isEmpty() ? null : errorCodes;
        return new Recipients.Filter(bucket(), codes, skipReason(), e164());
    }

    private String e164() {
        return phone == null
                ? null
                : Phone.ofAddress(phone)
                        .map(Phone::e164)
                        .orElseThrow(() -> Problems.malformed("phone", "must be a phone number such as +919812345678"));
    }

    private MessageState bucket() {
        MessageState bucket = state == null ? null : MessageState.ofBucket(state);
        if (state != null && bucket == null) {
            throw Problems.malformed("state", "there is no bucket " + state);
        }
        return bucket;
    }

    private SkipReason skipReason() {
        try {
            return reason == null ? null : SkipReason.valueOf(reason);
        } catch (IllegalArgumentException e) {
            throw Problems.malformed("reason", "there is no reason " + reason);
        }
    }
}
