package dev.demarche.console.watches;
import dev.demarche.console.index.Shelves;
import dev.demarche.console.web.Visitor;
import dev.demarche.domain.*;
import java.time.Duration;
public final class Preview {
  public static void main(String[] a) throws Exception {
    Rooms rooms = new Rooms(Visitor.Role.EDITOR, (draft, since, now, progress) -> { for (int i=0;i<30;i++) { progress.accept(i*3000); try { Thread.sleep(100);} catch (InterruptedException e) { throw new RuntimeException(e);} } return Rooms.outcome(draft, 9, progress::accept); }, 18480);
    int i = 0;
    for (Watch w : dev.demarche.catalogue.Packs.bundled().watches().plain()) {
      for (int k = 0; k < (i * 37) % 50; k++) rooms.alerted(w, "x" + i + "-" + k, Rooms.NOON.minus(Duration.ofHours(17L * k % 700)), k % 5 == 0 ? Boolean.valueOf(k % 2 == 0) : null);
      i++;
    }
    rooms.archive.put(Shelves.WATCHES, "poisoned", Watch.of("poisoned", Finding.Kind.STATEMENT).name(Rooms.HOSTILE).words("\"open").build(), 9);
    Thread.sleep(Long.MAX_VALUE);
  }
}
