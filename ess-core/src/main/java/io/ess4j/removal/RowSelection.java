package io.ess4j.removal;

/** Partial sorting of rows by a {@link LeavingOrder}. */
final class RowSelection {
    private static final int SMALL = 12;

    private RowSelection() {}

    /**
     * Moves the {@code keep} first rows of {@code rows[from, to)} to its front, in any order; expected O(to - from).
     */
    static void select(int[] rows, int from, int to, int keep, LeavingOrder order) {
        int low = from;
        int high = to;
        int cut = from + keep;
        while (cut > low && cut < high) {
            if (high - low <= SMALL) {
                insertionSort(rows, low, high, order);
                return;
            }
            int pivot = medianOfThree(rows, low, high, order);
            int i = low - 1;
            int j = high;
            while (true) {
                do {
                    i++;
                } while (order.compare(rows[i], pivot) < 0);
                do {
                    j--;
                } while (order.compare(rows[j], pivot) > 0);
                if (i >= j) {
                    break;
                }
                swap(rows, i, j);
            }
            // rows[low..j] <= pivot <= rows[j+1..high)
            if (cut <= j + 1) {
                high = j + 1;
            } else {
                low = j + 1;
            }
        }
    }

    private static int medianOfThree(int[] rows, int low, int high, LeavingOrder order) {
        int a = rows[low];
        int b = rows[(low + high - 1) >>> 1];
        int c = rows[high - 1];
        if (order.compare(a, b) > 0) {
            int t = a;
            a = b;
            b = t;
        }
        if (order.compare(b, c) <= 0) {
            return b;
        }
        return order.compare(a, c) > 0 ? a : c;
    }

    /** Sorts {@code rows[from, to)} in the order of leaving. */
    static void sort(int[] rows, int from, int to, LeavingOrder order) {
        int[] buffer = new int[to - from];
        mergeSort(rows, from, to, buffer, order);
    }

    private static void mergeSort(int[] rows, int from, int to, int[] buffer, LeavingOrder order) {
        if (to - from <= SMALL) {
            insertionSort(rows, from, to, order);
            return;
        }
        int middle = (from + to) >>> 1;
        mergeSort(rows, from, middle, buffer, order);
        mergeSort(rows, middle, to, buffer, order);
        System.arraycopy(rows, from, buffer, 0, middle - from);
        int left = 0;
        int right = middle;
        int out = from;
        while (left < middle - from && right < to) {
            rows[out++] = order.compare(buffer[left], rows[right]) <= 0 ? buffer[left++] : rows[right++];
        }
        System.arraycopy(buffer, left, rows, out, middle - from - left);
    }

    private static void insertionSort(int[] rows, int from, int to, LeavingOrder order) {
        for (int i = from + 1; i < to; i++) {
            int row = rows[i];
            int j = i - 1;
            while (j >= from && order.compare(rows[j], row) > 0) {
                rows[j + 1] = rows[j];
                j--;
            }
            rows[j + 1] = row;
        }
    }

    private static void swap(int[] rows, int i, int j) {
        int t = rows[i];
        rows[i] = rows[j];
        rows[j] = t;
    }
}
