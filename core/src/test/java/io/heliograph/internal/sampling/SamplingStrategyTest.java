package io.heliograph.internal.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.internal.sampling.SamplingStrategy.PerOperation;
import io.heliograph.internal.sampling.SamplingStrategy.Probabilistic;
import io.heliograph.internal.sampling.SamplingStrategy.RateLimiting;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamplingStrategyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'strategyType':'PROBABILISTIC','probabilisticSampling':{'samplingRate':0.5}}",
        "{'strategyType':0,'probabilisticSampling':{'samplingRate':0.5},"
            + "'rateLimitingSampling':null,'operationSampling':null}",
        "{'probabilisticSampling':{'samplingRate':0.5},'unknown':[1]}"
      })
  void readsAProbability(String json) {
    assertThat(parse(json)).isEqualTo(new Probabilistic(0.5));
  }

  @Test
  void takesNumbersThatProtobufLeftOutAsZero() {
    assertThat(parse("{'probabilisticSampling':{}}")).isEqualTo(new Probabilistic(0));
    assertThat(parse("{'operationSampling':{}}")).isEqualTo(new PerOperation(0, 0, Map.of()));
  }

  @Test
  void readsARateLimit() {
    assertThat(
            parse(
                "{'strategyType':'RATE_LIMITING','rateLimitingSampling':{'maxTracesPerSecond':7}}"))
        .isEqualTo(new RateLimiting(7));
  }

  @Test
  void prefersOperationsWhateverTheTypeSays() {
    assertThat(
            parse(
                """
                {'strategyType':'PROBABILISTIC',
                 'probabilisticSampling':{'samplingRate':0.9},
                 'operationSampling':{
                   'defaultSamplingProbability':0.1,
                   'defaultLowerBoundTracesPerSecond':2.5,
                   'perOperationStrategies':[
                     {'operation':'GET /a','probabilisticSampling':{'samplingRate':1}},
                     {'operation':'GET /b','probabilisticSampling':{'samplingRate':0}}]}}
                """))
        .isEqualTo(new PerOperation(0.1, 2.5, Map.of("GET /a", 1.0, "GET /b", 0.0)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          []                                                        | response must be an object
          {}                                                        | probabilisticSampling must be
          {'probabilisticSampling':1}                               | probabilisticSampling must be
          {'probabilisticSampling':{'samplingRate':1.5}}            | samplingRate must be a number from 0 to 1
          {'probabilisticSampling':{'samplingRate':-1}}             | samplingRate must be a number from 0 to 1
          {'probabilisticSampling':{'samplingRate':'1'}}            | samplingRate must be a number from 0 to 1
          {'rateLimitingSampling':{'maxTracesPerSecond':-1}}        | maxTracesPerSecond must be a number
          {'rateLimitingSampling':{'maxTracesPerSecond':1e999}}     | maxTracesPerSecond must be a number
          {'operationSampling':{'perOperationStrategies':{}}}       | perOperationStrategies must be an array
          {'operationSampling':{'perOperationStrategies':[1]}}      | operation strategy must be an object
          {'operationSampling':{'perOperationStrategies':[{}]}}     | operation must be a string
          {'operationSampling':{'perOperationStrategies':[null]}}   | operation strategy must be an object
          """)
  void saysWhatIsWrong(String json, String message) {
    assertThatThrownBy(() -> parse(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  private static SamplingStrategy parse(String json) {
    return SamplingStrategy.parse(json.replace('\'', '"'));
  }
}
