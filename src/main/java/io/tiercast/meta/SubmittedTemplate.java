package io.tiercast.meta;

/** What Meta answers to a new template: its id, and what it made of it. */
public record SubmittedTemplate(String id, String status, String category) {

    static SubmittedTemplate of(Lenient answer) {
        return new SubmittedTemplate(answer.text("id"), answer.text("status"), answer.text("category"));
    }
}
