package io.heliograph.samples.runner;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a story: a chapter a heading, its request in a quote, what it leaves as a list. */
final class StoryReader {

  private static final Pattern HEADING = Pattern.compile("## (.+)");
  private static final Pattern REQUEST =
      Pattern.compile("> (\\w+) (\\w+) (\\S+)(?: (\\{.*}))? -> (\\d{3})");
  private static final Pattern LOG = Pattern.compile("((?:  )*)- (\\S+) logs (\\w+) `([^`]+)`");
  private static final Pattern SPAN = Pattern.compile("((?:  )*)- (\\S+) (\\w+) `([^`]+)`(.*)");

  private final Map<String, String> placeholders;
  private final List<Chapter> chapters = new ArrayList<>();
  private final Deque<ExpectedSpan> branch = new ArrayDeque<>();

  /**
   * @param placeholders what stands for {@code {key}}
   */
  StoryReader(Map<String, String> placeholders) {
    this.placeholders = placeholders;
  }

  /** Throws IllegalArgumentException with the line that is neither text nor understood. */
  List<Chapter> read(List<String> lines) {
    lines.forEach(this::read);
    return chapters;
  }

  private void read(String line) {
    Matcher heading = HEADING.matcher(line);
    Matcher request = REQUEST.matcher(line);
    Matcher span = SPAN.matcher(line);
    Matcher log = LOG.matcher(line);
    if (heading.matches()) {
      chapters.add(new Chapter(heading.group(1), null, new ArrayList<>()));
    } else if (request.matches()) {
      Chapter opened = chapters.remove(chapters.size() - 1);
      chapters.add(new Chapter(opened.title(), request(request), opened.spans()));
    } else if (span.matches()) {
      add(span.group(1).length() / 2, span(span));
    } else if (log.matches()) {
      parentAt(log.group(1).length() / 2, line).logs().add(log(log));
    } else if (line.startsWith(">") || line.stripLeading().startsWith("-")) {
      throw new IllegalArgumentException("not understood: " + line);
    }
  }

  private static ShopRequest request(Matcher line) {
    String body = line.group(4);
    return new ShopRequest(
        line.group(1),
        Part.of(line.group(2)),
        line.group(3),
        body == null ? "" : body,
        Integer.parseInt(line.group(5)));
  }

  private ExpectedSpan span(Matcher line) {
    StatusCode status = StatusCode.UNSET;
    Map<String, String> attributes = new LinkedHashMap<>();
    for (String word : line.group(5).strip().split(" ", -1)) {
      int equals = word.indexOf('=');
      if (word.equals("ERROR")) {
        status = StatusCode.ERROR;
      } else if (equals > 0) {
        attributes.put(word.substring(0, equals), filled(word.substring(equals + 1)));
      } else if (!word.isEmpty()) {
        throw new IllegalArgumentException("not understood: " + line.group());
      }
    }
    return new ExpectedSpan(
        line.group(2),
        SpanKind.valueOf(line.group(3)),
        line.group(4),
        status,
        attributes,
        new ArrayList<>(),
        new ArrayList<>());
  }

  private static ExpectedLog log(Matcher line) {
    return new ExpectedLog(line.group(2), line.group(3), line.group(4));
  }

  private String filled(String value) {
    String filled = value;
    for (Map.Entry<String, String> placeholder : placeholders.entrySet()) {
      filled = filled.replace("{" + placeholder.getKey() + "}", placeholder.getValue());
    }
    return filled;
  }

  private void add(int depth, ExpectedSpan span) {
    @Nullable ExpectedSpan parent = parentAt(depth);
    List<ExpectedSpan> siblings =
        parent == null ? chapters.get(chapters.size() - 1).spans() : parent.children();
    siblings.add(span);
    branch.push(span);
  }

  private ExpectedSpan parentAt(int depth, String line) {
    ExpectedSpan parent = parentAt(depth);
    if (parent == null) {
      throw new IllegalArgumentException("not below a span: " + line);
    }
    return parent;
  }

  /** The span that a line of that depth stands below; null at the top. */
  private @Nullable ExpectedSpan parentAt(int depth) {
    while (branch.size() > depth) {
      branch.pop();
    }
    return branch.peek();
  }
}
