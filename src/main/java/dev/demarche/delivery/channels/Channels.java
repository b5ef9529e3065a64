package dev.demarche.delivery.channels;

import dev.demarche.catalogue.Secret;
import dev.demarche.delivery.receivers.Address;
import dev.demarche.delivery.receivers.Receiver;
import dev.demarche.delivery.receivers.ReceiversFile;
import dev.demarche.network.AddressGuard;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;

/** Makes the channels of receivers; they share one HTTP client. Closing it closes what they share. */
public final class Channels implements AutoCloseable {
  private static final int ANSWER = 300;

  private final WebPost web;
  private final OutputStream out;
  private final Clock clock;

  /**
   * Channels for the receivers of {@code file}.
   *
   * @param agent names this program to servers
   * @param out   standard output
   * @param clock the time of attempts
   */
  public Channels(ReceiversFile file, String agent, OutputStream out, Clock clock) {
    this.web = new WebPost(AddressGuard.but(file.allowed()), agent, clock);
    this.out = out;
    this.clock = clock;
  }

  /** The channel of {@code receiver}; nothing secret stands in what it answers. */
  public Channel of(Receiver receiver) {
    Address address = receiver.address();
    Channel channel = address instanceof Address.Web to ? new WebChannel(receiver, to, web, clock)
        : address instanceof Address.Mail to ? new MailChannel(receiver, to, clock)
        : address instanceof Address.Lines to ? new LinesChannel(to, out) : new AtomChannel((Address.Atom) address);
    List<Secret> secrets = address.secrets();
    return notifications -> discreet(channel.deliver(notifications), secrets);
  }

  private static Outcome discreet(Outcome outcome, List<Secret> secrets) {
    String words = outcome.answer().replaceAll("[\\s\\p{Cntrl}\\p{Cf}]+", " ").strip();
    String answer = Secret.hide(words, secrets);
    String cut = answer.length() <= ANSWER ? answer : answer.substring(0, ANSWER - 1) + "\u2026";
    if (outcome instanceof Outcome.Later later) {
      return new Outcome.Later(cut, later.after());
    }
    return outcome instanceof Outcome.Delivered ? new Outcome.Delivered(cut)
        : outcome instanceof Outcome.Refused ? new Outcome.Refused(cut) : new Outcome.Gone(cut);
  }

  @Override
  public void close() {
    web.close();
  }
}
