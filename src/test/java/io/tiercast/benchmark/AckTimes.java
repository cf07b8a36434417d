package io.tiercast.benchmark;

import java.util.Arrays;

/** How long webhook calls took until their 200, each of them. */
final class AckTimes {

    private int[] micros = new int[1024];
    private int size;

    void add(long nanos) {
        if (size == micros.length) {
            micros = Arrays.copyOf(micros, size * 2);
        }
        micros[size++] = (int) (nanos / 1000);
    }

    int size() {
        return size;
    }

    /** In milliseconds; 0 if there was none. The share 1 asks for the longest. */
    double millis(double share) {
        if (size == 0) {
            return 0;
        }
        int[] sorted = Arrays.copyOf(micros, size);
        Arrays.sort(sorted);
        return sorted[Math.min(size - 1, (int) (size * share))] / 1000.0;
    }
}
