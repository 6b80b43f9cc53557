import type { AuditRule } from '../rule.js';
import { answerLabels } from '../rules/answer-labels.js';
import { askedAtLaunch, askedNotStated } from '../rules/asked-permissions.js';
import { assumedConsent } from '../rules/assumed-consent.js';
import { bundledConsent } from '../rules/bundled-consent.js';
import { changeWithoutConsent } from '../rules/change-without-consent.js';
import { crossBorderContradicted } from '../rules/cross-border-contradicted.js';
import { crossBorderIncomplete } from '../rules/cross-border-incomplete.js';
import { crossBorderWithoutSeparateConsent } from '../rules/cross-border-without-separate-consent.js';
import { dataCatchAll } from '../rules/data-catch-all.js';
import { declarations } from '../rules/declarations.js';
import { faceWithoutOtherWay } from '../rules/face-without-other-way.js';
import { faceWithoutSeparateConsent } from '../rules/face-without-separate-consent.js';
import { giftsForIdentity } from '../rules/gifts-for-identity.js';
import { lateAnswer } from '../rules/late-answer.js';
import { minorsDenied } from '../rules/minors-denied.js';
import { minorsNoOwnRules } from '../rules/minors-no-own-rules.js';
import { minorsNotMentioned } from '../rules/minors-not-mentioned.js';
import { minorsWithoutGuardian } from '../rules/minors-without-guardian.js';
import { noAccountClosure } from '../rules/no-account-closure.js';
import { noChangeNotice } from '../rules/no-change-notice.js';
import { noChineseText } from '../rules/no-chinese-text.js';
import { noClosureInApp } from '../rules/no-closure-in-app.js';
import { noComplaint } from '../rules/no-complaint.js';
import { noContact } from '../rules/no-contact.js';
import { noCopy } from '../rules/no-copy.js';
import { noEffectiveDate } from '../rules/no-effective-date.js';
import { noHandler } from '../rules/no-handler.js';
import { noRetention } from '../rules/no-retention.js';
import { noRights } from '../rules/no-rights.js';
import { noWithdrawal } from '../rules/no-withdrawal.js';
import { partyCatchAll } from '../rules/party-catch-all.js';
import { partyCollectsNothing } from '../rules/party-collects-nothing.js';
import { partyDeniedAndListed } from '../rules/party-denied-and-listed.js';
import { partyNoCompany } from '../rules/party-no-company.js';
import { partyNoContact } from '../rules/party-no-contact.js';
import { partyNoData } from '../rules/party-no-data.js';
import { partyNoLink } from '../rules/party-no-link.js';
import { partyNoPurpose } from '../rules/party-no-purpose.js';
import { partySharedAddress } from '../rules/party-shared-address.js';
import { partyTwoCompanies } from '../rules/party-two-companies.js';
import { partyUnnamed } from '../rules/party-unnamed.js';
import { permissionEndsApp } from '../rules/permission-ends-app.js';
import { permissionNoPurpose } from '../rules/permission-no-purpose.js';
import { permissionNoRefusal } from '../rules/permission-no-refusal.js';
import { permissionNotListed } from '../rules/permission-not-listed.js';
import { pushWithoutSwitch } from '../rules/push-without-switch.js';
import { refusalEndsService } from '../rules/refusal-ends-service.js';
import { sensitiveWithoutEffect } from '../rules/sensitive-without-effect.js';
import { sensitiveWithoutSeparateConsent } from '../rules/sensitive-without-separate-consent.js';
import { sharingWithoutSeparateConsent } from '../rules/sharing-without-separate-consent.js';
import { vagueRetention } from '../rules/vague-retention.js';
import { wayCatchAll } from '../rules/way-catch-all.js';
import { wrongReference } from '../rules/wrong-reference.js';

/** The Personal Information Protection Law of China, and the rules that carry it out. */
export const pipl: readonly AuditRule[] = [
  noHandler,
  noContact,
  noEffectiveDate,
  noChineseText,
  noRetention,
  vagueRetention,
  noRights,
  noCopy,
  noAccountClosure,
  noClosureInApp,
  noComplaint,
  lateAnswer,
  noChangeNotice,
  changeWithoutConsent,
  wrongReference,
  dataCatchAll,
  sensitiveWithoutEffect,
  noWithdrawal,
  assumedConsent,
  bundledConsent,
  answerLabels,
  refusalEndsService,
  sensitiveWithoutSeparateConsent,
  sharingWithoutSeparateConsent,
  faceWithoutSeparateConsent,
  faceWithoutOtherWay,
  pushWithoutSwitch,
  giftsForIdentity,
  minorsNotMentioned,
  minorsWithoutGuardian,
  minorsDenied,
  minorsNoOwnRules,
  crossBorderContradicted,
  crossBorderIncomplete,
  crossBorderWithoutSeparateConsent,
  partyNoCompany,
  partyNoPurpose,
  partyNoData,
  partyNoContact,
  partyNoLink,
  partyCatchAll,
  partyUnnamed,
  wayCatchAll,
  partyTwoCompanies,
  partySharedAddress,
  partyDeniedAndListed,
  partyCollectsNothing,
  permissionNoPurpose,
  permissionNoRefusal,
  permissionEndsApp,
  permissionNotListed,
  askedAtLaunch,
  askedNotStated,
  ...declarations,
];
