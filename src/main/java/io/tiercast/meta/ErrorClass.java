package io.tiercast.meta;

/** What an error of Meta's means for what comes next. */
public enum ErrorClass {
    /** Meta had a moment of weakness: try the same message again, later and later. */
    RETRY,
    /** Too fast for this number: slow the sender down, then try again. */
    THROTTLE,
    /** Not now for this recipient: try this one again later, the others go on. */
    DEFER,
    /** Never for this recipient and message. */
    PERMANENT,
    /** The template or its content cannot be sent: the campaign stops until someone acts. */
    PAUSE_CAMPAIGN,
    /** The number or the account may not send: everything on it stops until someone acts. */
    STOP_SENDER,
    /** Our request or the set-up is wrong: trying again unchanged cannot help. */
    CONFIGURATION
}
