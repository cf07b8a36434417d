package io.tiercast.people;

import io.tiercast.contact.CheckedContact;
import java.util.List;

/**
 * Lines of a file that are stored together.
 *
 * @param lane those of a lane are stored one after the other
 * @param after the line that the lane had reached before
 * @param last the last line of the batch
 * @param contacts the good lines
 * @param lines the line of each contact
 * @param rejections the bad lines
 */
record ImportBatch(
        int lane, long after, long last, List<CheckedContact> contacts, List<Long> lines, List<Rejection> rejections) {

    boolean isEmpty() {
        return last == after;
    }
}
