package dev.demarche.console.actor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The others around an actor, with a line for what both hold of each other. Lengths are in the units of the drawing. The same ties always give the same one.
 *
 * @param spokes around the middle, clockwise from the top: who is most in favour first
 */
public record Circle(List<Spoke> spokes) {
  /** Width of the drawing. */
  public static final int WIDTH = 640;
  /** Height of the drawing. */
  public static final int HEIGHT = 400;
  /** The middle, from the left. */
  public static final int X = WIDTH / 2;
  /** The middle, from the top. */
  public static final int Y = HEIGHT / 2;

  private static final int REACH_X = 190;
  private static final int REACH_Y = 150;
  private static final int NAME = 24;
  private static final double WIDEST = 7;

  /**
   * One of them.
   *
   * @param tie    what it shows
   * @param x      of the other, from the left
   * @param y      of the other, from the top
   * @param midX   of the number on the line
   * @param midY   of the number on the line
   * @param width  of the line
   * @param sign   for, against, mixed or neither
   * @param number on the line: how many stances are for and against, or where none is, how many there are
   * @param anchor of the name: start, middle or end
   * @param name   of the other, cut where it is long
   */
  public record Spoke(Portrait.Tie tie, int x, int y, int midX, int midY, double width, String sign, String number, String anchor, String name) {
    /** Where the name stands, from the left. */
    public int nameX() {
      return x + ("start".equals(anchor) ? 10 : "end".equals(anchor) ? -10 : 0);
    }

    /** Where the name stands, from the top. */
    public int nameY() {
      return "middle".equals(anchor) ? y + (y < Y ? -12 : 20) : y + 4;
    }
  }

  public Circle {
    spokes = List.copyOf(spokes);
  }

  /** The drawing of {@code ties}. */
  static Circle of(List<Portrait.Tie> ties) {
    List<Portrait.Tie> around = ties.stream().sorted(Comparator.comparing((Portrait.Tie tie) -> -net(tie)).thenComparing(tie -> tie.other().key())).toList();
    List<Spoke> spokes = new ArrayList<>();
    for (int i = 0; i < around.size(); i++) {
      double angle = 2 * Math.PI * i / around.size() - Math.PI / 2;
      spokes.add(spoke(around.get(i), Math.cos(angle), Math.sin(angle)));
    }
    return new Circle(spokes);
  }

  private static Spoke spoke(Portrait.Tie tie, double cos, double sin) {
    int x = (int) Math.round(X + REACH_X * cos);
    int y = (int) Math.round(Y + REACH_Y * sin);
    long pro = tie.forIt() + tie.forUs();
    long contra = tie.against() + tie.onUs();
    String sign = pro > 0 && contra > 0 ? "mixed" : pro > 0 ? "for" : contra > 0 ? "against" : "neither";
    long count = pro + contra > 0 ? pro + contra : tie.all();
    String number = pro > 0 && contra > 0 ? "+" + pro + " −" + contra : pro > 0 ? "+" + pro : contra > 0 ? "−" + contra : "○" + count;
    double width = Math.round(10 * Math.min(WIDEST, 1 + Math.log(count) / Math.log(2))) / 10.0;
    String anchor = cos > 0.2 ? "start" : cos < -0.2 ? "end" : "middle";
    String name = tie.other().name();
    String cut = name.codePointCount(0, name.length()) <= NAME ? name : name.substring(0, name.offsetByCodePoints(0, NAME - 1)) + "…";
    return new Spoke(tie, x, y, (int) Math.round(X + 0.62 * REACH_X * cos), (int) Math.round(Y + 0.62 * REACH_Y * sin), width, sign, number, anchor, cut);
  }

  private static long net(Portrait.Tie tie) {
    return tie.forIt() + tie.forUs() - tie.against() - tie.onUs();
  }
}
