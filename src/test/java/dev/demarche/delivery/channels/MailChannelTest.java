package dev.demarche.delivery.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.catalogue.Secret;
import dev.demarche.delivery.Alerts;
import dev.demarche.delivery.LocalMail;
import dev.demarche.delivery.receivers.Address.Tls;
import dev.demarche.delivery.receivers.Address;
import dev.demarche.delivery.receivers.Receiver;
import dev.demarche.domain.Notification;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;

class MailChannelTest {
  private static final Notification ALERT = Alerts.told("a1");

  @TempDir private Path folder;

  private static Outcome send(int port, Tls tls, SSLSocketFactory trusted, String user, List<Notification> alerts, String... to) {
    Address.Mail address = new Address.Mail("localhost", port, tls, user, user == null ? null : new Secret("right"), "Demarche <demarche@example.org>", List.of(to));
    return new MailChannel(new Receiver("mail", address, Duration.ofSeconds(3), List.of(), 1, Duration.ZERO), address, trusted, Clock.systemUTC()).deliver(alerts);
  }

  private static Outcome send(LocalMail server, String... to) {
    return send(server.port(), Tls.NONE, null, null, List.of(ALERT), to);
  }

  @Test
  void aMailHasTextAndHtmlAndAnIdThatStays() throws Exception {
    try (LocalMail server = new LocalMail()) {
      assertThat(send(server, "a@example.org", "b@example.org")).isEqualTo(new Outcome.Delivered("taken by localhost"));
      send(server, "a@example.org", "b@example.org");
      MimeMessage message = server.messages().get(0);
      assertThat(server.recipients()).startsWith("a@example.org", "b@example.org");
      assertThat(message.getSubject()).isEqualTo("CRITICAL: Russia rejects something (Russia: REJECT)");
      assertThat(message.getFrom()[0]).hasToString("Demarche <demarche@example.org>");
      assertThat(message.getRecipients(Message.RecipientType.TO)).hasSize(2);
      MimeMultipart parts = (MimeMultipart) message.getContent();
      assertThat(parts.getContentType()).contains("multipart/alternative");
      assertThat((String) parts.getBodyPart(0).getContent()).contains("\u00ABMoscow re\u00BBjected");
      assertThat((String) parts.getBodyPart(1).getContent()).contains("<mark>Moscow re</mark>jected");
      assertThat(message.getMessageID()).isEqualTo(server.messages().get(1).getMessageID()).endsWith("@demarche>");
    }
  }

  @Test
  void aDigestIsOneMail() throws Exception {
    try (LocalMail server = new LocalMail()) {
      send(server.port(), Tls.NONE, null, null, List.of(ALERT, Alerts.told("a2")), "a@example.org");
      assertThat(server.messages()).hasSize(1);
      assertThat(server.messages().get(0).getSubject()).isEqualTo("2 alerts, up to CRITICAL");
      assertThat(server.messages().get(0).getHeader("X-Demarche-Alerts")[0].replaceAll("\\s+", " ")).isEqualTo("a1 a2");
    }
  }

  @Test
  void aHostileTitleMakesNoHeader() throws Exception {
    try (LocalMail server = new LocalMail()) {
      Notification hostile = Notification.of(Alerts.saying("x\r\nBcc: evil@example.org\r\n\r\n<script>", "She said no.", "t", null, "p"));
      send(server.port(), Tls.NONE, null, null, List.of(hostile), "a@example.org");
      assertThat(server.messages().get(0).getHeader("Bcc")).isNull();
      assertThat(server.recipients()).containsExactly("a@example.org");
    }
  }

  @Test
  void withStarttlsAndAPasswordTheMailGoesEncrypted() throws Exception {
    SSLContext tls = LocalMail.tls(folder);
    EasyAuthenticationHandlerFactory login = new EasyAuthenticationHandlerFactory((user, password, context) -> {
      if (!user.equals("me") || !password.equals("right")) {
        throw new LoginFailedException("535 no");
      }
    });
    try (LocalMail server = new LocalMail(builder -> builder.requireTLS().startTlsSocketFactory(tls).requireAuth().authenticationHandlerFactory(login))) {
      assertThat(send(server.port(), Tls.STARTTLS, tls.getSocketFactory(), "me", List.of(ALERT), "a@example.org")).isInstanceOf(Outcome.Delivered.class);
      assertThat(server.messages()).hasSize(1);
      assertThat(send(server.port(), Tls.STARTTLS, tls.getSocketFactory(), "you", List.of(ALERT), "a@example.org")).isInstanceOf(Outcome.Later.class);
      // Nobody has vouched for the certificate.
      assertThat(send(server.port(), Tls.STARTTLS, null, "me", List.of(ALERT), "a@example.org").answer()).containsIgnoringCase("certificat");
    }
  }

  @Test
  void implicitTlsWorksToo() throws Exception {
    SSLContext tls = LocalMail.tls(folder);
    try (LocalMail server = new LocalMail(builder -> builder.serverSocketFactory(tls))) {
      assertThat(send(server.port(), Tls.TLS, tls.getSocketFactory(), null, List.of(ALERT), "a@example.org")).isInstanceOf(Outcome.Delivered.class);
      assertThat(send(server.port(), Tls.TLS, null, null, List.of(ALERT), "a@example.org")).isInstanceOf(Outcome.Later.class);
      assertThat(server.messages()).hasSize(1);
    }
  }

  @Test
  void nothingGoesInClearWhereTheServerOffersNoTls() {
    try (LocalMail server = new LocalMail()) {
      assertThat(send(server.port(), Tls.STARTTLS, null, null, List.of(ALERT), "a@example.org").answer()).contains("STARTTLS");
      assertThat(server.messages()).isEmpty();
    }
  }

  @Test
  void aRefusalForGoodIsNotTriedAgainAndOneForNowIs() {
    try (LocalMail server = new LocalMail()) {
      server.refusing(to -> new RejectException(550, "no such mailbox"));
      assertThat(send(server, "a@example.org")).isInstanceOf(Outcome.Refused.class).extracting(Outcome::answer).asString().contains("no such mailbox");
      server.refusing(to -> new RejectException(451, "later, please"));
      assertThat(send(server, "a@example.org")).isInstanceOf(Outcome.Later.class);
    }
  }

  @Test
  void oneBadAddressKeepsTheMailFromNobodyElse() {
    try (LocalMail server = new LocalMail()) {
      server.refusing(to -> to.startsWith("gone") ? new RejectException(550, "no such mailbox") : null);
      assertThat(send(server, "gone@example.org", "a@example.org")).isInstanceOf(Outcome.Delivered.class).extracting(Outcome::answer).asString()
          .contains("not for gone@example.org", "no such mailbox");
      assertThat(server.messages()).hasSize(1);
    }
  }

  @Test
  void whoIsSlowOrHangsOrIsAwayIsLeftInTime() throws Exception {
    long start = System.nanoTime();
    try (LocalMail server = new LocalMail().slow(5_000)) {
      assertThat(send(server, "a@example.org")).isEqualTo(new Outcome.Later("no answer within 3 s", null));
    }
    try (ServerSocket dripping = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread drips = new Thread(() -> drip(dripping));
      drips.setDaemon(true);
      drips.start();
      assertThat(send(dripping.getLocalPort(), Tls.NONE, null, null, List.of(ALERT), "a@example.org")).isInstanceOf(Outcome.Later.class);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(12));
    assertThat(send(1, Tls.NONE, null, null, List.of(ALERT), "a@example.org")).isInstanceOf(Outcome.Later.class);
  }

  private static void drip(ServerSocket server) {
    try (Socket socket = server.accept()) {
      for (int i = 0; i < 1_000; i++) {
        socket.getOutputStream().write("220-still here\r\n".getBytes());
        Thread.sleep(100);
      }
    } catch (Exception e) {
      // it was left
    }
  }
}
