package io.ess4j.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ess4j.admission.FieldProblem.Kind;
import io.ess4j.admission.ScaleOutCheck.Answer;
import io.ess4j.admission.ScaleOutRequest.NetworkCharge;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ACK@Edge call ScaleOutCluster, every field of its table. */
class ScaleOutCheckTest {
    private static Map<String, String> sample() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("timeout_mins", "60");
        fields.put("worker_instance_type", "ens.sn1.tiny");
        fields.put("ens_region_id", "cn-beijing-telecom");
        fields.put("worker_image_id", "m-2QVLO2T8NYgm8CNQVg****");
        fields.put("ens_internet_charge_type", "BandwidthByDay");
        fields.put("worker_period", "1");
        fields.put("worker_auto_renew", "true");
        fields.put("worker_auto_renew_period", "1");
        fields.put("login_password", "Hello1234!");
        fields.put("count", "1");
        fields.put("worker_system_disk_size", "20");
        fields.put("worker_data_disk_size", "0");
        fields.put("is_edge_worker", "true");
        return fields;
    }

    private static Answer with(String field, String value) {
        Map<String, String> fields = sample();
        fields.put(field, value);
        return ScaleOutCheck.check(fields);
    }

    private static Answer without(String field) {
        Map<String, String> fields = sample();
        fields.remove(field);
        return ScaleOutCheck.check(fields);
    }

    @Test
    void theSampleIsAccepted() {
        ScaleOutRequest request = ScaleOutCheck.check(sample()).request().orElseThrow();

        assertThat(request.count()).isEqualTo(1);
        assertThat(request.instanceType()).isEqualTo("ens.sn1.tiny");
        assertThat(request.charge()).isEqualTo(NetworkCharge.BANDWIDTH_BY_DAY);
        assertThat(request.systemDiskGib()).isEqualTo(20);
        assertThat(request.dataDiskGib()).isZero();
        assertThat(request.renewPeriod()).hasValue(1);
        assertThat(request.timeoutMinutes()).hasValue(60);
        assertThat(request.toString()).doesNotContain("Hello");
    }

    @ParameterizedTest(name = "{0}: {1} = {2} is accepted: {3}")
    @CsvSource(textBlock = """
            S3-1, count, 1, true
            S3-1, count, 0, false
            S3-1, count, -1, false
            S3-1, count, 999999999999, true
            S3-2 not an edge type, worker_instance_type, ecs.g6.large, false
            S3-2, ens_region_id, cn-beijing-cmcc-2, true
            S3-3, ens_internet_charge_type, 95BandwidthByMonth, true
            S3-3, ens_internet_charge_type, bandwidthByDay, false
            S3-3, ens_internet_charge_type, PayByTraffic, false
            S3-4, worker_period, 0, false
            S3-4, worker_period, 4, false
            S3-4, worker_period, 2, true
            S3-4, worker_period, 3, true
            S3-4, worker_period, 6, true
            S3-4, worker_period, 12, true
            S3-4, worker_period, 24, true
            S3-4, worker_period, 36, true
            S3-4, worker_period, 48, true
            S3-4, worker_period, 60, true
            S3-4, worker_period, 61, false
            S3-5 seven characters, login_password, Hello1!, false
            S3-5 eight characters, login_password, Hello12!, true
            S3-5 two classes, login_password, Hellohello, false
            S3-2 example of the table, worker_image_id, centos_7_06_64_20G_alibase_2019****, true
            S3-6 example of the table, worker_system_disk_size, 40, true
            S3-7 example of the table, worker_data_disk_size, 40, true
            S3-6, worker_system_disk_size, 10, false
            S3-6, worker_system_disk_size, 25, false
            S3-6, worker_system_disk_size, 100, true
            S3-6, worker_system_disk_size, 110, false
            S3-7, worker_data_disk_size, 10, false
            S3-7, worker_data_disk_size, 20, true
            S3-7, worker_data_disk_size, 200, true
            S3-7, worker_data_disk_size, 210, false
            S3-7, worker_data_disk_size, -10, false
            S3-8, is_edge_worker, false, false
            S3-9, worker_auto_renew_period, 0, false
            S3-9, worker_auto_renew_period, 12, true
            S3-9, worker_auto_renew_period, 13, false
            S3-11, timeout_mins, 0, false
            S3-11, timeout_mins, 1, true
            """)
    void eachFieldHasItsRule(String row, String field, String value, boolean accepted) {
        Answer answer = with(field, value);

        assertThat(answer.request().isPresent()).as(row).isEqualTo(accepted);
        if (!accepted) {
            assertThat(answer.problems())
                    .extracting(FieldProblem::field, FieldProblem::kind)
                    .containsExactly(tuple(field, Kind.NOT_ALLOWED));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count",
                "worker_instance_type",
                "ens_region_id",
                "worker_image_id",
                "ens_internet_charge_type",
                "login_password",
                "worker_system_disk_size",
                "is_edge_worker",
                "worker_auto_renew_period"
            })
    void theseFieldsAreRequired(String field) {
        assertThat(without(field).problems())
                .extracting(FieldProblem::field, FieldProblem::kind)
                .containsExactly(tuple(field, Kind.MISSING));
    }

    @Test
    void theseFieldsHaveDefaults() {
        Map<String, String> fields = sample();
        fields.remove("worker_period");
        fields.remove("worker_data_disk_size");
        fields.remove("worker_auto_renew");
        fields.remove("worker_auto_renew_period");
        fields.remove("timeout_mins");

        ScaleOutRequest request = ScaleOutCheck.check(fields).request().orElseThrow();

        assertThat(request.periodMonths()).isEqualTo(1);
        assertThat(request.dataDiskGib()).isZero();
        assertThat(request.autoRenew()).isFalse();
        assertThat(request.renewPeriod()).isEmpty();
        assertThat(request.timeoutMinutes()).isEmpty();
    }

    @Test
    void aKeyPairStandsInForThePassword() {
        Map<String, String> fields = sample();
        fields.remove("login_password");
        fields.put("key_pair", "my-key");

        assertThat(ScaleOutCheck.check(fields).request().orElseThrow().keyPair())
                .contains("my-key");
    }

    @Test
    void theSystemDiskIsGreaterThanTheImage() {
        Map<String, String> fields = sample();

        assertThat(ScaleOutCheck.check(fields, OptionalInt.of(20)).problems())
                .extracting(FieldProblem::toString)
                .containsExactly("worker_system_disk_size: NOT_ALLOWED: must be a multiple of 10 in 20..100 and greater"
                        + " than the image (20), not 20");
        assertThat(ScaleOutCheck.check(fields, OptionalInt.of(19)).problems()).isEmpty();
    }

    @Test
    void allProblemsAreReportedAtOnce() {
        Answer answer = ScaleOutCheck.check(Map.of(
                "count", "many",
                "worker_image_id", "two words",
                "worker_auto_renew", "yes",
                "is_edge_worker", "TRUE",
                "ens_Internet_charge_type", "BandwidthByDay"));

        assertThat(answer.request()).isEmpty();
        assertThat(answer.problems())
                .extracting(p -> p.field() + " " + p.kind())
                .containsExactly(
                        "count NOT_A_NUMBER",
                        "worker_instance_type MISSING",
                        "ens_region_id MISSING",
                        "worker_image_id NOT_A_NAME",
                        "ens_internet_charge_type MISSING",
                        "login_password MISSING",
                        "worker_system_disk_size MISSING",
                        "is_edge_worker NOT_ALLOWED",
                        "worker_auto_renew NOT_A_BOOLEAN",
                        "ens_Internet_charge_type UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "+1", " 1", "1.0", "1e3", "\u0661", "99999999999999999999", "0x10"})
    void onlyPlainWholeNumbersAreNumbers(String text) {
        assertThat(with("count", text).problems())
                .extracting(FieldProblem::kind)
                .containsExactly(Kind.NOT_A_NUMBER);
    }

    @Test
    void aTimeoutMakesTheRequestOverdue() {
        Instant start = Instant.parse("2026-01-05T08:00:00Z");
        ScaleOutRequest request = ScaleOutCheck.check(sample()).request().orElseThrow();

        assertThat(request.isOverdue(start, start.plusSeconds(3599))).isFalse();
        assertThat(request.isOverdue(start, start.plusSeconds(3600))).isTrue();
        assertThat(without("timeout_mins").request().orElseThrow().isOverdue(start, Instant.MAX))
                .isFalse();
    }

    @Test
    void theAnswerSaysThatTheOperationIsPhasedOut() {
        assertThat(ScaleOutCheck.check(sample()).deprecated()).isTrue();
        assertThat(ScaleOutCheck.check(Map.of()).deprecated()).isTrue();
    }
}
