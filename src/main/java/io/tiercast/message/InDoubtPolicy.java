package io.tiercast.message;

/** What happens to a message of which nobody knows whether it was sent. */
public enum InDoubtPolicy {
    /** Send again once it is proven that it did not arrive. */
    RESOLVE,
    /** Never send again; a person decides. */
    NEVER_RESEND,
    /** Send again at once: a double is better than none, as with one-time passwords. */
    RESEND_NOW
}
