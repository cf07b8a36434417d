package io.tiercast.contact;

/** Why somebody is on the suppression list. */
public enum SuppressionReason {
    /** The person said so, and there is no contact any more to keep it, or was none yet. */
    OPTED_OUT,
    /** Somebody of ours put them there. */
    MANUAL,
    /** All that identified the person was erased; only a hash of the phone is left. */
    ERASED
}
