package io.ess4j.model;

/** The instruction set of an instance type's processors. */
public enum CpuArchitecture {
    /** Intel and AMD. */
    X86,
    /** Arm. */
    ARM
}
