package io.ess4j.sim.replay;

import tools.jackson.core.JsonGenerator;

/** Writes values of one type as JSON, each in exactly one way, and reads them back. */
interface ValueCodec<T> {
    void write(JsonGenerator json, T value);

    /** Reads a value; throws an {@link io.ess4j.sim.input.InputException} that names the place of what is wrong. */
    T read(Place place);
}
