package io.heliograph.spring;

import org.jspecify.annotations.Nullable;

/** What Spring's clients remember of the template that a URL was made from. */
final class UriTemplates {

  private UriTemplates() {}

  /**
   * The template's path; {@code null} without variables, because a text without any may be a whole
   * URL that somebody put together.
   */
  static @Nullable String path(@Nullable Object template) {
    if (!(template instanceof String text) || text.indexOf('{') < 0) {
      return null;
    }
    int authority = text.indexOf("://");
    int path = text.indexOf('/', authority < 0 ? 0 : authority + 3);
    int query = text.indexOf('?');
    String bare = query < 0 ? text : text.substring(0, query);
    return path < 0 || path >= bare.length() ? null : bare.substring(path);
  }
}
