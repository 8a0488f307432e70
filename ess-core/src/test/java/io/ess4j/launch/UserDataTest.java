package io.ess4j.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.testing.EqualsTester;
import io.ess4j.model.TextFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guide 2.1 and 3.2: scripts and data handed to an instance. */
class UserDataTest {
    private static final String SCRIPT =
            "#!/bin/sh\necho \"Hello World. The time is now $(date -R)!\" | tee /root/output10.txt";

    /** As the guide prints it, on one line. */
    private static final String PRINTED = "IyEvYmluL3NoDQp1Y2hvICJIZWxsbyBXb3JsZC4gIFRoZSB0aW1lIGlzIG5vdyAkKGRhdGUgLVIp"
            + "ISIgfCB0ZWUgL3Jvb3Qvb3V0cHV0MTAudHh0";

    @Test
    void aScriptBeginsWithHashBang() {
        assertThat(UserData.of(SCRIPT).isScript()).isTrue();
        assertThat(UserData.of(SCRIPT.substring(1)).isScript()).isFalse();
        assertThat(UserData.of(" " + SCRIPT).isScript()).isFalse();
        assertThat(UserData.of("#").isScript()).isFalse();
        assertThat(UserData.of("").isScript()).isFalse();
        assertThat(UserData.of("#x").isScript()).isFalse();
        assertThat(UserData.of("#!").isScript()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            #!/bin/sh\\r\\n; true
            #!/bin/sh\\nx\\r\\n; false
            #!/bin/sh\\r; false
            \\r\\n; true
            \\n\\r\\n; false
            "";  false
            """)
    void theFirstLineEndsInACarriageReturn(String text, boolean expected) {
        assertThat(UserData.of(text.translateEscapes()).hasCarriageReturn()).isEqualTo(expected);
    }

    /** Guide 3.2: name server, packages and time of day, in 15 lines far below 16 KB and without a secret. */
    @Test
    void theScriptOfGuide32IsFine() {
        UserData script = UserData.of("""
                #!/bin/sh
                # Modify DNS
                echo "nameserver 8.8.8.8" | tee /etc/resolv.conf
                # Modify yum repo and update
                rm -rf /etc/yum.repos.d/*
                touch myrepo.repo
                echo "[base]" | tee /etc/yum.repos.d/myrepo.repo
                echo "name=myrepo" | tee -a /etc/yum.repos.d/myrepo.repo
                echo "baseurl=http://mirror.centos.org/centos" | tee -a /etc/yum.repos.d/myrepo.repo
                echo "gpgcheck=0" | tee -a /etc/yum.repos.d/myrepo.repo
                echo "enabled=1" | tee -a /etc/yum.repos.d/myrepo.repo
                yum update -y
                # Modify NTP Server
                echo "server ntp1.aliyun.com" | tee /etc/ntp.conf
                systemctl restart ntpd.service""");

        assertThat(script.isScript()).isTrue();
        assertThat(script.linesWithSecrets()).isEmpty();
        assertThat(script.hasCarriageReturn()).isFalse();
        assertThat(script.encoded())
                .startsWith("IyEvYmluL3NoCiMgTW9kaWZ5IEROUwplY2hvICJuYW1lc2VydmVyIDguOC44LjgiIHwgdGVl")
                .endsWith("c3lzdGVtY3RsIHJlc3RhcnQgbnRwZC5zZXJ2aWNl");
        assertThat(UserData.parse(script.encoded())).isEqualTo(script);
    }

    @Test
    void itIsBase64InAConfiguration() {
        UserData data = UserData.of(SCRIPT);

        assertThat(UserData.parse(data.encoded())).isEqualTo(data);
        assertThat(data.encoded()).startsWith("IyEvYmluL3NoCmVjaG8g");
        assertThat(UserData.parse("").size()).isZero();
    }

    @ParameterizedTest(name = "<{0}> stops at {1}")
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
                    abc; 3
                    ab=; 3
                    ====; 0
                    a===; 1
                    ab=c; 2
                    "abcd efgh"; 4
                    "ab\\ncd"; 2
                    ab-_; 2
                    abcde; 5
                    \u00e4bcd; 0
                    """)
    void whatIsNoBase64IsRefusedWithItsPosition(String text, int index) {
        assertThatExceptionOfType(TextFormatException.class)
                .isThrownBy(() -> UserData.parse(text))
                .satisfies(e -> assertThat(e.index()).isEqualTo(index))
                .withMessageNotContaining("abc");
    }

    @Test
    void theTextThatTheGuidePrintsIsMisspelt() {
        UserData printed = UserData.parse(PRINTED);

        assertThat(printed.text())
                .startsWith("#!/bin/sh\r\nucho \"Hello World.")
                .doesNotContain("echo");
        assertThat(printed.hasCarriageReturn()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PASSWORD=hunter22",
                "export DB_PASSWORD='hunter22'",
                "password: hunter22",
                "\"password\" : \"hunter22\"",
                "mysql_pwd=abcd",
                "AccessKeySecret = abcdefgh",
                "aws_access_key_id=AKIAIOSFODNN7EXAMPLE",
                "echo LTAI4Fabcdefghijk",
                "-----BEGIN RSA PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----",
                "api-key: 0123456789",
                "TOKEN=deadbeef"
            })
    void theseLinesLookLikeSecrets(String line) {
        assertThat(UserData.of("#!/bin/sh\n" + line).linesWithSecrets()).containsExactly(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PASSWORD=$(aliyun kms GetSecretValue)",
                "PASSWORD=$1",
                "PASSWORD=\"${DB}\"",
                "password: <set later>",
                "# never put a password here",
                "PASSWORD=",
                "-----BEGIN CERTIFICATE-----",
                "echo hello > token",
                "yum update -y"
            })
    void theseLinesDoNot(String line) {
        assertThat(UserData.of("#!/bin/sh\n" + line).linesWithSecrets()).isEmpty();
    }

    @Test
    void theContentIsNeverShown() {
        assertThat(UserData.of("#!abc")).hasToString("script of 5 bytes");
        assertThat(UserData.of("abc")).hasToString("data of 3 bytes");
        new EqualsTester()
                .addEqualityGroup(UserData.of("a"), UserData.of("a"))
                .addEqualityGroup(UserData.of("b"))
                .testEquals();
    }
}
