import type { Policy, Span } from '../../policy/model.js';
import { CONSENTS, type AuditRule } from '../rule.js';

/** Permissions the system grants without asking: a missing purpose is told, not more. */
const UNASKED: readonly string[] = ['network', 'background', 'persistent-storage'];

/** Letters beside the name in its part of the sentence, from which on they may say what it is for. */
const MUCH = 6;

function isBare(policy: Policy, { start, end }: Span): boolean {
  const before = /[^，,。.；;：:、\n]*$/.exec(policy.text.slice(Math.max(0, start - 60), start))?.[0] ?? '';
  const after = /^[^，,。.；;：:、\n]*/.exec(policy.text.slice(end, end + 60))?.[0] ?? '';
  return `${before}${after}`.replace(/[\s\d\p{P}\p{S}]|权限|permission/gu, '').length < MUCH;
}

/** What is done once it is granted follows in the same sentence. */
const GRANTED =
  /^(?:权限)?(?:的|后|时)[，,][^。；;\n]{0,40}(?:我们|用于|用来|以便|向您|为您)|^(?: permission)?, we\b/;

const isSaid = (policy: Policy, { end }: Span): boolean => GRANTED.test(policy.text.slice(end, end + 80));

/** A permission is named without what it is for. */
export const permissionNoPurpose: AuditRule = {
  id: 'R-P2',
  code: 'permission/no-purpose',
  severity: 'error',
  kinds: CONSENTS,
  law: {
    pipl: {
      zh: '《App 违法违规收集使用个人信息行为认定方法》二.3（申请权限时同步告知目的）；工信部信管函〔2020〕164号',
      en: 'App violations method (2019), section 2 (the purpose is told with the request); MIIT letter 164 (2020)',
    },
    gdpr: { zh: 'GDPR 第13条第1款(c)项', en: 'GDPR art. 13(1)(c)' },
  },
  sentence: {
    zh: '权限“{name}”没有写明用来做什么。',
    en: 'The permission "{name}" is named without what it is for.',
  },
  mend: {
    zh: '写明哪个功能在什么时候需要它，用来做什么。',
    en: 'Say which function needs it, when, and what for.',
  },
  find: ({ policy }) =>
    policy.permissions
      .filter(({ purpose, name }) => !purpose && !isSaid(policy, name.span))
      .map(({ kind, name }) => ({
        span: name.span,
        values: { name: name.text },
        ...((UNASKED.includes(kind) || !isBare(policy, name.span)) && { severity: 'info' as const }),
      })),
};
