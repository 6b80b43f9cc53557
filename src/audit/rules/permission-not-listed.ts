import type { PermissionKind, Span } from '../../policy/model.js';
import { CONSENTS, type AuditRule } from '../rule.js';

interface Named {
  readonly kind: PermissionKind;
  /** Permissions that hold it too, under another name. */
  readonly as: readonly PermissionKind[];
  readonly words: RegExp;
}

/** Permissions the system asks for, as a third party's entry names them. */
const NAMED: readonly Named[] = [
  {
    kind: 'location',
    as: [],
    words: /(?:定位|位置(?:信息)?)(?:[（(][^）)]*[）)])?权限|访问(?:精确|粗略|大致)位置|location permission/i,
  },
  { kind: 'camera', as: [], words: /(?:相机|摄像头|拍摄照片和视频)权限|camera permission/i },
  { kind: 'microphone', as: [], words: /(?:麦克风|录音)权限|microphone permission/i },
  { kind: 'contacts', as: [], words: /(?:通讯录|联系人)权限|contacts permission/i },
  { kind: 'sms', as: [], words: /短信权限|sms permission/i },
  { kind: 'calendar', as: [], words: /日历权限|calendar permission/i },
  { kind: 'bluetooth', as: [], words: /蓝牙(?:设备配对)?权限|bluetooth permission/i },
];

/** A third party uses a permission that the policy's own list does not have. */
export const permissionNotListed: AuditRule = {
  id: 'R-P2',
  code: 'permission/not-listed',
  severity: 'warning',
  kinds: CONSENTS,
  law: {
    pipl: {
      zh: '《App 违法违规收集使用个人信息行为认定方法》二.1、二.3；工信部信管函〔2020〕164号',
      en: 'App violations method (2019), section 2; MIIT letter 164 (2020)',
    },
  },
  sentence: {
    zh: '第三方要用“{name}”，政策自己的权限清单里却没有这一项。',
    en: 'A third party uses "{name}", which the policy\'s own list of permissions does not have.',
  },
  mend: {
    zh: '在权限清单中补上这一项的目的和拒绝的影响，或者停用它。',
    en: 'Add it to the list, with its purpose and what refusing costs, or have it taken out.',
  },
  find: ({ policy }) => {
    const listed = new Set(policy.permissions.map(({ kind }) => kind));
    if (listed.size === 0) return [];
    return NAMED.filter(({ kind, as }) => ![kind, ...as].some((one) => listed.has(one))).flatMap(
      ({ words }) => {
        const spans = policy.thirdParties.flatMap(({ permissions }): Span[] => {
          const match = permissions && words.exec(permissions.text);
          if (!match) return [];
          const start = permissions.span.start + match.index;
          return [{ start, end: start + match[0].length }];
        });
        const [span, ...also] = spans;
        return span ? [{ span, also, values: { name: policy.text.slice(span.start, span.end) } }] : [];
      },
    );
  },
};
