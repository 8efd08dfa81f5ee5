package io.heliograph.config;

import java.util.List;

/** Settings of recording and sampling spans. */
public final class TraceSettings {

  public static final Setting<String> SAMPLER =
      Setting.otel("OTEL_TRACES_SAMPLER", Types.string())
          .defaultsTo("parentbased_always_on")
          .means(
              "The sampler: always_on, always_off, traceidratio, jaeger_remote, each also as"
                  + " parentbased_, or the name of an extension.");

  public static final Setting<String> SAMPLER_ARG =
      Setting.otel("OTEL_TRACES_SAMPLER_ARG", Types.string().displayedBy(EndpointType::masked))
          .means("The argument of the sampler: a ratio from 0 to 1, or key=value pairs.");

  public static final Setting<Boolean> TRUST_REMOTE_CONTEXT =
      Setting.own("trust-remote-context", Types.bool())
          .defaultsTo("true")
          .means("Whether a caller's trace is continued; false starts a new one that links to it.");

  public static final Setting<List<String>> BAGGAGE_SPAN_ATTRIBUTES =
      Setting.own("baggage.span-attributes", CollectionTypes.listOf(Types.string()))
          .defaultsTo("")
          .means("The baggage keys that are copied onto every span.");

  static final List<Setting<?>> ALL =
      List.of(SAMPLER, SAMPLER_ARG, TRUST_REMOTE_CONTEXT, BAGGAGE_SPAN_ATTRIBUTES);

  private TraceSettings() {}
}
