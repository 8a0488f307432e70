package io.ess4j.sim.deadline;

/** The ages of runs in classes that widen with age: 1, 2 to 3, 4 to 10, and 11 ticks or more. */
final class RunAges {
    static final int CLASSES = 4;

    private static final int[] FROM = {1, 2, 4, 11};
    /** The age that stands for the open class; between that of its first tick and long runs. */
    private static final double OLD = 18;

    private RunAges() {}

    static int classOf(int age) {
        int c = 0;
        while (c + 1 < CLASSES && age >= FROM[c + 1]) {
            c++;
        }
        return c;
    }

    static double middle(int ageClass) {
        return ageClass == CLASSES - 1 ? OLD : (FROM[ageClass] + FROM[ageClass + 1] - 1) / 2.0;
    }

    /** The chance that a run which goes on is in the next class after a tick. */
    static double advances(int ageClass) {
        return ageClass == CLASSES - 1 ? 0 : 1.0 / (FROM[ageClass + 1] - FROM[ageClass]);
    }
}
