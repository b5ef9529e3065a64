package dev.demarche.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server on a free port of loopback. */
public final class LocalMail implements AutoCloseable {
  private static final String PASSWORD = "changeit";

  private final SMTPServer server;
  private final List<MimeMessage> messages = new CopyOnWriteArrayList<>();
  private final List<String> recipients = new CopyOnWriteArrayList<>();
  private volatile Function<String, RejectException> judge = to -> null;
  private volatile long sleepMillis;

  /** A server; {@code change} says what is special about it. */
  public LocalMail(Function<SMTPServer.Builder, SMTPServer.Builder> change) {
    server = change.apply(SMTPServer.port(0).bindAddress(InetAddress.getLoopbackAddress()).messageHandlerFactory(this::handler)).build();
    server.start();
  }

  public LocalMail() {
    this(builder -> builder);
  }

  private MessageHandler handler(MessageContext context) {
    return new MessageHandler() {
      @Override
      public void from(String from) {}

      @Override
      public void recipient(String to) throws RejectException {
        RejectException refused = judge.apply(to);
        if (refused != null) {
          throw refused;
        }
        recipients.add(to);
      }

      @Override
      public String data(InputStream data) throws IOException {
        try {
          Thread.sleep(sleepMillis);
          messages.add(new MimeMessage(Session.getInstance(new Properties()), data));
          return null;
        } catch (MessagingException | InterruptedException e) {
          throw new IOException(e);
        }
      }

      @Override
      public void done() {}
    };
  }

  /** Refuses recipients for whom {@code judge} says how. */
  public LocalMail refusing(Function<String, RejectException> judge) {
    this.judge = judge;
    return this;
  }

  /** Takes so long before it says that it has a message. */
  public LocalMail slow(long millis) {
    sleepMillis = millis;
    return this;
  }

  public int port() {
    return server.getPortAllocated();
  }

  public List<MimeMessage> messages() {
    return messages;
  }

  public List<String> recipients() {
    return recipients;
  }

  /** TLS with a certificate for localhost that nobody but who has this context trusts. */
  public static SSLContext tls(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
    Path file = folder.resolve("keys.p12");
    Process made = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "mail", "-keyalg", "RSA",
        "-dname", "CN=localhost", "-ext", "san=dns:localhost,ip:127.0.0.1", "-keystore", file.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD)
        .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    if (made.waitFor() != 0) {
      throw new IOException("keytool made no certificate");
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("mail", store.getCertificate("mail"));
    TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  @Override
  public void close() {
    server.stop();
  }
}
