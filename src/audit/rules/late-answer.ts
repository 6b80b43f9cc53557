import { hanNumber } from '../han-number.js';
import { CONSENTS, together, type AuditRule } from '../rule.js';

/** Calendar days that 15 working days take, with holidays to spare. */
const LATEST = 22;

/** Days of a stated deadline: undefined where it is no number of days. */
function daysOf(deadline: string): number | undefined {
  if (/工作日|working|business/i.test(deadline)) return undefined;
  const written = /[\d〇一二三四五六七八九十]+(?=(?:个?自然)?(?:日|天|days?))/i.exec(
    deadline.replace(/\s/g, ''),
  );
  return written ? hanNumber(written[0]) : undefined;
}

/** What is overwritten in the background is nobody's answer. */
const BACKUP = /备份|\bback-?ups?\b/i;

/** Requests or complaints are answered later than the regulator accepts. */
export const lateAnswer: AuditRule = {
  id: 'R-N5',
  code: 'rights/late-answer',
  severity: 'info',
  kinds: CONSENTS,
  law: {
    pipl: {
      zh: '《App 违法违规收集使用个人信息行为认定方法》六（承诺时限不得超过15个工作日）；GB/T 35273-2020 第8.7条允许三十天',
      en: 'App violations method (2019), section 6 (15 working days at most); GB/T 35273-2020 8.7 allows 30 days',
    },
  },
  sentence: {
    zh: '承诺的答复期限超过15个工作日。',
    en: 'The promised answer comes later than 15 working days.',
  },
  mend: {
    zh: '把更正、删除、注销和投诉的答复期限定在15个工作日以内。',
    en: 'Answer corrections, deletions, closures and complaints within 15 working days.',
  },
  find: ({ policy }) => {
    const late = policy.rights.flatMap(({ deadline }) =>
      deadline &&
      (daysOf(deadline.text) ?? 0) > LATEST &&
      !BACKUP.test(policy.text.slice(Math.max(0, deadline.span.start - 40), deadline.span.start))
        ? [deadline.span]
        : [],
    );
    return together(
      late.filter((span, index) => late.findIndex(({ start }) => start === span.start) === index),
    );
  },
};
