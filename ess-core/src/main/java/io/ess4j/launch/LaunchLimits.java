package io.ess4j.launch;

/**
 * How much a configuration may hold. Providers raise these numbers over the years, so they are values.
 *
 * @param userDataBytes the most bytes of user data before encoding
 * @param tags the most tags
 * @param types the most instance types
 * @param dataDisks the most data disks
 */
public record LaunchLimits(int userDataBytes, int tags, int types, int dataDisks) {
    /** The newest numbers. */
    public static final LaunchLimits NEWEST = new LaunchLimits(32 * 1024, 20, 20, 16);

    /** The numbers of the guide of 2022. */
    public static final LaunchLimits GUIDE_2022 = new LaunchLimits(16 * 1024, 5, 10, 16);

    public LaunchLimits {
        if (userDataBytes < 0 || tags < 0 || types < 1 || dataDisks < 0) {
            throw new IllegalArgumentException("userDataBytes (" + userDataBytes + "), tags (" + tags
                    + ") and dataDisks (" + dataDisks + ") must be >= 0 and types (" + types + ") >= 1");
        }
    }
}
