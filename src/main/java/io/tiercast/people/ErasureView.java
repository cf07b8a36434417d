package io.tiercast.people;

/**
 * What was done to forget a person.
 *
 * @param contactId of the contact that is no more; null: there was none
 * @param messages kept for the counts, without anything that identifies the person
 * @param suppressionId the entry by which the phone, known by its hash alone, stays suppressed
 */
public record ErasureView(Long contactId, long messages, long suppressionId) {}
