import { sharingSentences } from '../sharing-words.js';
import { CONSENTS, together, type AuditRule } from '../rule.js';

/** Somebody is named after all, or the sentence is about what was listed. */
const NAMED =
  /公司(?:[）)）”」》]|将|会|的|，|$)|银行|SDK|清单|下列|如下|列明|列表|\b(?:Inc|Ltd|LLC|Corp|listed|following|list)\b/;
const CLASSES = /(?:关联|其他|合作)公司/g;

/** Recipients are named as a class: affiliates, partners. */
export const partyUnnamed: AuditRule = {
  id: 'R-N7',
  code: 'party/unnamed',
  severity: 'info',
  kinds: CONSENTS,
  law: {
    pipl: {
      zh: '《个人信息保护法》第23条（接收方的名称、联系方式）；《网络数据安全管理条例》第21条第2款（以清单形式列明）',
      en: 'PIPL art. 23 (name and contact of the recipient); Network Data Security Regulations art. 21(2) (in the form of a list)',
    },
    gdpr: {
      zh: 'GDPR 第13条第1款(e)项（接收方或者其类别）',
      en: 'GDPR art. 13(1)(e) (recipients or their categories)',
    },
  },
  sentence: {
    zh: '接收方只写了一类（“关联方”“合作方”），没有名称。',
    en: 'The recipients are named as a class only (affiliates, partners).',
  },
  mend: { zh: '在清单中写明每一家的名称和联系方式。', en: 'Name each of them in a list, with its contact.' },
  find: (document) =>
    together(
      sharingSentences(document)
        .filter(({ bare }) => !NAMED.test(bare.replace(CLASSES, '')))
        .map(({ span }) => span),
    ),
};
