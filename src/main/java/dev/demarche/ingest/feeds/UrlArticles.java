package dev.demarche.ingest.feeds;

import dev.demarche.domain.Article;
import dev.demarche.ingest.Loaded;
import dev.demarche.ingest.web.Answer.Failure;
import dev.demarche.ingest.web.PageArticle;
import dev.demarche.ingest.web.WebAddress;
import dev.demarche.ingest.web.WebPages;
import dev.demarche.topics.ArticleCodec;
import dev.demarche.topics.DeadLetter;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;

/** Articles from single pages that somebody names. Safe for use by several threads. */
public final class UrlArticles {
  private final WebPages pages;
  private final ArticleCodec codec;
  private final Letters letters;

  public UrlArticles(WebPages pages, ArticleCodec codec, Letters letters) {
    this.pages = pages;
    this.codec = codec;
    this.letters = letters;
  }

  /** The article at {@code url}, or why there is none, which {@code dead} is handed, too. */
  public Loaded read(String url, Consumer<DeadLetter> dead) {
    Optional<URI> uri = WebAddress.of(url);
    if (uri.isEmpty()) {
      return new Loaded.Bad(url, "this is no address of http or https", "write https://...");
    }
    WebPages.Page page = pages.read(uri.get());
    if (page instanceof WebPages.Page.Bad bad) {
      return bad(uri.get(), bad.failure(), dead);
    }
    PageArticle found = ((WebPages.Page.Good) page).article();
    String known = WebAddress.known(found.url());
    Article article = new Article(ArticleCodec.id(null, known, null, found.text()), 1, known,
        found.publisher() != null ? found.publisher() : WebAddress.publisher(found.url()), found.title(), found.text(), found.language(),
        found.publishedAt(), null, null);
    ArticleCodec.Read read = codec.read(codec.write(article));
    if (read instanceof ArticleCodec.Read.Refused refused) {
      return bad(uri.get(), new Failure(refused.reason(), refused.message(), refused.mend(), false, null), dead);
    }
    return new Loaded.Good(((ArticleCodec.Read.Accepted) read).article());
  }

  private Loaded bad(URI uri, Failure failure, Consumer<DeadLetter> dead) {
    dead.accept(letters.of(failure.reason(), failure.message(), failure.mend(), uri.toString(), null));
    return new Loaded.Bad(uri.toString(), failure.message().replace(uri + " ", ""), failure.mend());
  }
}
