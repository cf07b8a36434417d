package io.tiercast.contact;

/** What a suppressed person is not sent. */
public enum SuppressionScope {
    MARKETING,
    ALL
}
