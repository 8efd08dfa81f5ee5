package io.heliograph.contract;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contracts of servers fail where the application has a defect. */
class SpoiledServerContractTest {

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
    Spoiled.assertNotices(ReferenceServerTest.class, defect, tests);
  }

  @ParameterizedTest
  @CsvSource({
    "NO_PARENT, continuesTheTraceOfTheCaller isTheParentOfWhatTheHandlerCalls"
        + " keepsConcurrentRequestsApart",
    "RECORDS_EVERYTHING, exportsNothingBelowAnUnsampledParent leavesNoContextOnItsThreads",
    "LEAKS, leavesNoContextOnItsThreads"
  })
  void serverContextContractNotices(Defect defect, String tests) {
    Spoiled.assertNotices(ReferenceServerContextTest.class, defect, tests);
  }
}
