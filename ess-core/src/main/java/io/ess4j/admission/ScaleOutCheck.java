package io.ess4j.admission;

import static io.ess4j.admission.FieldProblem.Kind.MISSING;
import static io.ess4j.admission.FieldProblem.Kind.NOT_ALLOWED;

import io.ess4j.admission.ScaleOutRequest.NetworkCharge;
import io.ess4j.model.Password;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongPredicate;

/**
 * Checks the body of ScaleOutCluster, field by field, and reports all problems at once (guide map S3-1 to S3-13).
 *
 * <table>
 * <caption>Fields</caption>
 * <tr><th>field</th><th>required</th><th>rule</th></tr>
 * <tr><td>count</td><td>yes</td><td>&gt;= 1</td></tr>
 * <tr><td>worker_instance_type</td><td>yes</td><td>an edge type: begins with {@code ens.}</td></tr>
 * <tr><td>ens_region_id, worker_image_id</td><td>yes</td><td>a name</td></tr>
 * <tr><td>ens_internet_charge_type</td><td>yes</td><td>BandwidthByDay or 95BandwidthByMonth</td></tr>
 * <tr><td>worker_period</td><td>no</td><td>1, 2, 3, 6, 12, 24, 36, 48, 60; default 1</td></tr>
 * <tr><td>login_password, key_pair</td><td>one</td><td>see {@link Password}</td></tr>
 * <tr><td>worker_system_disk_size</td><td>yes</td><td>a multiple of 10 in 20..100, greater than the image</td></tr>
 * <tr><td>is_edge_worker</td><td>yes</td><td>true</td></tr>
 * <tr><td>worker_data_disk_size</td><td>no</td><td>0, or a multiple of 10 in 20..200; default 0</td></tr>
 * <tr><td>worker_auto_renew</td><td>no</td><td>default false</td></tr>
 * <tr><td>worker_auto_renew_period</td><td>with auto renew</td><td>1..12</td></tr>
 * <tr><td>timeout_mins</td><td>no</td><td>&gt;= 1</td></tr>
 * </table>
 */
public final class ScaleOutCheck {
    private static final Set<Long> PERIODS = new TreeSet<>(List.of(1L, 2L, 3L, 6L, 12L, 24L, 36L, 48L, 60L));
    private static final String EDGE_TYPE = "ens.";

    /**
     * The answer to a request.
     *
     * @param request the request, if nothing is wrong with it
     * @param problems everything that is wrong, in the order of the table, unknown fields last
     * @param deprecated whether the operation is phased out, in favour of those on node pools; always true
     */
    public record Answer(Optional<ScaleOutRequest> request, List<FieldProblem> problems, boolean deprecated) {
        public Answer {
            problems = List.copyOf(problems);
            if (request.isPresent() != problems.isEmpty()) {
                throw new IllegalArgumentException(
                        "request must be present if and only if there are no problems (" + problems + ")");
            }
        }
    }

    private ScaleOutCheck() {}

    /**
     * Checks the fields of a body whose image is of unknown size.
     *
     * @param fields the values by field name, numbers and booleans as text
     * @return the request, or all problems
     */
    public static Answer check(Map<String, String> fields) {
        return check(fields, OptionalInt.empty());
    }

    /**
     * Checks the fields of a body.
     *
     * @param fields the values by field name, numbers and booleans as text
     * @param imageGib the size of the image in GiB, if known; the system disk must be greater
     * @return the request, or all problems
     */
    public static Answer check(Map<String, String> fields, OptionalInt imageGib) {
        FieldReader in = new FieldReader(fields);
        long count = in.number("count", 1, n -> n >= 1, "must be >= 1");
        String type = edgeType(in);
        String region = in.name("ens_region_id").orElse("");
        String image = in.name("worker_image_id").orElse("");
        NetworkCharge charge = charge(in);
        long period = in.optionalNumber("worker_period", 1, PERIODS::contains, "must be one of " + PERIODS);
        Optional<Password> password = in.text("login_password", false).map(Password::of);
        Optional<String> keyPair = in.optionalName("key_pair");
        checkLogin(in, fields, password);
        long systemDisk = in.number(
                "worker_system_disk_size",
                20,
                n -> n % 10 == 0 && n >= 20 && n <= 100 && n > imageGib.orElse(0),
                "must be a multiple of 10 in 20..100"
                        + (imageGib.isPresent() ? " and greater than the image (" + imageGib.getAsInt() + ")" : ""));
        checkEdgeWorker(in);
        long dataDisk = in.optionalNumber(
                "worker_data_disk_size",
                0,
                n -> n == 0 || (n % 10 == 0 && n >= 20 && n <= 200),
                "must be 0 or a multiple of 10 in 20..200");
        boolean renew = in.flag("worker_auto_renew", false);
        long renewPeriod = renewPeriod(in, renew);
        long timeout = in.optionalNumber("timeout_mins", 0, n -> n >= 1, "must be >= 1");
        List<FieldProblem> problems = in.finish();
        if (!problems.isEmpty()) {
            return new Answer(Optional.empty(), problems, true);
        }
        ScaleOutRequest request = new ScaleOutRequest(
                count,
                type,
                region,
                image,
                charge,
                (int) period,
                password,
                keyPair,
                (int) systemDisk,
                (int) dataDisk,
                renew,
                renewPeriod > 0 ? OptionalInt.of((int) renewPeriod) : OptionalInt.empty(),
                timeout > 0 ? OptionalLong.of(timeout) : OptionalLong.empty());
        return new Answer(Optional.of(request), problems, true);
    }

    private static String edgeType(FieldReader in) {
        String field = "worker_instance_type";
        String type = in.name(field).orElse("");
        if (!type.isEmpty() && !type.startsWith(EDGE_TYPE)) {
            in.problem(field, NOT_ALLOWED, "must be an edge type, which begins with " + EDGE_TYPE);
        }
        return type;
    }

    private static NetworkCharge charge(FieldReader in) {
        String field = "ens_internet_charge_type";
        Optional<String> word = in.text(field, true);
        Optional<NetworkCharge> charge = word.flatMap(w -> Arrays.stream(NetworkCharge.values())
                .filter(c -> c.word().equals(w))
                .findFirst());
        if (word.isPresent() && charge.isEmpty()) {
            in.problem(field, NOT_ALLOWED, "must be BandwidthByDay or 95BandwidthByMonth");
        }
        return charge.orElse(NetworkCharge.BANDWIDTH_BY_DAY);
    }

    private static void checkLogin(FieldReader in, Map<String, String> fields, Optional<Password> password) {
        if (password.isEmpty() && !fields.containsKey("key_pair")) {
            in.problem("login_password", MISSING, "is required unless key_pair is given");
        }
        password.filter(p -> !p.problems().isEmpty())
                .ifPresent(p -> in.problem("login_password", NOT_ALLOWED, "is not accepted: " + p.problems()));
    }

    private static void checkEdgeWorker(FieldReader in) {
        String field = "is_edge_worker";
        in.text(field, true)
                .filter(text -> !text.equals("true"))
                .ifPresent(text -> in.problem(field, NOT_ALLOWED, "must be true"));
    }

    private static long renewPeriod(FieldReader in, boolean renew) {
        String field = "worker_auto_renew_period";
        LongPredicate months = n -> n >= 1 && n <= 12;
        return renew
                ? in.number(field, 0, months, "must be in 1..12")
                : in.optionalNumber(field, 0, months, "must be in 1..12");
    }
}
