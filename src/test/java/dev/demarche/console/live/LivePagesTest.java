package dev.demarche.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.console.live.Line.Kind;
import dev.demarche.console.live.Line.Piece;
import dev.demarche.console.web.Links;
import dev.demarche.domain.Act;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

class LivePagesTest {
  private static final String HOSTILE = "\"><script>alert('x')</script>";

  private static String page(MadeStream stream, String query) throws Exception {
    HttpResponse<String> answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://" + stream.at + "/live" + query)).build(),
        HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void textOfArticlesStaysText() throws Exception {
    try (MadeStream stream = new MadeStream()) {
      stream.write(0, 0, new Line(HOSTILE, Kind.STANCE, MadeStream.AT, HOSTILE, null, Act.REJECT, -1, HOSTILE, HOSTILE, "REJECT", HOSTILE,
          List.of(new Piece(HOSTILE, true), new Piece(HOSTILE, false)), List.of(HOSTILE), HOSTILE, HOSTILE, HOSTILE, 1.0, Links.finding(HOSTILE, HOSTILE)));
      String page = page(stream, "");
      assertThat(page).doesNotContain("<script>").doesNotContain("alert('x')</").contains("<mark>\"&gt;&lt;script&gt;");
      assertThat(page(stream, "?actor=%22%3E%3Cscript%3E")).doesNotContain("<script>");
      assertThat(page(stream, "?act=%22%3E%3Cscript%3E")).doesNotContain("<script>").contains("is none of agree");
    }
  }

  @Test
  void whatCameLastStandsFirstAndTheFilterIsKept() throws Exception {
    try (MadeStream stream = new MadeStream()) {
      stream.write(0, 0, MadeStream.line("old", "Ruritania", null, "a.example"));
      stream.write(0, 1, MadeStream.line("new", "Borduria", Act.AGREE, "a.example"));
      String page = page(stream, "");
      assertThat(page.indexOf("words of new")).isPositive().isLessThan(page.indexOf("words of old"));
      assertThat(page).contains("<a class=\"actor\" href=\"/actors/name:Borduria\">Borduria</a>").contains("<span class=\"act pro\">AGREE</span>")
          .contains("href=\"/articles/article#s0\"").contains("<time datetime=\"2025-05-13T12:00:00Z\">2025-05-13 12:00 UTC</time>");
      assertThat(page(stream, "?actor=Ruritania&act=AGREE")).contains("Nothing has come yet that the filter lets through").contains("value=\"Ruritania\"")
          .contains("<option value=\"AGREE\" selected>");
    }
  }
}
