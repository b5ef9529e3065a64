package dev.demarche.console.reader;

import dev.demarche.domain.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Makes trees of ranges that overlap as they like. Every character of a paragraph stands once in its tree, in order. A range that crosses another is
 * parted; the longer one lies outside, but links lie within all that are none, so that few of them are parted.
 */
final class Flattening {
  /** Deeper than this nothing is nested: browsers have their limits, and whoever writes to the topic may send what no tagger finds. */
  static final int DEEPEST = 24;

  private static final Comparator<Mark> OUTER_FIRST = Comparator.comparing((Mark mark) -> mark.layer().inner()).thenComparing(Mark::begin)
      .thenComparing(Comparator.comparing(Mark::end).reversed()).thenComparing(Mark::layer);

  private final String text;
  private final List<Mark> marks = new ArrayList<>();
  private final List<Mark> active = new ArrayList<>();
  private final Set<Mark> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Mark, Node> newest = new IdentityHashMap<>();
  private int next;

  private Flattening(String text, Collection<Mark> all) {
    this.text = text;
    all.stream().map(mark -> mark.within(text)).filter(mark -> mark.begin() < mark.end()).sorted(Comparator.comparing(Mark::begin)).forEach(marks::add);
  }

  /**
   * The pieces of each paragraph.
   *
   * @param paragraphs ranges of {@code text}, in order, not overlapping
   * @param marks      in any order; what lies outside of the text is cut off
   */
  static List<List<Piece>> of(String text, List<Span> paragraphs, Collection<Mark> marks) {
    Flattening flattening = new Flattening(text, marks);
    List<Node> roots = paragraphs.stream().map(paragraph -> flattening.tree(paragraph.begin(), paragraph.end())).toList();
    flattening.newest.values().forEach(node -> node.last = true);
    return roots.stream().map(root -> root.pieces(false)).toList();
  }

  /** The next paragraph's; marks that go on stay active, so that each is looked at once. */
  private Node tree(int from, int to) {
    int behind = next;
    while (behind < marks.size() && marks.get(behind).begin() < to) {
      behind++;
    }
    TreeSet<Integer> edges = new TreeSet<>(List.of(from, to));
    Stream.concat(active.stream(), marks.subList(next, behind).stream()).filter(mark -> from < mark.end()).forEach(mark -> {
      edges.add(Math.max(from, mark.begin()));
      edges.add(Math.min(to, mark.end()));
    });
    Node root = new Node(null, false);
    Deque<Node> open = new ArrayDeque<>(List.of(root));
    int begin = from;
    for (int end : edges.tailSet(from, false)) {
      for (; next < behind && marks.get(next).begin() <= begin; next++) {
        active.add(marks.get(next));
      }
      int at = begin;
      active.removeIf(mark -> mark.end() <= at);
      active.sort(OUTER_FIRST);
      lay(open, active.subList(0, Math.min(DEEPEST, active.size())));
      open.peekLast().inside.add(text.substring(begin, end));
      begin = end;
    }
    return root;
  }

  /** Closes what is no more, and opens what is new; what both have in common from the outside stays open. */
  private void lay(Deque<Node> open, List<Mark> wanted) {
    List<Node> stack = List.copyOf(open).subList(1, open.size());
    int common = 0;
    while (common < stack.size() && common < wanted.size() && stack.get(common).mark == wanted.get(common)) {
      common++;
    }
    for (int i = common; i < stack.size(); i++) {
      open.removeLast();
    }
    for (Mark mark : wanted.subList(common, wanted.size())) {
      Node node = new Node(mark, seen.add(mark));
      newest.put(mark, node);
      open.peekLast().inside.add(node);
      open.addLast(node);
    }
  }

  /** A piece that is still being made; inside are strings and nodes. */
  private static final class Node {
    private final Mark mark;
    private final boolean first;
    private final List<Object> inside = new ArrayList<>();
    private boolean last;

    Node(Mark mark, boolean first) {
      this.mark = mark;
      this.first = first;
    }

    List<Piece> pieces(boolean inLink) {
      List<Piece> pieces = new ArrayList<>();
      for (Object each : inside) {
        if (each instanceof Node node) {
          boolean linked = node.mark.link() != null && !inLink;
          pieces.add(new Piece.Marked(node.mark, node.first, node.last, linked, node.pieces(inLink || linked)));
        } else {
          pieces.add(new Piece.Words((String) each));
        }
      }
      return pieces;
    }
  }
}
