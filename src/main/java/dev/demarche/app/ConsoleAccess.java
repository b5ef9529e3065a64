package dev.demarche.app;

import dev.demarche.catalogue.SecretSource;
import dev.demarche.console.ListenAddress;
import dev.demarche.console.Routes;
import dev.demarche.console.access.Bearers;
import dev.demarche.console.access.Doors;
import dev.demarche.console.access.Oidc;
import dev.demarche.console.access.Provider;
import dev.demarche.console.access.SignInPages;
import dev.demarche.console.access.Tokens;
import dev.demarche.console.web.Faults;
import dev.demarche.console.web.Gate;
import dev.demarche.console.web.Pages;
import dev.demarche.console.web.Proxies;
import dev.demarche.console.web.ThisMachine;
import dev.demarche.network.AddressRange;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;

/** Who may enter the console, as the settings say. */
final class ConsoleAccess {

  private ConsoleAccess() {}

  /**
   * The gate, where people sign in, and how faults are told.
   *
   * @throws SettingsException if a setting or the file of tokens is wrong
   */
  static List<Routes> routes(Settings settings, Pages pages) {
    Bearers tokens = tokens(settings);
    Bearers oidc = oidc(settings);
    Bearers bearers = tokens == null ? oidc == null ? Bearers.NONE : oidc : oidc == null ? tokens : tokens.or(oidc);
    String local = settings.text(Setting.CONSOLE_LOCAL);
    boolean here = local.equals("auto") ? bearers == Bearers.NONE : local.equals("on");
    ThisMachine machine = new ThisMachine(settings.text(Setting.CONSOLE_USER), ListenAddress.of(settings.text(Setting.HTTP_LISTEN)).host());
    Proxies proxies = proxies(settings);
    Doors doors = new Doors(bearers, here ? machine : null, proxies, Clock.systemUTC());
    Faults faults = new Faults(pages);
    SignInPages signIn = new SignInPages(doors, pages, faults, proxies);
    return List.of(new Gate(doors, signIn, proxies), faults, signIn);
  }

  private static Bearers tokens(Settings settings) {
    String file = settings.text(Setting.CONSOLE_TOKENS);
    try {
      return file.isBlank() ? null : new Tokens(Path.of(file), SecretSource.of(System.getenv()), Clock.systemUTC());
    } catch (IllegalArgumentException e) {
      throw new SettingsException(e.getMessage().lines().toList());
    }
  }

  private static Bearers oidc(Settings settings) {
    String issuer = settings.text(Setting.CONSOLE_OIDC_ISSUER);
    if (issuer.isBlank()) {
      return null;
    }
    String audience = settings.required(Setting.CONSOLE_OIDC_AUDIENCE);
    try {
      return new Oidc(new Provider(URI.create(issuer.strip()), audience, settings.text(Setting.CONSOLE_OIDC_ROLES),
          settings.text(Setting.CONSOLE_OIDC_EDITOR), settings.text(Setting.CONSOLE_OIDC_READER)));
    } catch (IllegalArgumentException e) {
      throw new SettingsException(Setting.CONSOLE_OIDC_ISSUER.key() + ": " + e.getMessage() + "; write one such as https://id.example.org/realms/news");
    }
  }

  private static Proxies proxies(Settings settings) {
    try {
      return new Proxies(Arrays.stream(settings.text(Setting.CONSOLE_PROXIES).split(",")).map(String::strip).filter(each -> !each.isEmpty())
          .map(AddressRange::of).toList());
    } catch (IllegalArgumentException e) {
      throw new SettingsException(Setting.CONSOLE_PROXIES.key() + ": " + e.getMessage() + "; write addresses such as 10.1.2.3, 10.1.0.0/16");
    }
  }
}
