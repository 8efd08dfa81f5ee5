package io.heliograph.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each contract fails where the application has a defect. */
class SpoiledContractTest {

  @ParameterizedTest
  @CsvSource({
    "WRONG_NAME, describesARequest takesAClientErrorForNoError recordsOtherMethods",
    "ROUTE_IS_THE_PATH, hasNoRouteForAnUnknownPath",
    "ALWAYS_ERROR, describesARequest hasNoRouteForAnUnknownPath takesAClientErrorForNoError"
        + " takesAHandledExceptionForWhatItIsAnsweredWith recordsARedirect",
    "NEVER_ERROR, recordsAnExceptionThatNothingHandles",
    "NO_EVENTS, recordsAnExceptionThatNothingHandles staysOpenUntilTheAnswerIsComplete",
    "NO_ATTRIBUTES, describesARequest capturesTheHeadersItIsToldTo recordsOtherMethods"
        + " boundsUnknownMethods redactsASecretInTheQuery",
    "NOT_REDACTED, redactsASecretInTheQuery",
    "ENDS_EARLY, staysOpenUntilTheAnswerIsComplete describesARequest",
    "RECORDS_EVERYTHING, exportsNothingOfAnExcludedPath measuresNothingOfAnExcludedPath",
    "WRONG_UNIT, measuresARequest",
    "METRICS_WITH_PATHS, measuresARequest",
    "OWN_CLOCK, measuresARequest",
    "MEASURES_SAMPLED_ONLY, measuresARequestThatIsNotSampled",
    "MEASURES_TWICE, measuresARequestWhoseClientGoesAwayOnce",
    "LEAVES_REQUESTS_ACTIVE, countsNoRequestAsActiveThatIsOver"
        + " measuresARequestWhoseClientGoesAwayOnce",
    "UNBOUNDED_METHODS, boundsUnknownMethods"
  })
  void serverContractNotices(Defect defect, String tests) {
    assertNotices(ReferenceServerTest.class, defect, tests);
  }

  @ParameterizedTest
  @CsvSource({
    "NO_PARENT, continuesTheTraceOfTheCaller isTheParentOfWhatTheHandlerCalls"
        + " keepsConcurrentRequestsApart",
    "RECORDS_EVERYTHING, exportsNothingBelowAnUnsampledParent leavesNoContextOnItsThreads",
    "LEAKS, leavesNoContextOnItsThreads"
  })
  void serverContextContractNotices(Defect defect, String tests) {
    assertNotices(ReferenceServerContextTest.class, defect, tests);
  }

  @ParameterizedTest
  @CsvSource({
    "WRONG_NAME, describesACall boundsUnknownMethods",
    "ALWAYS_ERROR, describesACall recordsARedirect",
    "NEVER_ERROR, takesAClientErrorForAnError takesAServerErrorForAnError"
        + " recordsAConnectionThatIsRefused",
    "NOT_REDACTED, redactsSecretsInTheQuery",
    "NO_PARENT, keepsConcurrentCallsApart describesACall",
    "UNBOUNDED_METHODS, boundsUnknownMethods",
    "OWN_CLOCK, measuresACall",
    "INJECTS_NOTHING, carriesTraceContextAndBaggage keepsConcurrentCallsApart"
  })
  void clientContractNotices(Defect defect, String tests) {
    assertNotices(ReferenceClientTest.class, defect, tests);
  }

  @ParameterizedTest
  @CsvSource({
    "WRONG_NAME, describesAQuery describesABatch hangsOnTheMethodThatRunsIt",
    "WRONG_KIND, describesAQuery recordsACall recordsTheStatementsOfATransaction",
    "NEVER_ERROR, recordsAFailure",
    "NO_ATTRIBUTES, describesAQuery describesABatch recordsAFailure recordsACall",
    "NOT_SANITISED, describesAQuery sanitisesTheValuesOfAnInsert"
        + " leavesAParameterisedStatementAlone",
    "OWN_CLOCK, measuresAStatement measuresABatchAndAFailure",
    "NO_PARENT, hangsOnTheMethodThatRunsIt"
  })
  void databaseContractNotices(Defect defect, String tests) {
    assertNotices(ReferenceDatabaseTest.class, defect, tests);
  }

  @ParameterizedTest
  @CsvSource({
    "WRONG_NAME, namesASpanAfterItsMethod namesASpanAsTold knowsWithSpan",
    "WRONG_KIND, takesTheKindItIsTold startsATraceForAScheduledMethod",
    "NO_ATTRIBUTES, recordsParameters recordsAnException",
    "NEVER_ERROR, recordsAnException endsWithTheFailureOfItsResult",
    "ALWAYS_ERROR, endsWithItsResult endsWithTheCancellationOfItsResult",
    "ENDS_EARLY, endsWithItsResult endsWithTheFailureOfItsResult"
        + " endsWithTheCancellationOfItsResult",
    "WRONG_UNIT, measuresAMethod",
    "NO_PARENT, keepsTheContextOnOtherThreads"
  })
  void tracedMethodContractNotices(Defect defect, String tests) {
    assertNotices(ReferenceTracedMethodTest.class, defect, tests);
  }

  @ParameterizedTest
  @CsvSource({
    "STARTS_BACKWARDS, linesOfTheStartArriveInTheirOrder",
    "LOGS_TWICE, linesOfTheStartArriveInTheirOrder aLineArrivesOnce",
    "NO_LOG_CONTEXT, aLineOfARequestCarriesItsTraceAndSpan keepsConcurrentRequestsApart"
        + " linesOfAFailureCarryItsTrace",
    "NO_MDC, layoutsFindTheIdsInTheMdc"
  })
  void logContractNotices(Defect defect, String tests) {
    assertNotices(ReferenceLogTest.class, defect, tests);
  }

  private static void assertNotices(
      Class<? extends Contract> contract, Defect defect, String tests) {
    assertThat(Spoiled.failures(contract, defect)).containsAll(Set.of(tests.split(" ")));
  }
}
