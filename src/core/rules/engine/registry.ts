import { unknownReference } from '../across/cg701UnknownReference';
import { dependencyCycle } from '../across/cg702DependencyCycle';
import { cancelledDependency } from '../across/cg703CancelledDependency';
import { selfDependency } from '../across/cg704SelfDependency';
import { untouchedRecord } from '../across/cg708UntouchedRecord';
import { upstreamNotCompleted } from '../across/cg705UpstreamNotCompleted';
import { mirrorMissing } from '../across/cg706MirrorMissing';
import { overlappingFiles } from '../across/cg707OverlappingFiles';
import { idOnOtherBranch } from '../across/cg711IdOnOtherBranch';
import { unclearToken } from '../approval/cg401UnclearToken';
import { securityApprovalMissing } from '../approval/cg402SecurityApprovalMissing';
import { productApprovalMissing } from '../approval/cg403ProductApprovalMissing';
import { approvalsDisagree } from '../approval/cg404ApprovalsDisagree';
import { approverNotIndependent } from '../approval/cg405ApproverNotIndependent';
import { approverWithoutName } from '../approval/cg406ApproverWithoutName';
import { approverDateDiffers } from '../approval/cg407ApproverDateDiffers';
import { approvalDateDiffers } from '../approval/cg408ApprovalDateDiffers';
import { approverNotOfMatrix } from '../approval/cg409ApproverNotOfMatrix';
import { emptyRecord } from '../file/cg903EmptyRecord';
import { brokenFrontMatter } from '../file/cg904BrokenFrontMatter';
import { unusedSuppression } from '../file/cg907UnusedSuppression';
import { suppressionWithoutReason } from '../file/cg908SuppressionWithoutReason';
import { malformedId } from '../identity/cg201MalformedId';
import { impossibleId } from '../identity/cg202ImpossibleId';
import { longSequence } from '../identity/cg203LongSequence';
import { futureId } from '../identity/cg204FutureId';
import { idDiffers } from '../identity/cg205IdDiffers';
import { doubledPrefix } from '../identity/cg206DoubledPrefix';
import { duplicateId } from '../identity/cg207DuplicateId';
import { lookAlikeId } from '../identity/cg208LookAlikeId';
import { noIdInRecord } from '../identity/cg209NoIdInRecord';
import { statusWithoutApproval } from '../lifecycle/cg301StatusWithoutApproval';
import { approvalWithoutDate } from '../lifecycle/cg302ApprovalWithoutDate';
import { approverMissing } from '../lifecycle/cg303ApproverMissing';
import { approvalNotFollowed } from '../lifecycle/cg304ApprovalNotFollowed';
import { historyDiffers } from '../lifecycle/cg305HistoryDiffers';
import { historySkipsApproval } from '../lifecycle/cg306HistorySkipsApproval';
import { historyGoesBack } from '../lifecycle/cg307HistoryGoesBack';
import { implementationBeforeApproval } from '../lifecycle/cg308ImplementationBeforeApproval';
import { datesOutOfOrder } from '../lifecycle/cg309DatesOutOfOrder';
import { unknownStatus } from '../lifecycle/cg310UnknownStatus';
import { illegalTransition } from '../lifecycle/cg311IllegalTransition';
import { statusForm } from '../lifecycle/cg312StatusForm';
import { startWithoutApproval } from '../lifecycle/cg313StartWithoutApproval';
import { completedWithoutDeployment } from '../lifecycle/cg314CompletedWithoutDeployment';
import { rejectedWithoutReason } from '../lifecycle/cg315RejectedWithoutReason';
import { approvedBeforeAssessed } from '../lifecycle/cg316ApprovedBeforeAssessed';
import { stepsBeforeApproval } from '../lifecycle/cg317StepsBeforeApproval';
import { statusBehindDates } from '../lifecycle/cg318StatusBehindDates';
import { lastUpdatedBehind } from '../lifecycle/cg319LastUpdatedBehind';
import { completedWithOpenSteps } from '../plan/cg602CompletedWithOpenSteps';
import { monitoringTooShort } from '../plan/cg603MonitoringTooShort';
import { closureMissing } from '../plan/cg604ClosureMissing';
import { stepsMisnumbered } from '../plan/cg605StepsMisnumbered';
import { planUnwritten } from '../plan/cg606PlanUnwritten';
import { timelineTotalDiffers } from '../plan/cg607TimelineTotalDiffers';
import { timelineDatesDiffer } from '../plan/cg608TimelineDatesDiffer';
import { filePlanDiffers } from '../plan/cg609FilePlanDiffers';
import { changeTotalDiffers } from '../plan/cg610ChangeTotalDiffers';
import { planDatesOutOfOrder } from '../plan/cg611PlanDatesOutOfOrder';
import { deployedWithOpenChecks } from '../plan/cg612DeployedWithOpenChecks';
import { branchOfAnotherRecord } from '../plan/cg613BranchOfAnotherRecord';
import { branchDiffers } from '../plan/cg614BranchDiffers';
import { unknownRequirement } from '../requirements/cg710UnknownRequirement';
import { scoreDiffers } from '../risk/cg501ScoreDiffers';
import { riskTableDiffers } from '../risk/cg502RiskTableDiffers';
import { overallRiskTooLow } from '../risk/cg503OverallRiskTooLow';
import { acceptedAboveThreshold } from '../risk/cg504AcceptedAboveThreshold';
import { thresholdUnreadable } from '../risk/cg505ThresholdUnreadable';
import { breakingChangeDisagrees } from '../risk/cg506BreakingChangeDisagrees';
import { currentScoreDiffers } from '../risk/cg507CurrentScoreDiffers';
import { rollbackPlanThin } from '../risk/cg508RollbackPlanThin';
import { assessmentThin } from '../risk/cg509AssessmentThin';
import { breakingChangeUntold } from '../risk/cg510BreakingChangeUntold';
import { metricWithoutCounterpart } from '../risk/cg511MetricWithoutCounterpart';
import { targetWorseThanBaseline } from '../risk/cg512TargetWorseThanBaseline';
import { benchmarkMissing } from '../risk/cg513BenchmarkMissing';
import { coverageTargetTooLow } from '../risk/cg514CoverageTargetTooLow';
import { testStrategyDiffers } from '../risk/cg515TestStrategyDiffers';
import { fileCountDiffers } from '../risk/cg516FileCountDiffers';
import { boxesDisagree } from '../risk/cg517BoxesDisagree';
import { blastRadiusDiffers } from '../risk/cg518BlastRadiusDiffers';
import { riskWithoutMitigation } from '../risk/cg519RiskWithoutMitigation';
import { riskAcceptanceDiffers } from '../risk/cg520RiskAcceptanceDiffers';
import { highRiskInOne } from '../risk/cg521HighRiskInOne';
import { securityReviewerMissing } from '../risk/cg522SecurityReviewerMissing';
import { securityReviewDeclined } from '../risk/cg523SecurityReviewDeclined';
import { threatModelMissing } from '../risk/cg524ThreatModelMissing';
import { complianceWithoutWord } from '../risk/cg525ComplianceWithoutWord';
import { normalWithoutWindow } from '../schedule/cg801NormalWithoutWindow';
import { reviewOverdue } from '../schedule/cg802ReviewOverdue';
import { notificationLate } from '../schedule/cg803NotificationLate';
import { emergencyWithoutApproval } from '../schedule/cg804EmergencyWithoutApproval';
import { standardNotLowRisk } from '../schedule/cg805StandardNotLowRisk';
import { rollbackPlanNone } from '../schedule/cg806RollbackPlanNone';
import { windowPassed } from '../schedule/cg807WindowPassed';
import { implementedBeforeWindow } from '../schedule/cg808ImplementedBeforeWindow';
import { downtimeWithoutDuration } from '../schedule/cg809DowntimeWithoutDuration';
import { emergencyNotUrgent } from '../schedule/cg810EmergencyNotUrgent';
import { successUnjudged } from '../schedule/cg811SuccessUnjudged';
import { approvedLate } from '../schedule/cg812ApprovedLate';
import { scheduledInFreeze } from '../schedule/cg813ScheduledInFreeze';
import { outsideWindows } from '../schedule/cg814OutsideWindows';
import { requiredSection } from '../structure/cg101RequiredSection';
import { unansweredField } from '../structure/cg102UnansweredField';
import { missingField } from '../structure/cg103MissingField';
import { duplicateSection } from '../structure/cg104DuplicateSection';
import { setextAccident } from '../structure/cg105SetextAccident';
import { unclosedBlock } from '../structure/cg106UnclosedBlock';
import { unknownOption } from '../structure/cg107UnknownOption';
import { repeatedField } from '../structure/cg108RepeatedField';
import { draftProgress } from '../structure/cg109DraftProgress';
import { choiceTickedTwice } from '../structure/cg110ChoiceTickedTwice';
import { exclusiveChoice } from '../structure/cg111ExclusiveChoice';
import { malformedDate } from '../structure/cg112MalformedDate';
import { futureDate } from '../structure/cg113FutureDate';
import { frontMatterDiffers } from '../structure/cg114FrontMatterDiffers';
import { documentTwice } from '../structure/cg115DocumentTwice';
import { driftedForm } from '../structure/cg116DriftedForm';
import { optionWithoutWords } from '../structure/cg117OptionWithoutWords';
import { leftoverPlaceholder } from '../structure/cg118LeftoverPlaceholder';
import { urgencyDiffers } from '../structure/cg119UrgencyDiffers';
import { noneBesideOthers } from '../structure/cg120NoneBesideOthers';
import { fileRules } from '../../findings/fileRules';
import type { Rule } from '../rule';
import type { RuleDescription } from '../../findings/finding';

/** All rules for records, by code. Adding one is its import and its line; the suite sees to it that no code is used twice. */
export const rules: readonly Rule[] = [
  requiredSection,
  unansweredField,
  missingField,
  duplicateSection,
  setextAccident,
  unclosedBlock,
  unknownOption,
  repeatedField,
  draftProgress,
  choiceTickedTwice,
  exclusiveChoice,
  malformedDate,
  futureDate,
  frontMatterDiffers,
  documentTwice,
  driftedForm,
  optionWithoutWords,
  leftoverPlaceholder,
  urgencyDiffers,
  noneBesideOthers,
  malformedId,
  impossibleId,
  longSequence,
  futureId,
  idDiffers,
  doubledPrefix,
  duplicateId,
  lookAlikeId,
  noIdInRecord,
  statusWithoutApproval,
  approvalWithoutDate,
  approverMissing,
  approvalNotFollowed,
  historyDiffers,
  historySkipsApproval,
  historyGoesBack,
  implementationBeforeApproval,
  datesOutOfOrder,
  unknownStatus,
  illegalTransition,
  statusForm,
  startWithoutApproval,
  completedWithoutDeployment,
  rejectedWithoutReason,
  approvedBeforeAssessed,
  stepsBeforeApproval,
  statusBehindDates,
  lastUpdatedBehind,
  unclearToken,
  securityApprovalMissing,
  productApprovalMissing,
  approvalsDisagree,
  approverNotIndependent,
  approverWithoutName,
  approverDateDiffers,
  approvalDateDiffers,
  approverNotOfMatrix,
  scoreDiffers,
  riskTableDiffers,
  overallRiskTooLow,
  acceptedAboveThreshold,
  thresholdUnreadable,
  breakingChangeDisagrees,
  currentScoreDiffers,
  rollbackPlanThin,
  assessmentThin,
  breakingChangeUntold,
  metricWithoutCounterpart,
  targetWorseThanBaseline,
  benchmarkMissing,
  coverageTargetTooLow,
  testStrategyDiffers,
  fileCountDiffers,
  boxesDisagree,
  blastRadiusDiffers,
  riskWithoutMitigation,
  riskAcceptanceDiffers,
  highRiskInOne,
  securityReviewerMissing,
  securityReviewDeclined,
  threatModelMissing,
  complianceWithoutWord,
  completedWithOpenSteps,
  monitoringTooShort,
  closureMissing,
  stepsMisnumbered,
  planUnwritten,
  timelineTotalDiffers,
  timelineDatesDiffer,
  filePlanDiffers,
  changeTotalDiffers,
  planDatesOutOfOrder,
  deployedWithOpenChecks,
  branchOfAnotherRecord,
  branchDiffers,
  unknownReference,
  dependencyCycle,
  cancelledDependency,
  selfDependency,
  upstreamNotCompleted,
  mirrorMissing,
  overlappingFiles,
  untouchedRecord,
  unknownRequirement,
  idOnOtherBranch,
  normalWithoutWindow,
  reviewOverdue,
  notificationLate,
  emergencyWithoutApproval,
  standardNotLowRisk,
  rollbackPlanNone,
  windowPassed,
  implementedBeforeWindow,
  downtimeWithoutDuration,
  emergencyNotUrgent,
  successUnjudged,
  approvedLate,
  scheduledInFreeze,
  outsideWindows,
  emptyRecord,
  brokenFrontMatter,
  unusedSuppression,
  suppressionWithoutReason,
];

/** The rules whose severity a policy can change. */
export const configurableRules: readonly RuleDescription[] = [...rules, fileRules.companion].sort(byCode);

/** Every rule that a finding can come from, by code: those for records and those for files that are none. */
export const catalogue: readonly RuleDescription[] = [...rules, ...Object.values(fileRules)].sort(byCode);

function byCode(a: RuleDescription, b: RuleDescription): number {
  return a.code < b.code ? -1 : 1;
}
