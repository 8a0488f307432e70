package io.ess4j.access;

import java.util.Optional;

/**
 * A range of IPv4 addresses, such as {@code 10.0.0.0/8}, or one address.
 *
 * @param network the first bits, as a number
 * @param bits how many bits count, 0 to 32
 */
record AddressRange(long network, int bits) {
    private static final int PARTS = 4;
    private static final int MAX_BITS = 32;
    private static final int MAX_PART = 255;

    /** The range, or empty if the text is none. */
    static Optional<AddressRange> parse(String text) {
        int slash = text.indexOf('/');
        String[] parts = (slash < 0 ? text : text.substring(0, slash)).split("\\.", -1);
        int bits = slash < 0 ? MAX_BITS : number(text.substring(slash + 1), MAX_BITS);
        if (parts.length != PARTS || bits < 0) {
            return Optional.empty();
        }
        long address = 0;
        for (String part : parts) {
            int value = number(part, MAX_PART);
            if (value < 0) {
                return Optional.empty();
            }
            address = (address << 8) | value;
        }
        return Optional.of(new AddressRange(address >>> (MAX_BITS - bits), bits));
    }

    /** Whether one address lies in a range; a range of several addresses never does. */
    static boolean covers(String address, String range) {
        Optional<AddressRange> one = parse(address).filter(a -> a.bits == MAX_BITS);
        return one.isPresent()
                && parse(range)
                        .filter(r -> one.orElseThrow().network >>> (MAX_BITS - r.bits) == r.network)
                        .isPresent();
    }

    /** A number of at most three digits from 0 to a limit, or -1. */
    private static int number(String digits, int most) {
        if (digits.isEmpty() || digits.length() > 3 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        int value = Integer.parseInt(digits);
        return value > most ? -1 : value;
    }
}
