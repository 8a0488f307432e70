package io.ess4j.model;

/** What an instance type is made for, in the words of the service (guide map C-7-9). */
public enum InstanceCategory {
    /** A balance of processors and memory. */
    GENERAL_PURPOSE("General-purpose"),
    /** More processors for its memory. */
    COMPUTE_OPTIMIZED("Compute-optimized"),
    /** More memory for its processors. */
    MEMORY_OPTIMIZED("Memory-optimized"),
    /** Large local disks. */
    BIG_DATA("Big data"),
    /** Fast local disks. */
    LOCAL_SSD("Local SSDs"),
    /** Processors of a high frequency. */
    HIGH_CLOCK_SPEED("High Clock Speed"),
    /** An enhanced family. */
    ENHANCED("Enhanced"),
    /** Shared processors. */
    SHARED("Shared"),
    /** Graphics processors that compute. */
    GPU_COMPUTE("Compute-optimized with GPU"),
    /** Graphics processors that draw. */
    VISUAL_COMPUTE("Visual Compute-optimized"),
    /** Other processors beside the main ones. */
    HETEROGENEOUS_SERVICE("Heterogeneous Service"),
    /** Programmable arrays. */
    FPGA_COMPUTE("Compute-optimized with FPGA"),
    /** Neural processors. */
    NPU_COMPUTE("Compute-optimized with NPU"),
    /** A whole physical machine. */
    BARE_METAL("ECS Bare Metal"),
    /** Clusters that compute together. */
    HIGH_PERFORMANCE("High Performance Compute");

    private final String word;

    InstanceCategory(String word) {
        this.word = word;
    }

    /** Returns the documented word, such as {@code General-purpose}. */
    @Override
    public String toString() {
        return word;
    }
}
