package io.heliograph.samples.runner;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request of the story, and the spans that it leaves.
 *
 * @param request null for what the shop does without being asked
 * @param spans the topmost spans
 */
record Chapter(String title, @Nullable ShopRequest request, List<ExpectedSpan> spans) {

  int spanCount() {
    return spans.stream().mapToInt(ExpectedSpan::count).sum();
  }
}
