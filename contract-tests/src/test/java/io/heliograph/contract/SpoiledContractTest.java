package io.heliograph.contract;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each contract fails where the application has a defect; those of servers in a class of their own,
 * because two run at once.
 */
class SpoiledContractTest {

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
    Spoiled.assertNotices(ReferenceClientTest.class, defect, tests);
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
    Spoiled.assertNotices(ReferenceDatabaseTest.class, defect, tests);
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
    Spoiled.assertNotices(ReferenceTracedMethodTest.class, defect, tests);
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
    Spoiled.assertNotices(ReferenceLogTest.class, defect, tests);
  }
}
