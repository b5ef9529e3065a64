package dev.demarche.tagging.mentions;

import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.Token;
import java.util.Set;
import java.util.regex.Pattern;

/** In the report of a game a town that plays is its club: "Boston beat Ohio State, 4-2". Used by one thread. */
final class Clubs {
  private static final Set<String> GAME = Set.of("quarterback", "quarterbacks", "touchdown", "touchdowns", "inning", "innings", "striker",
      "midfielder", "goalkeeper", "playoff", "playoffs", "pitcher", "homer", "homers", "rebounds", "overtime", "linebacker", "halftime",
      "semifinal", "semifinals", "quarterfinal", "quarterfinals", "nba", "nfl", "mlb", "nhl", "mls", "fifa", "uefa", "wicket", "wickets",
      "shortstop", "outfielder", "teammate", "teammates", "receiver", "scored", "defenseman", "goaltender", "batting", "roster", "champions",
      "tournament", "bowl", "bullpen", "fixture", "matchday", "penalties", "fullback", "coach");
  private static final Pattern RESULT = Pattern.compile("\\d{1,3}[-\u2013]\\d{1,3}");
  private static final Set<String> PLACED = Set.of("in", "at", "near", "from", "to", "into", "outside", "around", "through", "across", "of",
      "downtown", "toward", "towards", "via", "leaving", "born", "for");
  /** As many words of games, and one in so many, make the report of a game. */
  private static final int LEAST = 5;
  private static final int SHARE = 60;

  private final Document document;
  private final boolean game;

  Clubs(Document document) {
    this.document = document;
    long words = document.tokens().stream().filter(Clubs::ofGame).count();
    this.game = words >= LEAST && words * SHARE >= document.tokens().size();
  }

  private static boolean ofGame(Token token) {
    return GAME.contains(token.lower()) || RESULT.matcher(token.text()).matches();
  }

  /** Whether a town's name stands there for its club. */
  boolean plays(int from, int to) {
    return game && !PLACED.contains(document.lower(from - 1)) && !document.lower(from - 1).equals(",") && !document.lower(to).equals(",");
  }
}
