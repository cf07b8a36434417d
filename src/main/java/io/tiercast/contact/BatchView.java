package io.tiercast.contact;

import java.util.List;

/** What became of a batch, item by item in its order. */
public record BatchView(List<Item> items) {

    public enum Outcome {
        CREATED,
        UPDATED,
        REJECTED
    }

    /**
     * @param index the item's place in the request, from 0
     * @param id null if rejected
     * @param reason why it was rejected, else null
     */
    public record Item(int index, Long id, Outcome outcome, String reason) {

        static Item rejected(int index, String reason) {
            return new Item(index, null, Outcome.REJECTED, reason);
        }
    }
}
