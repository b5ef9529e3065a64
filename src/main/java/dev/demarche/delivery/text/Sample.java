package dev.demarche.delivery.text;

import dev.demarche.domain.Act;
import dev.demarche.domain.Alert;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Severity;
import dev.demarche.domain.Span;
import dev.demarche.domain.WatchRef;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** An alert about nothing, to try a receiver with. */
public final class Sample {
  private Sample() {}

  /** A sample of severity INFO that says of itself what it is; each has an id of its own. */
  public static Alert at(Instant now) {
    String sentence = "Norland rejected the proposal, and this sentence is a test.";
    Finding finding = new Finding(Finding.Kind.STANCE, "sample:1:a0", "Norland", null, Act.REJECT, null, null, Set.of("Norland"), List.of(),
        List.of(Span.of(sentence, 0, 29)), Span.of(sentence, 0, sentence.length()), 1);
    ArticleRef article = new ArticleRef("sample", 1, "https://example.org/sample", "example.org",
        "A sample that demarche receivers test sent", now, now, null);
    return new Alert("sample-" + UUID.randomUUID(), Alert.State.FIRING, null, null, new WatchRef("sample", 0, "A test of this receiver", Severity.INFO),
        "demarche receivers test", finding, article, now, "publishedAt", "none", now);
  }
}
