package dev.demarche.alerting;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.demarche.domain.Alert;
import dev.demarche.domain.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Asks one thing of an alert: {@code severity="critical"}, {@code watch=~"russia-.*"}, {@code actor!=russia}, {@code issue!~"a|b"}. One value of
 * the label that fits is enough for {@code =} and {@code =~}; for {@code !=} and {@code !~} none may. An alert without the label has the value
 * "". Expressions are RE2's, over the whole value, in linear time. Labels that have their values from a list know no case.
 *
 * @param label   that is asked
 * @param op      how
 * @param value   with what
 * @param pattern for {@link Op#LIKE} and {@link Op#UNLIKE}, else null
 */
public record Matcher(Label label, Op op, String value, Pattern pattern) {

  /** The ways to compare. */
  public enum Op {
    IS("="), IS_NOT("!="), LIKE("=~"), UNLIKE("!~");

    private final String sign;

    Op(String sign) {
      this.sign = sign;
    }
  }

  public Matcher {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(op, "op");
    Objects.requireNonNull(value, "value");
  }

  /**
   * Reads a matcher.
   *
   * @throws IllegalArgumentException whose message says what is wrong, a semicolon and how to mend it
   */
  public static Matcher of(String text) {
    com.google.re2j.Matcher form = Pattern.compile("(?s)\\s*([A-Za-z_]+)\\s*(=~|!~|!=|=)\\s*(.*?)\\s*").matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("\"" + text + "\" is no matcher; write LABEL=VALUE, or with !=, =~ or !~: severity=critical");
    }
    Label label = Label.named(form.group(1));
    Op op = Arrays.stream(Op.values()).filter(each -> each.sign.equals(form.group(2))).findFirst().orElseThrow();
    return of(label, op, unquoted(form.group(3)));
  }

  private static Matcher of(Label label, Op op, String value) {
    boolean listed = !label.allowed().isEmpty();
    if (op == Op.LIKE || op == Op.UNLIKE) {
      try {
        return new Matcher(label, op, value, Pattern.compile(value, listed ? Pattern.CASE_INSENSITIVE : 0));
      } catch (PatternSyntaxException e) {
        throw new IllegalArgumentException("\"" + value + "\" is no regular expression, " + e.getDescription() + "; write it in RE2's syntax");
      }
    }
    String plain = listed ? value.toLowerCase(Locale.ROOT) : value;
    if (listed && !plain.isEmpty() && !label.allowed().contains(plain)) {
      String near = Nearest.of(plain, label.allowed());
      throw new IllegalArgumentException("there is no " + label.key() + " " + value + "; "
          + (near == null ? "write one of: " + String.join(", ", label.allowed()) : "write \"" + near + "\""));
    }
    return new Matcher(label, op, plain, null);
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1).replaceAll("\\\\([\\\\\"])", "$1") : value;
  }

  /**
   * What tells {@code alert} and its like from others: its watch, its actor by id, else by name, and its issues. An alert that has a label without a value is
   * asked for nothing there.
   */
  public static List<Matcher> describing(Alert alert) {
    return Stream.of(Label.WATCH, Label.ACTOR, Label.ISSUE).flatMap(label -> label.of(alert).stream().limit(label == Label.ISSUE ? Long.MAX_VALUE : 1)
        .map(value -> new Matcher(label, Op.IS, value, null))).toList();
  }

  /** Whether {@code alert} is as asked. */
  public boolean matches(Alert alert) {
    return matches(List.of(alert));
  }

  /** Whether {@code alerts} together are as asked: they have the values that each of them has. */
  public boolean matches(List<Alert> alerts) {
    List<String> asked = alerts.stream().map(label::of).flatMap(values -> values.isEmpty() ? Stream.of("") : values.stream()).toList();
    return switch (op) {
      case IS -> asked.contains(value);
      case IS_NOT -> !asked.contains(value);
      case LIKE -> asked.stream().anyMatch(pattern::matches);
      case UNLIKE -> asked.stream().noneMatch(pattern::matches);
    };
  }

  @Override
  public String toString() {
    return label.key() + op.sign + "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
