import type {
  Contact,
  DataUse,
  PermissionFact,
  Policy,
  PolicyKind,
  Right,
  ThirdParty,
  Topic,
  Withdrawal,
  Words,
} from '../../policy/model.js';
import type { Finding, PolicyDocument } from '../document.js';
import { findAlternatives } from './alternatives.js';
import { findApp } from './app.js';
import { findContacts } from './contacts.js';
import { findCrossBorder } from './cross-border.js';
import { findDataUses } from './data-uses.js';
import { findDates } from './dates.js';
import { findExemptions } from './exemptions.js';
import { findFindings } from './findings.js';
import { findJumps } from './jumps.js';
import { findMinors } from './minors.js';
import { findPermissions } from './permissions.js';
import { present } from './present.js';
import { findPublisher } from './publisher.js';
import { findRetention } from './retention.js';
import { findRights } from './rights.js';
import { findRuleEmphasis } from './rule-emphasis.js';
import type { RuleMark } from './rule-emphasis.js';
import { findSensitive } from './sensitive.js';
import { findSeparateConsents } from './separate-consents.js';
import { findStatedVersion } from './stated-version.js';
import { findThirdParties } from './third-parties.js';
import { findKind, findTitle } from './title.js';
import { findTopics } from './topics.js';
import { findWithdrawals } from './withdrawals.js';

/** Everything the fact steps find in a document. What the text does not state is absent; a list that found nothing is empty. */
export interface Facts {
  readonly title?: Words;
  readonly publisher?: { readonly name: Words };
  readonly app?: { readonly name: Words };
  /** A version the text itself states. */
  readonly statedVersion?: Words;
  readonly kind: PolicyKind;
  readonly dates: Policy['dates'];
  readonly permissions: readonly PermissionFact[];
  readonly thirdParties: readonly ThirdParty[];
  readonly dataUses: readonly DataUse[];
  readonly sensitive: Policy['sensitive'];
  readonly jumps: readonly Words[];
  readonly separateConsents: readonly Words[];
  readonly alternatives: readonly Words[];
  readonly retention: readonly Words[];
  readonly crossBorder: readonly Words[];
  readonly minors: Policy['minors'];
  readonly rights: readonly Right[];
  readonly withdrawals: readonly Withdrawal[];
  readonly contacts: readonly Contact[];
  readonly exemptions: readonly Words[];
  readonly topics: ReadonlyMap<string, Topic[]>;
  readonly ruleEmphasis: readonly RuleMark[];
  readonly findings: readonly Finding[];
}

/** Runs every fact step over a document. Pure, never throws on text, and takes time in proportion to its length. */
export function findFacts(document: PolicyDocument): Facts {
  const publisher = findPublisher(document);
  const app = findApp(document);
  return present<Facts>({
    title: findTitle(document),
    publisher: publisher && { name: publisher },
    app: app && { name: app },
    statedVersion: findStatedVersion(document),
    kind: findKind(document),
    dates: findDates(document),
    permissions: findPermissions(document),
    thirdParties: findThirdParties(document),
    dataUses: findDataUses(document),
    sensitive: findSensitive(document),
    jumps: findJumps(document),
    separateConsents: findSeparateConsents(document),
    alternatives: findAlternatives(document),
    retention: findRetention(document),
    crossBorder: findCrossBorder(document),
    minors: findMinors(document),
    rights: findRights(document),
    withdrawals: findWithdrawals(document),
    contacts: findContacts(document),
    exemptions: findExemptions(document),
    topics: findTopics(document),
    ruleEmphasis: findRuleEmphasis(document),
    findings: findFindings(document),
  });
}
