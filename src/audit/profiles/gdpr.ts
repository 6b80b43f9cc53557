import type { AuditRule } from '../rule.js';
import { answerLabels } from '../rules/answer-labels.js';
import { askedAtLaunch, askedNotStated } from '../rules/asked-permissions.js';
import { assumedConsent } from '../rules/assumed-consent.js';
import { bundledConsent } from '../rules/bundled-consent.js';
import { changeWithoutConsent } from '../rules/change-without-consent.js';
import { crossBorderContradicted } from '../rules/cross-border-contradicted.js';
import { crossBorderIncomplete } from '../rules/cross-border-incomplete.js';
import { dataCatchAll } from '../rules/data-catch-all.js';
import { declarations } from '../rules/declarations.js';
import { faceWithoutOtherWay } from '../rules/face-without-other-way.js';
import { faceWithoutSeparateConsent } from '../rules/face-without-separate-consent.js';
import { minorsNotMentioned } from '../rules/minors-not-mentioned.js';
import { minorsWithoutGuardian } from '../rules/minors-without-guardian.js';
import { noChangeNotice } from '../rules/no-change-notice.js';
import { noComplaint } from '../rules/no-complaint.js';
import { noContact } from '../rules/no-contact.js';
import { noCopy } from '../rules/no-copy.js';
import { noEffectiveDate } from '../rules/no-effective-date.js';
import { noHandler } from '../rules/no-handler.js';
import { noLegalBasis } from '../rules/no-legal-basis.js';
import { noRetention } from '../rules/no-retention.js';
import { noRights } from '../rules/no-rights.js';
import { noWithdrawal } from '../rules/no-withdrawal.js';
import { partyCatchAll } from '../rules/party-catch-all.js';
import { partyDeniedAndListed } from '../rules/party-denied-and-listed.js';
import { partyNoCompany } from '../rules/party-no-company.js';
import { partyNoPurpose } from '../rules/party-no-purpose.js';
import { partyTwoCompanies } from '../rules/party-two-companies.js';
import { partyUnnamed } from '../rules/party-unnamed.js';
import { permissionEndsApp } from '../rules/permission-ends-app.js';
import { permissionNoPurpose } from '../rules/permission-no-purpose.js';
import { pushWithoutSwitch } from '../rules/push-without-switch.js';
import { refusalEndsService } from '../rules/refusal-ends-service.js';
import { sensitiveWithoutSeparateConsent } from '../rules/sensitive-without-separate-consent.js';
import { vagueRetention } from '../rules/vague-retention.js';
import { wrongReference } from '../rules/wrong-reference.js';

/** The General Data Protection Regulation of the European Union. */
export const gdpr: readonly AuditRule[] = [
  noHandler,
  noContact,
  noEffectiveDate,
  noRetention,
  vagueRetention,
  noRights,
  noCopy,
  noComplaint,
  noChangeNotice,
  changeWithoutConsent,
  wrongReference,
  dataCatchAll,
  noWithdrawal,
  assumedConsent,
  bundledConsent,
  answerLabels,
  refusalEndsService,
  sensitiveWithoutSeparateConsent,
  faceWithoutSeparateConsent,
  faceWithoutOtherWay,
  pushWithoutSwitch,
  minorsNotMentioned,
  minorsWithoutGuardian,
  crossBorderContradicted,
  crossBorderIncomplete,
  partyNoCompany,
  partyNoPurpose,
  partyCatchAll,
  partyUnnamed,
  partyTwoCompanies,
  partyDeniedAndListed,
  permissionNoPurpose,
  permissionEndsApp,
  noLegalBasis,
  askedAtLaunch,
  askedNotStated,
  ...declarations.filter(({ law }) => law.gdpr),
];
