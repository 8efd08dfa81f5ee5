package io.heliograph.benchmarks;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A curve as SVG, on white so that it can be read on any page. */
final class Plot {

  private static final int WIDTH = 720;
  private static final int HEIGHT = 400;
  private static final Color OURS = new Color(0x1b6ac9);
  private static final Color OFFICIAL = new Color(0xd1691e);
  private static final Color GRID = new Color(0xdddddd);

  private Plot() {}

  /** Draws {@code <curve>.svg} into the directory, which is made if need be. */
  static Path draw(Curve curve, List<Place> places, Path directory) throws IOException {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .xAxisTitle(curve.input)
            .yAxisTitle("CPU " + symbol(curve.unit) + " of a " + curve.unitOfWork)
            .build();
    style(chart.getStyler(), curve);
    add(chart, curve, "Heliograph", places, Place::ours, OURS);
    add(chart, curve, "official SDK", places, Place::official, OFFICIAL);
    Files.createDirectories(directory);
    Path file = directory.resolve(curve.title + ".svg");
    VectorGraphicsEncoder.saveVectorGraphic(chart, file.toString(), VectorGraphicsFormat.SVG);
    return file;
  }

  private static void style(XYStyler styler, Curve curve) {
    styler.setLocale(Locale.ROOT);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setLegendBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridLinesColor(GRID);
    styler.setPlotGridLinesStroke(new BasicStroke(1)); // A dashed one is a hundred kilobytes.
    styler.setLegendPosition(LegendPosition.OutsideS);
    styler.setLegendLayout(LegendLayout.Horizontal);
    styler.setLegendBorderColor(GRID);
    styler.setXAxisLogarithmic(curve.isLogarithmic());
    if (curve == Curve.COLLECT) { // Its costs span as many powers of ten.
      styler.setYAxisLogarithmic(true);
    } else {
      styler.setYAxisMin(0.0);
    }
  }

  private static void add(
      XYChart chart,
      Curve curve,
      String name,
      List<Place> places,
      ToDoubleFunction<Place> cost,
      Color color) {
    double nanosOfUnit = curve.unit.toNanos(1);
    double[] xs = places.stream().mapToDouble(Place::x).toArray();
    double[] ys = places.stream().mapToDouble(cost).map(nanos -> nanos / nanosOfUnit).toArray();
    XYSeries series = chart.addSeries(name, xs, ys);
    series.setMarker(SeriesMarkers.CIRCLE);
    series.setMarkerColor(color);
    series.setLineColor(color);
  }

  private static String symbol(TimeUnit unit) {
    return unit == TimeUnit.MICROSECONDS ? "µs" : "ns";
  }
}
