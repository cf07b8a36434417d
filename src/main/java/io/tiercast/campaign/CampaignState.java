package io.tiercast.campaign;

import java.util.EnumSet;
import java.util.Set;

/** Where a campaign stands. */
public enum CampaignState {
    DRAFT,
    /** Launched, its time has not come. */
    SCHEDULED,
    /** Its audience is being frozen. */
    PREPARING,
    RUNNING,
    /** Goes on by itself when what it waits for has come. */
    WAITING,
    /** Goes on when a person says so. */
    PAUSED,
    /** What is under way still finishes. */
    CANCELLING,
    CANCELLED,
    /** Nothing is left to send. */
    COMPLETED,
    /** Could not start. */
    FAILED;

    /** Those in which a plan may be changed or deleted. */
    static final Set<CampaignState> EDITABLE = EnumSet.of(DRAFT, SCHEDULED);

    /** Those in which it may be paused. */
    static final Set<CampaignState> GOING = EnumSet.of(RUNNING, WAITING);

    /** Those in which it may be cancelled with an audience perhaps frozen. */
    static final Set<CampaignState> STARTED = EnumSet.of(PREPARING, RUNNING, WAITING, PAUSED);
}
