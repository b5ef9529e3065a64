package dev.demarche.delivery.channels;

import dev.demarche.delivery.receivers.Address;
import dev.demarche.delivery.receivers.Receiver;
import dev.demarche.delivery.text.MailText;
import dev.demarche.domain.Alert;
import dev.demarche.domain.Notification;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** Tells by mail. The message's id is made from those of its notifications: the same ones make the same mail. */
final class MailChannel implements Channel {
  private static final int PERMANENT = 500;

  private final Address.Mail address;
  private final Receiver receiver;
  private final SSLSocketFactory tls;
  private final Clock clock;

  MailChannel(Receiver receiver, Address.Mail address, Clock clock) {
    this(receiver, address, null, clock);
  }

  /** @param tls makes TLS of a socket; null for the one of this Java, which trusts the certificates that it comes with */
  MailChannel(Receiver receiver, Address.Mail address, SSLSocketFactory tls, Clock clock) {
    this.tls = tls;
    this.receiver = receiver;
    this.address = address;
    this.clock = clock;
  }

  @Override
  public Outcome deliver(List<Notification> notifications) {
    try (TimedSockets sockets = new TimedSockets(receiver.timeout())) {
      Session session = Session.getInstance(properties(sockets), authenticator());
      try {
        MimeMessage message = message(session, notifications);
        Transport.send(message);
        return new Outcome.Delivered("taken by " + address.host());
      } catch (SendFailedException e) {
        return outcome(e);
      } catch (MessagingException e) {
        return new Outcome.Later(sockets.late() ? "no answer within " + receiver.timeout().toSeconds() + " s" : message(e), null);
      }
    }
  }

  private Properties properties(TimedSockets sockets) {
    String millis = Long.toString(receiver.timeout().toMillis());
    Properties properties = new Properties();
    properties.put("mail.transport.protocol", "smtp");
    properties.put("mail.transport.protocol.rfc822", "smtp");
    properties.put("mail.smtp.host", address.host());
    properties.put("mail.smtp.port", Integer.toString(address.port()));
    properties.put("mail.smtp.connectiontimeout", millis);
    properties.put("mail.smtp.timeout", millis);
    properties.put("mail.smtp.socketFactory", sockets);
    properties.put("mail.smtp.socketFactory.fallback", "false");
    properties.put("mail.smtp.ssl.enable", Boolean.toString(address.tls() == Address.Tls.TLS));
    if (tls != null) {
      properties.put("mail.smtp.ssl.socketFactory", tls);
    }
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.starttls.enable", Boolean.toString(address.tls() == Address.Tls.STARTTLS));
    properties.put("mail.smtp.starttls.required", Boolean.toString(address.tls() == Address.Tls.STARTTLS));
    properties.put("mail.smtp.auth", Boolean.toString(address.user() != null));
    // One bad address of several keeps the mail from nobody else.
    properties.put("mail.smtp.sendpartial", "true");
    properties.put("mail.smtp.quitwait", "false");
    properties.put("mail.mime.charset", "UTF-8");
    return properties;
  }

  private Authenticator authenticator() {
    return address.user() == null ? null : new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return new PasswordAuthentication(address.user(), address.password().value());
      }
    };
  }

  private MimeMessage message(Session session, List<Notification> notifications) throws MessagingException {
    MailText text = MailText.of(notifications);
    String ids = notifications.stream().map(Notification::id).sorted().collect(Collectors.joining(" "));
    String id = "<" + UUID.nameUUIDFromBytes((receiver.name() + " " + ids).getBytes(StandardCharsets.UTF_8)) + "@demarche>";
    MimeMessage message = new MimeMessage(session) {
      @Override
      protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
      }
    };
    message.setFrom(new InternetAddress(address.from()));
    for (String to : address.to()) {
      message.addRecipient(Message.RecipientType.TO, new InternetAddress(to));
    }
    message.setSubject(text.subject(), "UTF-8");
    message.setSentDate(Date.from(clock.instant()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("X-Demarche-Alerts", notifications.stream().flatMap(told -> told.alerts().stream()).map(Alert::id).distinct().sorted()
        .collect(Collectors.joining("\r\n ")));
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText(text.text(), "UTF-8");
    MimeBodyPart html = new MimeBodyPart();
    html.setText(text.html(), "UTF-8", "html");
    message.setContent(new MimeMultipart("alternative", plain, html));
    return message;
  }

  private Outcome outcome(SendFailedException e) {
    boolean some = e.getValidSentAddresses() != null && e.getValidSentAddresses().length > 0;
    if (some) {
      String others = Stream.of(e.getInvalidAddresses(), e.getValidUnsentAddresses()).filter(Objects::nonNull).flatMap(Arrays::stream)
          .map(Object::toString).collect(Collectors.joining(", "));
      return new Outcome.Delivered("taken by " + address.host() + ", not for " + others + ": " + message(e));
    }
    return code(e) >= PERMANENT ? new Outcome.Refused(message(e)) : new Outcome.Later(message(e), null);
  }

  /** The server's code for what was refused; the lowest of several, so that what may pass later is tried again. */
  private static int code(MessagingException e) {
    int lowest = Integer.MAX_VALUE;
    for (Exception at = e; at instanceof MessagingException messaging; at = messaging.getNextException()) {
      int code = at instanceof SMTPSendFailedException send ? send.getReturnCode()
          : at instanceof SMTPAddressFailedException to ? to.getReturnCode()
          : at instanceof SMTPSenderFailedException from ? from.getReturnCode() : 0;
      lowest = code > 0 ? Math.min(lowest, code) : lowest;
    }
    return lowest == Integer.MAX_VALUE ? 0 : lowest;
  }

  /** What went wrong at the bottom of it. */
  private static String message(MessagingException e) {
    MessagingException at = e;
    while (at.getNextException() instanceof MessagingException next) {
      at = next;
    }
    String cause = at.getNextException() == null ? "" : " (" + at.getNextException().getMessage() + ")";
    return (at.getMessage() == null ? at.getClass().getSimpleName() : at.getMessage()) + cause;
  }
}
