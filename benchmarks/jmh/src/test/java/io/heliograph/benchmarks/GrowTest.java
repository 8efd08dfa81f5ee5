package io.heliograph.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Each curve runs and is drawn. How it grows is not for a test to say. */
class GrowTest {

  private static final int X = 2;
  private static final List<Place> PLACES = List.of(new Place(1, 10, 20), new Place(10, 100, 400));

  @ParameterizedTest
  @EnumSource
  void bothSidesComeToTheSame(Curve curve) {
    assertThatCode(() -> Growing.requireSame(curve, X)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource
  void bothSidesRun(Curve curve) {
    for (String implementation : List.of(Works.OURS, Works.OFFICIAL)) {
      try (Probe probe = new Probe(curve, X, implementation)) {
        assertThat(probe.best(1, 1)).isPositive();
      }
    }
  }

  @Test
  void noticesALostSpan() {
    Outlet outlet = new Outlet(Outlet.Mode.COUNT);
    outlet.delivered(1);

    assertThatThrownBy(() -> outlet.await(2, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("1 of 2 items were delivered");
  }

  @ParameterizedTest
  @EnumSource
  void drawsALineOfEachSide(Curve curve, @TempDir Path directory) throws Exception {
    Path file = Plot.draw(curve, PLACES, directory);

    assertThat(stylesOfLines(file))
        .anyMatch(style -> style.contains("stroke:rgb(27,106,201)"))
        .anyMatch(style -> style.contains("stroke:rgb(209,105,30)"));
  }

  private static List<String> stylesOfLines(Path file) throws Exception {
    DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
    parsers.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    Element svg = parsers.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
    assertThat(svg.getTagName()).isEqualTo("svg");
    NodeList lines = svg.getElementsByTagName("line");
    return IntStream.range(0, lines.getLength())
        .mapToObj(i -> ((Element) lines.item(i)).getAttribute("style"))
        .toList();
  }

  @Test
  void showsTheFiguresBetweenTheirMarks(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("page.md");
    Files.writeString(file, "a\n<!-- benchmarks/grow spans -->\nold\n<!-- end -->\nz\n");

    new Page(file).show(Curve.SPANS, "new\n");

    assertThat(file).hasContent("a\n<!-- benchmarks/grow spans -->\nnew\n<!-- end -->\nz\n");
    assertThatThrownBy(() -> new Page(file).show(Curve.THREADS, "new\n"))
        .isInstanceOf(IllegalStateException.class);
  }
}
