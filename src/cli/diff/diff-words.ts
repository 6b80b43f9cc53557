import type { FactName, PieceChange, ReasonCode } from '../../policy/compare/changes.js';
import { FIELD_WORDS } from '../people/field-words.js';
import { tongueOf } from '../people/tongue.js';
import type { DiffHint } from './hints.js';

/** What `diff` says to people, in one language. */
export interface DiffWords {
  readonly same: string;
  readonly hints: Readonly<Record<DiffHint['code'], (version: string) => string>>;
  readonly material: (reasons: number) => string;
  readonly notMaterial: string;
  readonly pieces: string;
  readonly facts: string;
  readonly untitled: string;
  readonly kinds: Readonly<Record<PieceChange['kind'] | 'moved-reworded', string>>;
  readonly changes: Readonly<Record<'added' | 'removed' | 'changed', string>>;
  readonly reasons: Readonly<Record<ReasonCode, string>>;
  readonly factNames: Readonly<Record<FactName, string>>;
  readonly fields: Readonly<Record<string, string>>;
}

const EN: DiffWords = {
  same: 'Nothing changed.',
  hints: {
    swapped: () => 'The second document is the older one: the new one is named last; were the two exchanged?',
    'version-kept': (version) =>
      `The version is the same (${version}): the app will not ask for consent again; change the version first.`,
  },
  material: (reasons) =>
    `Consent must be asked for again (${reasons} ${reasons === 1 ? 'reason' : 'reasons'}):`,
  notMaterial:
    'Consent need not be asked for again: no change of purposes, ways, data, recipients, permissions or periods.',
  pieces: 'Clauses and headings',
  facts: 'What the policy states',
  untitled: 'Policy',
  kinds: {
    added: 'added',
    removed: 'removed',
    moved: 'moved',
    reworded: 'reworded',
    'moved-reworded': 'moved and reworded',
  },
  changes: { added: 'added', removed: 'removed', changed: 'changed' },
  reasons: {
    'new-purpose': 'new purpose',
    'new-data': 'new data',
    'new-recipient': 'new recipient',
    'new-publisher': 'another handler',
    'new-permission': 'new permission',
    'new-way': 'another way of handling',
    'cross-border': 'provision abroad',
    'longer-retention': 'kept longer',
    'changed-retention': 'kept for another time',
    'limit-removed': 'a limit is gone',
    unclear: 'unclear, so taken as material',
  },
  factNames: {
    permission: 'permission',
    'third-party': 'third party',
    'data-use': 'use of data',
    sensitive: 'sensitive data',
    'cross-border': 'provision abroad',
    retention: 'retention',
    'separate-consent': 'separate consent',
    alternative: 'other way',
    exemption: 'exemption',
    jump: 'jump to others',
    minors: 'minors',
    right: 'right',
    withdrawal: 'withdrawal',
    contact: 'contact',
    date: 'date',
    publisher: 'publisher',
    app: 'app',
  },
  fields: FIELD_WORDS.en,
};

const ZH: DiffWords = {
  same: '没有变化。',
  hints: {
    swapped: () => '第二个文件比第一个旧：应先写旧的、后写新的，是否写反了？',
    'version-kept': (version) => `版本号未变（${version}）：应用不会再次征求同意，请先更改版本号。`,
  },
  material: (reasons) => `须重新征得同意（${reasons} 项理由）：`,
  notMaterial: '无需重新征得同意：处理的目的、方式、信息种类、接收方、权限和期限没有变化。',
  pieces: '条款与标题',
  facts: '政策所述事项',
  untitled: '政策',
  kinds: { added: '新增', removed: '删除', moved: '移动', reworded: '改写', 'moved-reworded': '移动并改写' },
  changes: { added: '新增', removed: '删除', changed: '变更' },
  reasons: {
    'new-purpose': '新的目的',
    'new-data': '新的信息种类',
    'new-recipient': '新的接收方',
    'new-publisher': '处理者变更',
    'new-permission': '新的权限',
    'new-way': '新的处理方式',
    'cross-border': '向境外提供',
    'longer-retention': '保存期限延长',
    'changed-retention': '保存期限变更',
    'limit-removed': '取消了限制',
    unclear: '含义不明，按须重新同意处理',
  },
  factNames: {
    permission: '权限',
    'third-party': '第三方',
    'data-use': '信息的使用',
    sensitive: '敏感个人信息',
    'cross-border': '跨境提供',
    retention: '保存期限',
    'separate-consent': '单独同意',
    alternative: '其他方式',
    exemption: '例外',
    jump: '跳转',
    minors: '未成年人',
    right: '权利',
    withdrawal: '撤回',
    contact: '联系方式',
    date: '日期',
    publisher: '处理者',
    app: '应用',
  },
  fields: FIELD_WORDS.zh,
};

/** The words for a policy's language: Chinese for Chinese, English for any other. */
export const diffWords = (language: string): DiffWords => (tongueOf(language) === 'zh' ? ZH : EN);
