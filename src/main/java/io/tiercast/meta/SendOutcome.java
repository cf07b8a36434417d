package io.tiercast.meta;

/** What is known after the one HTTP attempt of a send. */
public sealed interface SendOutcome {

    /**
     * Meta took the message (HTTP 200). Not yet delivered.
     *
     * @param wamid Meta's id of the message
     * @param waId Meta's form of the recipient's number, null if it gave none
     * @param held whether Meta holds it back for quality assessment
     */
    record Accepted(String wamid, String waId, boolean held) implements SendOutcome {}

    /** Meta answered with an error: the message was not sent. */
    record Refused(int code, String details) implements SendOutcome {}

    /** Proven not to have left: no connection was made. */
    record NotSent(String cause) implements SendOutcome {}

    /** The request left and no usable answer came: sent or not, nobody knows. */
    record InDoubt(String cause) implements SendOutcome {}
}
