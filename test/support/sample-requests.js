/** Requests of our own writing, each complete under the profile `pipl`; `changes` overwrites or, as undefined, takes out. */
const told = { purpose: '核验您的身份', data: '身份证号', refusal: '无法开通该功能，其他功能不受影响' };
const withdrawal = '在“我的－授权管理”中撤回';

const recipient = {
  name: '示例征信有限公司',
  contact: '010-00000000',
  purpose: '核验身份',
  method: '加密接口',
  data: '姓名、身份证号',
};

export const sensitive = (changes = {}) => ({
  id: 'identity',
  kind: 'separate',
  basis: 'sensitive',
  ...told,
  withdrawal,
  necessity: '开户须核验身份',
  impact: '泄露可能危害您的财产安全',
  ...changes,
});

export const face = (changes = {}) =>
  sensitive({
    id: 'face',
    dataKind: 'face',
    purpose: '刷脸登录',
    data: '人脸照片',
    alternative: '短信验证码登录',
    ...changes,
  });

export const provide = (changes = {}) => ({
  id: 'credit',
  kind: 'separate',
  basis: 'provide',
  ...told,
  withdrawal,
  recipient: { ...recipient },
  ...changes,
});

export const exportAbroad = (changes = {}) => ({
  id: 'abroad',
  kind: 'separate',
  basis: 'export',
  ...told,
  withdrawal,
  risks: '当地法律的保护水平不同',
  recipient: { ...recipient, rights: '致信境外接收方的联系人' },
  ...changes,
});

export const publish = (changes = {}) => ({
  id: 'board',
  kind: 'separate',
  basis: 'publish',
  ...told,
  ...changes,
});

export const guardianOf = (changes = {}) => ({
  id: 'guardian',
  kind: 'guardian',
  ...told,
  withdrawal,
  method: '在线填写',
  scope: '收集、存储、使用',
  place: '中国境内',
  retention: '账户存续期间',
  afterExpiry: '删除',
  security: '加密存储',
  complaint: '客服热线 000',
  correction: '在设置中更正或删除',
  ...changes,
});

export const onBehalf = (changes = {}) => ({
  id: 'relative',
  kind: 'on-behalf',
  actsFor: 'other-person',
  declaration: '我已取得对方授权',
  ...told,
  withdrawal,
  ...changes,
});

export const push = (changes = {}) => ({
  id: 'push',
  kind: 'switch',
  initial: 'on',
  ...told,
  withdrawal,
  purpose: '个性化推荐',
  ...changes,
});

/** Who consents for a child. */
export const mother = { reference: 'parent-1', relation: '母亲', verification: '实名认证' };
