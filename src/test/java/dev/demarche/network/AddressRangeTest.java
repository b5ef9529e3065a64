package dev.demarche.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

  @ParameterizedTest
  @CsvSource({"10.1.0.0/16, 10.1.255.3", "10.1.2.3, 10.1.2.3", "192.168.4.0/22, 192.168.7.255", "fd00::/8, fd12::1", "::1, ::1", "0.0.0.0/0, 8.8.8.8"})
  void contains(String range, String address) throws UnknownHostException {
    assertThat(AddressRange.of(range).contains(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"10.1.0.0/16, 10.2.0.0", "10.1.2.3, 10.1.2.4", "192.168.4.0/22, 192.168.8.0", "fd00::/8, fe00::1", "0.0.0.0/0, ::1", "127.0.0.0/8, 255.0.0.1"})
  void doesNotContain(String range, String address) throws UnknownHostException {
    assertThat(AddressRange.of(range).contains(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "10.1", "10.1.0.0/33", "::/129", "a.b.c.d", "256.1.1.1", "10.0.0.0/", ""})
  void isAskedOfNoNameService(String text) {
    assertThatThrownBy(() -> AddressRange.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsAllowedIsNotRefused() throws UnknownHostException {
    AddressGuard guard = AddressGuard.but(List.of(AddressRange.of("127.0.0.0/8")));
    assertThat(guard.resolve("127.0.0.1")).hasSize(1);
    assertThatThrownBy(() -> guard.resolve("10.0.0.1")).isInstanceOf(AddressGuard.Refused.class).hasMessage("10.0.0.1 is a private address");
  }
}
