package io.ess4j.elasticity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What must hold for a pool to be available (guide 1.7). Of several that fail, the first is the reason. */
public enum PoolConstraint {
    /** The instance type is sold in the zone. */
    SOLD_IN_ZONE("InstanceTypesOrDiskTypesNotSupported"),
    /** The type and the zone support the disk categories of the configuration. */
    DISK_CATEGORY("InstanceTypesOrDiskTypesNotSupported"),
    /** The type supports the image of the configuration. */
    IMAGE("IMG_NOT_SUPPORTED"),
    /** There are instances to be had. */
    STOCK("OperationDenied.NoStock"),
    /** The zone has a network of the group with addresses to give. */
    NETWORK(null);

    private final Optional<String> code;

    PoolConstraint(@Nullable String code) {
        this.code = Optional.ofNullable(code);
    }

    /**
     * The error code that the service documents for a pool which fails by this.
     *
     * @return the code, or empty if none is published
     */
    public Optional<String> code() {
        return code;
    }

    /**
     * This constraint as a bit, for {@link PoolTable#ofFailing}.
     *
     * @return 1, 2, 4 and so on in the order of the constants
     */
    public byte bit() {
        return (byte) (1 << ordinal());
    }
}
