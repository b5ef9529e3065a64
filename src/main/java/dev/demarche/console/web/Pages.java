package dev.demarche.console.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** Answers requests with pages made of templates. Safe for use by several threads. */
public final class Pages {
  private static final String TEMPLATES = "dev.demarche.console.templates";

  private final TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, TEMPLATES);
  private final Assets assets;
  private final Supplier<String> notice;

  /** Pages whose scripts and styles are {@code assets}. */
  public Pages(Assets assets) {
    this(assets, () -> "");
  }

  /** @param notice what stands above each page; empty for nothing */
  public Pages(Assets assets, Supplier<String> notice) {
    this.assets = Objects.requireNonNull(assets, "assets");
    this.notice = Objects.requireNonNull(notice, "notice");
  }

  /** What the frame knows of a page of {@code room}, with modules of its own. */
  public Page page(Context context, Room room, String title, String... scripts) {
    return new Page(title, room, List.of(scripts), List.of(), Visitor.of(context), notice.get(), assets);
  }

  /** What the frame knows of a page that is shown to somebody who was not let in, too. */
  public Page outside(Context context, String title, String... scripts) {
    return new Page(title, null, List.of(scripts), List.of(), Visitor.maybe(context).orElse(null), "", assets);
  }

  /**
   * Answers with a whole page.
   *
   * @param template file in {@code src/main/jte}, such as {@code alerts.jte}; has the parameter {@code page}
   * @param values   the template's other parameters
   */
  public void answer(Context context, Page page, String template, Map<String, Object> values) {
    Map<String, Object> all = new HashMap<>(values);
    all.put("page", page);
    part(context, template, all);
  }

  /** Answers with a part of a page, for htmx to put in its place. */
  public void part(Context context, String template, Map<String, Object> values) {
    StringOutput out = new StringOutput();
    engine.render(template, values, out);
    context.contentType("text/html; charset=utf-8").header("Cache-Control", "no-store").result(out.toString());
  }
}
