package dev.demarche.export;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The columns of an event: those of POLECAT's tables by name and in order, then Demarche's own. What Demarche does not read stays empty. */
public final class PloverColumns {

  private record Column(String name, Function<PloverEvent, Object> value) {}

  private static final List<Column> ALL = Stream.of(
      List.of(
          new Column("Event ID", event -> event.stance().id()),
          new Column("Event Date", event -> day(event.article().eventTime())),
          new Column("Event Type", event -> event.stance().act().name()),
          empty("Event Mode"),
          new Column("Intensity", event -> PloverCategory.of(event.stance().act()).map(PloverCategory::score).orElse(null)),
          new Column("Quad Code", event -> PloverCategory.of(event.stance().act()).map(category -> category.quad().label()).orElse(null)),
          new Column("Contexts", PloverEvent::contexts)),
      party("Actor", PloverEvent::actor),
      party("Recipient", PloverEvent::recipient),
      Stream.of("Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type")
          .map(PloverColumns::empty).toList(),
      List.of(
          new Column("Source", event -> event.article().publisher()),
          new Column("Publication Date", event -> day(event.article().publishedAt())),
          empty("Story People"), empty("Story Organizations"), empty("Story Locations"), empty("Language"), empty("Version"),
          new Column("Story ID", event -> event.article().id()),
          new Column("Headline", event -> event.article().title()),
          new Column("URL", event -> event.article().url()),
          new Column("Sentence", PloverEvent::sentence),
          new Column("Evidence", event -> event.stance().evidence().text()),
          new Column("Polarity", event -> event.stance().polarity()),
          new Column("Issues", event -> event.stance().issues().isEmpty() ? null : String.join(";", event.stance().issues())),
          new Column("Confidence", event -> event.stance().confidence()),
          new Column("Actor ID", event -> event.actor().id()),
          new Column("Actor Wikidata ID", event -> event.actor().wikidata()),
          new Column("Recipient ID", event -> event.recipient().id()),
          new Column("Recipient Wikidata ID", event -> event.recipient().wikidata()))).flatMap(List::stream).toList();

  private PloverColumns() {}

  /** Their names. */
  public static List<String> names() {
    return ALL.stream().map(Column::name).toList();
  }

  /** What {@code event} says in each: a string, a number, or null where it says nothing. */
  public static List<Object> values(PloverEvent event) {
    List<Object> values = new ArrayList<>(ALL.size());
    ALL.forEach(column -> values.add(column.value().apply(event)));
    return values;
  }

  private static List<Column> party(String role, Function<PloverEvent, Party> of) {
    return List.of(
        new Column(role + " Name", of.andThen(Party::name)),
        new Column(role + " Country", of.andThen(Party::country)),
        empty(role + " COW"),
        new Column("Primary " + role + " Sector", of.andThen(Party::sector)),
        new Column(role + " Sectors", of.andThen(Party::sector)),
        new Column(role + " Title", of.andThen(Party::title)),
        new Column(role + " Name Raw", of.andThen(Party::raw)),
        empty("Wikipedia " + role + " ID"));
  }

  private static Column empty(String name) {
    return new Column(name, event -> null);
  }

  private static String day(Instant time) {
    return time == null ? null : LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
  }
}
