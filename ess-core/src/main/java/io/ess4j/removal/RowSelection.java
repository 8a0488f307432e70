package io.ess4j.removal;

/** Partial sorting of rows by a {@link LeavingOrder}. */
final class RowSelection {
    private static final int SMALL = 12;

    private RowSelection() {}

    /**
     * Moves the {@code keep} first rows of {@code rows[from, to)} to its front, in any order, and their values with
     * them; expected O(to - from).
     */
    static void select(int[] rows, long[] values, int from, int to, int keep, LeavingOrder order) {
        int low = from;
        int high = to;
        int cut = from + keep;
        while (cut > low && cut < high) {
            int middle = medianOfThree(rows, values, low, high, order);
            int pivot = rows[middle];
            long pivotValue = values[middle];
            int i = low - 1;
            int j = high;
            while (true) {
                do {
                    i++;
                } while (values[i] < pivotValue || (values[i] == pivotValue && order.compare(rows[i], pivot) < 0));
                do {
                    j--;
                } while (values[j] > pivotValue || (values[j] == pivotValue && order.compare(rows[j], pivot) > 0));
                if (i >= j) {
                    break;
                }
                swap(rows, values, i, j);
            }
            // rows[low..j] <= pivot <= rows[j+1..high)
            if (cut <= j + 1) {
                high = j + 1;
            } else {
                low = j + 1;
            }
        }
    }

    /** The position of the middle one of the first, the middle and the last row; never that of the greatest. */
    private static int medianOfThree(int[] rows, long[] values, int low, int high, LeavingOrder order) {
        int a = low;
        int b = (low + high - 1) >>> 1;
        int c = high - 1;
        if (isAfter(rows, values, a, b, order)) {
            int t = a;
            a = b;
            b = t;
        }
        if (!isAfter(rows, values, b, c, order)) {
            return b;
        }
        return isAfter(rows, values, a, c, order) ? a : c;
    }

    /** Whether the row at {@code a} leaves after the one at {@code b}. */
    static boolean isAfter(int[] rows, long[] values, int a, int b, LeavingOrder order) {
        return values[a] != values[b] ? values[a] > values[b] : order.compare(rows[a], rows[b]) > 0;
    }

    /** Sorts {@code rows[from, to)} in the order of leaving, and their values with them. */
    static void sort(int[] rows, long[] values, int from, int to, LeavingOrder order) {
        mergeSort(rows, values, from, to, new int[to - from], new long[to - from], order);
    }

    private static void mergeSort(
            int[] rows, long[] values, int from, int to, int[] rowBuffer, long[] valueBuffer, LeavingOrder order) {
        if (to - from <= SMALL) {
            insertionSort(rows, values, from, to, order);
            return;
        }
        int middle = (from + to) >>> 1;
        mergeSort(rows, values, from, middle, rowBuffer, valueBuffer, order);
        mergeSort(rows, values, middle, to, rowBuffer, valueBuffer, order);
        int half = middle - from;
        System.arraycopy(rows, from, rowBuffer, 0, half);
        System.arraycopy(values, from, valueBuffer, 0, half);
        int left = 0;
        int right = middle;
        int out = from;
        while (left < half && right < to) {
            boolean first = valueBuffer[left] != values[right]
                    ? valueBuffer[left] < values[right]
                    : order.compare(rowBuffer[left], rows[right]) <= 0;
            rows[out] = first ? rowBuffer[left] : rows[right];
            values[out++] = first ? valueBuffer[left++] : values[right++];
        }
        System.arraycopy(rowBuffer, left, rows, out, half - left);
        System.arraycopy(valueBuffer, left, values, out, half - left);
    }

    private static void insertionSort(int[] rows, long[] values, int from, int to, LeavingOrder order) {
        for (int i = from + 1; i < to; i++) {
            for (int j = i; j > from && isAfter(rows, values, j - 1, j, order); j--) {
                swap(rows, values, j - 1, j);
            }
        }
    }

    static void swap(int[] rows, long[] values, int i, int j) {
        int row = rows[i];
        rows[i] = rows[j];
        rows[j] = row;
        long value = values[i];
        values[i] = values[j];
        values[j] = value;
    }
}
