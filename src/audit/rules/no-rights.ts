import { RIGHTS_TITLES, type Pattern } from '../document.js';
import type { Bilingual } from '../model.js';
import { NOTICES, listed, missingAt, type AuditRule } from '../rule.js';
import type { Right } from '../../policy/model.js';

/** The rights a notice must give a way to, and words that show that it speaks of them at least. */
const RIGHTS: readonly { kind: Right['kind']; name: Bilingual; mentioned: Pattern }[] = [
  {
    kind: 'access',
    name: { zh: '查阅', en: 'access' },
    mentioned: {
      zh: /(?:查阅|查询|访问|查看)[^。]{0,12}(?:信息|资料)|^[^一-鿿]{0,6}(?:查[看阅询]|看)[^：:。]{0,8}[：:]/,
      en: /\baccess\b[^.]{0,40}(?:information|data)|\bcop(?:y|ies) of your (?:record|information|data)|\bsee\b[^.]{0,12}\byour (?:information|data|records?)\b/i,
    },
  },
  {
    kind: 'correct',
    name: { zh: '更正', en: 'correction' },
    mentioned: {
      zh: /更正|改正|^[^一-鿿]{0,6}(?:[查看阅询]{1,2}[和、与及])?改(?:资料|信息)?[：:]|修改[^。]{0,8}(?:信息|资料)|更新[^。]{0,6}信息/,
      en: /\b(?:correct|rectif|update your|fix your)/i,
    },
  },
  {
    kind: 'delete',
    name: { zh: '删除', en: 'deletion' },
    mentioned: { zh: /删除[^。]{0,12}(?:信息|资料)|删除权/, en: /\b(?:delet|eras)/i },
  },
];

/** A right that every person has is given no way. */
export const noRights: AuditRule = {
  id: 'R-N5',
  code: 'rights/not-stated',
  severity: 'error',
  kinds: NOTICES,
  law: {
    pipl: {
      zh: '《个人信息保护法》第17条第1款第3项、第45至47条、第50条；《网络数据安全管理条例》第21条第1款第4项',
      en: 'PIPL art. 17(1)(3), 45–47 and 50; Network Data Security Regulations art. 21(1)(4)',
    },
    gdpr: { zh: 'GDPR 第13条第2款(b)项、第15至17条', en: 'GDPR art. 13(2)(b), 15–17' },
  },
  sentence: {
    zh: '没有写明怎样行使这些权利：{rights}。',
    en: 'The text gives no way to use these rights: {rights}.',
  },
  mend: {
    zh: '逐项写明途径（菜单路径、电话或者邮箱）和答复的期限：{rights}。',
    en: 'Say for each how it is done (menu path, phone or e-mail) and how soon it is answered: {rights}.',
  },
  find: ({ policy, says, endOf }) => {
    const lacking = RIGHTS.filter(
      ({ kind, mentioned }) => !policy.rights.some((right) => right.kind === kind) && !says(mentioned),
    );
    if (lacking.length === 0) return [];
    const at = endOf(...RIGHTS_TITLES);
    return [{ ...missingAt(at), values: { rights: listed(lacking.map(({ name }) => name)) } }];
  },
};
