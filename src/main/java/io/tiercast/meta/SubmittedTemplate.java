package io.tiercast.meta;

/** What Meta answers to a new template: its id, and what it made of it; where it does not say, the review is to come. */
public record SubmittedTemplate(String id, String status, String category) {

    static SubmittedTemplate of(Lenient answer) {
        String status = answer.text("status");
        return new SubmittedTemplate(answer.text("id"), status == null ? "PENDING" : status, answer.text("category"));
    }
}
