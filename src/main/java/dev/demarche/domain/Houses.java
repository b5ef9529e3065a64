package dev.demarche.domain;

/** Says which house publishes an article, so that two articles of one house count once. Safe for use by several threads. */
@FunctionalInterface
public interface Houses {

  /** By {@link Publishing}, which knows no list of public suffixes and no owners. */
  Houses PLAIN = Publishing::of;

  /** The house; "" where neither address nor publisher is known. Never null. */
  String of(ArticleRef article);
}
