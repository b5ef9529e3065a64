package dev.demarche.console.alerts;
import dev.demarche.console.*;
import dev.demarche.console.web.*;
import java.time.*;
import java.util.List;
public class Scratch {
  public static void main(String[] a) throws Exception {
    MadeAlerts made = MadeAlerts.some();
    AlertRoom room = new AlertRoom(made.archive, made, Clock.fixed(MadeAlerts.NOON.plusSeconds(1500), ZoneOffset.UTC));
    Assets assets = new Assets(); Pages pages = new Pages(assets);
    HttpEndpoint e = new HttpEndpoint(ListenAddress.of("127.0.0.1:18733"), List.of(new Gate(), assets, new AlertPages(room, pages), new AlertApi(room), new SilencePages(room, pages), new SilenceApi(room)));
    System.out.println(e.start());
    Thread.sleep(3_600_000);
  }
}
