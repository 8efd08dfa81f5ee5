package io.heliograph;

import io.heliograph.config.EngineSettings;
import io.heliograph.config.OwnedKind;
import io.heliograph.config.Part;
import io.heliograph.config.Settings;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The engine of an application, for a framework module whose parts are made before there is one.
 * Thread-safe.
 */
public final class ApplicationEngine {

  /**
   * @param parts that are to record something
   */
  private record Started(Heliograph heliograph, Set<Part> parts) {

    static Started of(Heliograph heliograph) {
      Settings settings = heliograph.settings();
      Set<Part> parts = EnumSet.allOf(Part.class);
      boolean disabled = settings.get(EngineSettings.SDK_DISABLED);
      parts.removeIf(part -> disabled || !part.isOn(settings));
      return new Started(heliograph, parts);
    }
  }

  private final StartUpFindings findings = new StartUpFindings();
  private final List<Consumer<Heliograph>> waiting = new ArrayList<>();
  private volatile @Nullable Started started;

  public ApplicationEngine() {}

  /** From now on, parts can record; called once. */
  public synchronized void started(Heliograph heliograph) {
    started = Started.of(heliograph);
    waiting.forEach(action -> action.accept(heliograph));
    waiting.clear();
  }

  /**
   * Does something at the start, or now if that is over; nothing if the part is not to record
   * anything.
   */
  public void whenStarted(Part part, Consumer<Heliograph> action) {
    whenStarted(
        heliograph -> {
          if (records(part)) {
            action.accept(heliograph);
          }
        });
  }

  private synchronized void whenStarted(Consumer<Heliograph> action) {
    if (started == null) {
      waiting.add(action);
    } else {
      action.accept(heliograph());
    }
  }

  /** Whether this part is to record anything; none does before the start. */
  public boolean records(Part part) {
    Started now = started;
    return now != null && now.parts.contains(part);
  }

  /**
   * What was started.
   *
   * @throws IllegalStateException before that
   */
  public Heliograph heliograph() {
    Started now = started;
    if (now == null) {
      throw new IllegalStateException("Heliograph has not been started yet.");
    }
    return now.heliograph;
  }

  /**
   * Something that is made of the engine when it is first asked for, which must be after the start.
   *
   * @param maker may be called more than once by threads that ask at the same time
   */
  public <T> Supplier<T> lazily(Function<Heliograph, T> maker) {
    return new Lazy<>(() -> maker.apply(heliograph()));
  }

  /** Where parts tell what they found, at any time. */
  public StartUpFindings findings() {
    return findings;
  }

  /** Writes the summary of the start, once all parts have told; none of a test that is off. */
  public void report() {
    Heliograph heliograph = heliograph();
    Settings settings = heliograph.settings();
    if (!settings.get(EngineSettings.SDK_DISABLED)) {
      findings.leftOff(settings);
      findings.owners(OwnedKind.owners(settings));
      findings.connect(heliograph.startUp());
    }
    if (!settings.isOffInTest()) {
      heliograph.logStartUp();
    }
  }
}
