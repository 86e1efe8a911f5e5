import { unclearToken } from './approval/cg401UnclearToken';
import { securityApprovalMissing } from './approval/cg402SecurityApprovalMissing';
import { productApprovalMissing } from './approval/cg403ProductApprovalMissing';
import { approvalsDisagree } from './approval/cg404ApprovalsDisagree';
import { emptyRecord } from './file/cg903EmptyRecord';
import { brokenFrontMatter } from './file/cg904BrokenFrontMatter';
import { malformedId } from './identity/cg201MalformedId';
import { impossibleId } from './identity/cg202ImpossibleId';
import { longSequence } from './identity/cg203LongSequence';
import { futureId } from './identity/cg204FutureId';
import { idDiffers } from './identity/cg205IdDiffers';
import { doubledPrefix } from './identity/cg206DoubledPrefix';
import { duplicateId } from './identity/cg207DuplicateId';
import { lookAlikeId } from './identity/cg208LookAlikeId';
import { noIdInRecord } from './identity/cg209NoIdInRecord';
import { statusWithoutApproval } from './lifecycle/cg301StatusWithoutApproval';
import { approvalWithoutDate } from './lifecycle/cg302ApprovalWithoutDate';
import { approverMissing } from './lifecycle/cg303ApproverMissing';
import { approvalNotFollowed } from './lifecycle/cg304ApprovalNotFollowed';
import { historyDiffers } from './lifecycle/cg305HistoryDiffers';
import { historySkipsApproval } from './lifecycle/cg306HistorySkipsApproval';
import { historyGoesBack } from './lifecycle/cg307HistoryGoesBack';
import { implementationBeforeApproval } from './lifecycle/cg308ImplementationBeforeApproval';
import { datesOutOfOrder } from './lifecycle/cg309DatesOutOfOrder';
import { unknownStatus } from './lifecycle/cg310UnknownStatus';
import { illegalTransition } from './lifecycle/cg311IllegalTransition';
import { statusForm } from './lifecycle/cg312StatusForm';
import { startWithoutApproval } from './lifecycle/cg313StartWithoutApproval';
import { completedWithoutDeployment } from './lifecycle/cg314CompletedWithoutDeployment';
import { rejectedWithoutReason } from './lifecycle/cg315RejectedWithoutReason';
import { completedWithOpenSteps } from './plan/cg602CompletedWithOpenSteps';
import { scoreDiffers } from './risk/cg501ScoreDiffers';
import { riskTableDiffers } from './risk/cg502RiskTableDiffers';
import { overallRiskTooLow } from './risk/cg503OverallRiskTooLow';
import { acceptedAboveThreshold } from './risk/cg504AcceptedAboveThreshold';
import { thresholdUnreadable } from './risk/cg505ThresholdUnreadable';
import { breakingChangeDisagrees } from './risk/cg506BreakingChangeDisagrees';
import { currentScoreDiffers } from './risk/cg507CurrentScoreDiffers';
import { requiredSection } from './structure/cg101RequiredSection';
import { unansweredField } from './structure/cg102UnansweredField';
import { missingField } from './structure/cg103MissingField';
import { duplicateSection } from './structure/cg104DuplicateSection';
import { setextAccident } from './structure/cg105SetextAccident';
import { unclosedBlock } from './structure/cg106UnclosedBlock';
import { unknownOption } from './structure/cg107UnknownOption';
import { repeatedField } from './structure/cg108RepeatedField';
import { draftProgress } from './structure/cg109DraftProgress';
import { choiceTickedTwice } from './structure/cg110ChoiceTickedTwice';
import { exclusiveChoice } from './structure/cg111ExclusiveChoice';
import { malformedDate } from './structure/cg112MalformedDate';
import { futureDate } from './structure/cg113FutureDate';
import { frontMatterDiffers } from './structure/cg114FrontMatterDiffers';
import { documentTwice } from './structure/cg115DocumentTwice';
import { fileRules } from './file/fileRules';
import type { Rule, RuleDescription } from './rule';

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
  unclearToken,
  securityApprovalMissing,
  productApprovalMissing,
  approvalsDisagree,
  scoreDiffers,
  riskTableDiffers,
  overallRiskTooLow,
  acceptedAboveThreshold,
  thresholdUnreadable,
  breakingChangeDisagrees,
  currentScoreDiffers,
  completedWithOpenSteps,
  emptyRecord,
  brokenFrontMatter,
];

/** Every rule that a finding can come from, by code: those for records and those for files that are none. */
export const catalogue: readonly RuleDescription[] = [...rules, ...Object.values(fileRules)].sort((a, b) =>
  a.code < b.code ? -1 : 1,
);
