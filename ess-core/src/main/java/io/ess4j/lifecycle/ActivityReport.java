package io.ess4j.lifecycle;

/**
 * What a scaling activity was to do and what it has done so far. Instances fail one by one: one that cannot join is
 * taken out again, the activity goes on (guide map C-16-2).
 *
 * @param transition whether it adds or removes
 * @param planned how many instances were to join or leave, 0 or more
 * @param created how many were created and have joined
 * @param started how many came out of the stop pool
 * @param attached how many were attached
 * @param destroyed how many were released
 * @param stopped how many went into the stop pool
 * @param removed how many only left the group
 * @param failed how many did not join or leave
 */
public record ActivityReport(
        LifecycleTransition transition,
        int planned,
        int created,
        int started,
        int attached,
        int destroyed,
        int stopped,
        int removed,
        int failed) {
    public ActivityReport {
        for (int count : new int[] {planned, created, started, attached, destroyed, stopped, removed, failed}) {
            LifecycleChecks.atLeast("counts of an activity", count, 0);
        }
        boolean out = transition == LifecycleTransition.SCALE_OUT;
        if (out ? destroyed + stopped + removed > 0 : created + started + attached > 0) {
            throw new IllegalArgumentException("transition (" + transition + ") must fit what was counted");
        }
        if ((long) created + started + attached + destroyed + stopped + removed + failed > planned) {
            throw new IllegalArgumentException("planned (" + planned + ") must be >= what was done and what failed");
        }
    }

    /**
     * An activity that has done nothing yet.
     *
     * @param transition whether it adds or removes
     * @param planned how many instances are to join or leave, 0 or more
     * @return the report
     */
    public static ActivityReport planned(LifecycleTransition transition, int planned) {
        return new ActivityReport(transition, planned, 0, 0, 0, 0, 0, 0, 0);
    }

    /**
     * This report after one more instance has arrived, left or failed.
     *
     * @param way what the instance was on
     * @param result how that ended
     * @return a changed copy
     * @throws IllegalArgumentException if it was not planned, or goes the other way
     */
    public ActivityReport and(StepSequence.Way way, TransitionResult result) {
        if (way.transition() != transition) {
            throw new IllegalArgumentException("way (" + way + ") must be of an activity that does " + transition);
        }
        boolean done = result.isAchieved();
        return new ActivityReport(
                transition,
                planned,
                created + count(done && way == StepSequence.Way.CREATE),
                started + count(done && way == StepSequence.Way.START),
                attached + count(done && way == StepSequence.Way.ATTACH),
                destroyed + count(done && way == StepSequence.Way.RELEASE),
                stopped + count(done && way == StepSequence.Way.STOP),
                removed + count(done && way == StepSequence.Way.LEAVE),
                failed + count(!done));
    }

    private static int count(boolean value) {
        return value ? 1 : 0;
    }

    /**
     * How many instances have joined or left.
     *
     * @return 0 to planned
     */
    public int achieved() {
        return created + started + attached + destroyed + stopped + removed;
    }

    /**
     * How far the activity is.
     *
     * @return in progress as long as an instance is on its way, then as {@link ActivityStatus#of}
     */
    public ActivityStatus status() {
        return achieved() + failed < planned ? ActivityStatus.IN_PROGRESS : ActivityStatus.of(planned, achieved());
    }

    /**
     * How far it is in percent.
     *
     * @return 0 to 100, rounded down; 100 if nothing was planned
     */
    public int progress() {
        return planned == 0 ? 100 : (int) ((achieved() + (long) failed) * 100 / planned);
    }

    /**
     * What it was to do, in the words of the service: {@code Add "2" ECS instance}.
     *
     * @return the description
     */
    public String description() {
        return (transition == LifecycleTransition.SCALE_OUT ? "Add \"" : "Remove \"") + planned + "\" ECS instance";
    }

    /**
     * What it has done, in the words of the service: {@code "2" ECS instances are added}, and with started instances
     * {@code "0" ECS instances are added."1" ECS instance are started} (guide 3.4; the words for leaving are the mirror
     * image of these).
     *
     * @return the message
     */
    public String statusMessage() {
        if (transition == LifecycleTransition.SCALE_OUT) {
            String added = "\"" + (created + attached) + "\" ECS instances are added";
            return started > 0 ? added + ".\"" + started + "\" ECS instance are started" : added;
        }
        String gone = "\"" + (destroyed + removed) + "\" ECS instances are removed";
        return stopped > 0 ? gone + ".\"" + stopped + "\" ECS instance are stopped" : gone;
    }

    /**
     * Why a scale-in that may only take instances in service took fewer, in the words of the service (guide map
     * C-14-4).
     *
     * @param instances how many were passed over, in standby or protected
     * @return the text
     */
    public static String passedOver(int instances) {
        return "Fail to scale instances for scaling group(\"Ignore to remove " + instances
                + " instances(\"instances in standby/protected status\")\").";
    }

    /**
     * Why instances did not join, in the words of the service.
     *
     * @param reason such as {@code Abandon lifecycleActionResult parameter caused the instance to rollback.}
     * @return the text
     */
    public static String failedToCreate(String reason) {
        return "Fail to create Instances into scaling group(\"" + reason + "\").";
    }
}
