import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bare, factsOf } from '../../support/facts-of.mjs';

const usesOf = (text, language) => bare(factsOf(text, language).dataUses).map(({ data }) => data);

test('What is done without consent, and what is denied, is no data use and nothing sensitive', () => {
  for (const text of [
    '以下情形，我们收集您的身份证号码无需征得您的授权同意。',
    '我们不会在后台读取您的位置信息。',
    '我们不保存您的人脸图像，也不会擅自记录您的通话录音。',
    '我们只会接收“通过”或者“未通过”的结果，不收集您的指纹和面容特征。',
    'We receive only the result, passed or failed, and do not collect your fingerprint or facial features.',
  ]) {
    const facts = factsOf(text);
    assert.deepEqual([facts.dataUses, facts.sensitive.items], [[], []], text);
  }
});

test('Data ends where a denial begins', () => {
  assert.deepEqual(usesOf('We collect your name, but never store your fingerprint.', 'en'), ['your name']);
  assert.deepEqual(usesOf('我们会收集您的手机号码，不收集您的指纹信息。'), ['手机号码']);
});

test('A purpose, or words that only point at data, is no data', () => {
  assert.deepEqual(usesOf('我们会收集并用于以下目的：\n1、用于实现第1条写明的账号信息功能；'), []);
  assert.deepEqual(usesOf('我们会收集信息：您在使用服务时提供的信息。'), []);
  assert.deepEqual(
    usesOf('我们会收集以下信息：\n（1）信息：您在使用服务时产生的信息。\n（2）设备信息：设备型号、IP地址。'),
    ['设备型号、IP地址'],
  );
});

test('A permission that the text says it does not ask for is none', () => {
  const kinds = (text, language) => factsOf(text, language).permissions.map(({ kind }) => kind);
  assert.deepEqual(
    kinds(
      '# 设备权限\n（1）相机权限，用于扫码。\n（2）短信权限：我们不读取您的短信。\n我行不申请短信权限。我行不会读取或者申请访问您的通讯录权限。',
    ),
    ['camera'],
  );
  assert.deepEqual(
    kinds(
      '# Permissions\n(a) Camera: to scan.\n(b) SMS: we do not read your messages.\nThe app does not read or ask for access to your contacts.',
      'en',
    ),
    ['camera'],
  );
});

test('A way, a plan or an audit is no statement about transfers, retention or sensitive data', () => {
  const facts = factsOf(
    '4. 延长存储期限；\n您的信息保存在我行境内的数据中心。\n您行使权利的方式：您可以通过上述邮箱向境外接收方提出。\n我行每年审计敏感个人信息的加密措施。',
  );
  assert.deepEqual([facts.crossBorder, facts.retention, facts.sensitive.statements], [[], [], []]);
  const english = factsOf(
    'If you refuse, you cannot make cross-border remittances.\nYou can ask us to delete it, and we do so within 15 working days.\nBank is sensitive information.',
    'en',
  );
  assert.deepEqual([english.crossBorder, english.retention, english.sensitive.items], [[], [], []]);
});

test('A transfer abroad, and storage in the country, are told', () => {
  assert.deepEqual(
    bare(
      factsOf('您申请国际证书的，需要把申请信息交给境外的签发机构。\n您的信息存储于中国境内。').crossBorder,
    ),
    ['您申请国际证书的，需要把申请信息交给境外的签发机构', '您的信息存储于中国境内'],
  );
});

test('Words that ask which data, or name no data, are none; “要填写” asks for data', () => {
  assert.deepEqual(usesOf('本政策说明我们会收集哪些信息、怎样使用和保护它们。'), []);
  assert.deepEqual(usesOf('您使用下面的功能时，我们会收集完成它所必需的信息。'), []);
  assert.deepEqual(usesOf('开通账户时，您要填写企业名称、经办人姓名，用来核对授权。'), [
    '企业名称、经办人姓名',
  ]);
  assert.deepEqual(usesOf('个人用户需要提供姓名、身份证号码，企业用户需要提供企业名称。'), [
    '姓名、身份证号码',
    '企业名称',
  ]);
});

test('A table that lost its borders ends where the next one begins', () => {
  const facts = factsOf(
    '序号使用场景与结果收集的信息1用于建立账户ü 在您注册时收集ü 如您不填写右列信息，则无法建立账户姓名、手机号码2用于结算货款ü 在您绑定结算卡时收集ü 如您不填写右列信息，则无法收到货款银行卡号为了向您提供服务，我们会接入第三方SDK。序号SDK名称所属公司功能说明1甲SDK青石文识科技有限公司用于识别2乙SDK云衡科技集团股份有限公司用于比对3丙推送山海软件有限公司用于推送设备型号',
  );
  assert.deepEqual(
    bare(facts.dataUses).map(({ data }) => data),
    ['姓名、手机号码', '银行卡号'],
  );
});
