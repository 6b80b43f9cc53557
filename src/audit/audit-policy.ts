import { ConsentError } from '../errors.js';
import type { Policy, Span } from '../policy/model.js';
import { sourcePosition } from '../policy/source-position.js';
import { readConfiguration, type AuditConfiguration } from './configuration.js';
import { readDocument } from './document.js';
import type { AuditProfile, Bilingual, Finding, Place } from './model.js';
import { PROFILES } from './profiles/index.js';
import type { AuditRule, Found } from './rule.js';

export interface AuditOptions {
  /** Whose law; default `pipl`. */
  readonly profile?: AuditProfile;
  /** What the app declares about itself; what it leaves out is not judged. */
  readonly configuration?: AuditConfiguration;
}

/**
 * Holds a policy, and what the app declares, against the law: what the text says and may not, what it must say and does not,
 * and where it contradicts itself. Findings are in reading order; nothing is repaired. It reads a text, not an app: no finding
 * is no proof of compliance. Throws `audit/unknown-profile` and `audit/invalid-configuration`; never on a readable policy.
 */
export function auditPolicy(policy: Policy, options: AuditOptions = {}): readonly Finding[] {
  const profile = options.profile ?? 'pipl';
  const rules = Object.prototype.hasOwnProperty.call(PROFILES, profile) ? PROFILES[profile] : undefined;
  if (!rules) throw new ConsentError('audit/unknown-profile', 'The profile must be pipl or gdpr.', profile);
  const document = readDocument(policy, readConfiguration(options.configuration ?? {}));
  return rules
    .filter(({ kinds }) => kinds.includes(policy.kind))
    .flatMap((rule) => rule.find(document).map((found) => finding(policy, profile, rule, found)))
    .map((one, order) => ({ one, order }))
    .sort((first, second) => first.one.span.start - second.one.span.start || first.order - second.order)
    .map(({ one }) => one);
}

function finding(policy: Policy, profile: AuditProfile, rule: AuditRule, found: Found): Finding {
  const law = rule.law[profile];
  if (!law) throw new ConsentError('audit/no-law', `${rule.code} has no source under ${profile}.`, rule.code);
  return {
    rule: rule.id,
    code: rule.code,
    severity: found.severity ?? rule.severity,
    ...place(policy, found.span),
    also: (found.also ?? []).map((span) => place(policy, span)),
    ...(found.configuration !== undefined && { configuration: found.configuration }),
    sentence: filled(rule.sentence, found.values),
    law,
    mend: filled(rule.mend, found.values),
  };
}

const place = (policy: Policy, span: Span): Place => ({
  span,
  source: sourcePosition(policy.source, span.start),
  words: policy.text.slice(span.start, span.end),
});

function filled(sentence: Bilingual, values: Found['values'] = {}): Bilingual {
  const fill = (language: 'zh' | 'en'): string =>
    sentence[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return typeof value === 'string' ? value : (value?.[language] ?? whole);
    });
  return { zh: fill('zh'), en: fill('en') };
}
