package io.tiercast.hook;

/** What can be told to a webhook endpoint. */
public enum HookEvent {
    /** A campaign entered a state, or was settled: nothing more is expected of it. */
    CAMPAIGN_STATE,
    RECIPIENT_DELIVERED,
    RECIPIENT_READ,
    /** For good: what is tried again is not told. */
    RECIPIENT_FAILED,
    /** Not delivered within its time to live; told when the campaign is settled. */
    RECIPIENT_EXPIRED,
    OPT_OUT,
    REPLY
}
