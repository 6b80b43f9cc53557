import { atNames, partiesLacking } from '../parties.js';
import { DOCUMENTS, type AuditRule } from '../rule.js';

/** Names that say themselves who it is: a company's, a bank's, a public body's. */
const WHO =
  /公司|银行|委员会|仲裁委|法院|中心|研究院|大学|集团|\b(?:Inc|Ltd|LLC|Corp|Co|GmbH|Limited|Company|Bank|N\.?V|B\.?V|S\.?A|PLC|LLP|Oy|AB|AG|Pty|S\.?r\.?l)\b/i;

/** A listed third party is known by a brand alone. */
export const partyNoCompany: AuditRule = {
  id: 'R-N7',
  code: 'party/no-company',
  severity: 'warning',
  kinds: DOCUMENTS,
  law: {
    pipl: {
      zh: '《个人信息保护法》第23条（接收方的名称）；《网络数据安全管理条例》第21条第2款；工信部信管函〔2021〕292号（双清单）',
      en: "PIPL art. 23 (the recipient's name); Network Data Security Regulations art. 21(2); MIIT letter 292 (2021), two lists",
    },
    gdpr: { zh: 'GDPR 第13条第1款(e)项', en: 'GDPR art. 13(1)(e)' },
  },
  sentence: {
    zh: '清单中的第三方没有写明公司名称（共{count}个）。',
    en: 'A listed third party is given without its company ({count} in all).',
  },
  mend: { zh: '写明运营者的全称。', en: 'Give the full name of the company behind it.' },
  find: ({ policy }) =>
    atNames(partiesLacking(policy, ({ company, name }) => company !== undefined || WHO.test(name.text))),
};
