package dev.demarche.delivery.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.catalogue.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureTest {
  private static final Secret KEY = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
  private static final Instant TIME = Instant.ofEpochSecond(1_614_265_330);

  @Test
  void isThatOfTheSpecificationsExample() {
    assertThat(Signature.of(List.of(KEY), "msg_p5jXN8AQM9LWM0D4loKWxJek", TIME, BODY)).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void standsOnceForEachKeyWhileReceiversChangeOver() {
    assertThat(Signature.of(List.of(KEY, new Secret("whsec_AAAAAAAAAAAAAAAAAAAAAA==")), "m", TIME, BODY).split(" ")).hasSize(2).allMatch(s -> s.startsWith("v1,"));
  }
}
