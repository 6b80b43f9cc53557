import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bare, policyOf } from '../../support/facts-of.mjs';

/** The ways of a policy as `kinds: words`, each way once, and its withdrawals. */
async function read(/** @type {string} */ text) {
  const policy = await policyOf(text);
  const ways = new Map();
  for (const { kind, way } of policy.rights) ways.set(way.text, [...(ways.get(way.text) ?? []), kind].sort());
  return {
    policy,
    rights: Object.fromEntries([...ways].map(([way, kinds]) => [way, kinds.join(' ')])),
    withdrawals: policy.withdrawals.map((one) => [one.text, one.path?.text]),
  };
}

const zh = (/** @type {string[]} */ ...lines) => read(`# 隐私政策\n\n${lines.join('\n\n')}\n`);
const en = (/** @type {string[]} */ ...lines) => read(`# Privacy Policy\n\n${lines.join('\n\n')}\n`);

test('One way for all rights of a list is the way of each of them', async () => {
  const inline = await zh(
    '## 您的权利',
    '您有权：（1）查阅、复制您的信息；（2）更正不准确的信息；（3）要求删除。您可以发送邮件至 hi@a.example 行使上述权利。',
  );
  assert.deepEqual(inline.rights, {
    '您可以发送邮件至 hi@a.example 行使上述权利': 'access copy correct delete',
  });
  const listed = await zh(
    '## 七、您的权利',
    '您享有以下权利：',
    '1. 查阅权',
    '2. 更正权',
    '3. 注销账户',
    '4. 投诉',
    '如需行使以上权利，请拨打客服热线或写信至本公司。',
  );
  assert.deepEqual(listed.rights, {
    '如需行使以上权利，请拨打客服热线或写信至本公司': 'access close-account correct',
  });
  const english = await en(
    '## Your rights',
    'Depending on where you live, you may have the right to:',
    '- Access the data we hold about you\n- Request correction of wrong data\n- Request deletion of your data\n- Lodge a complaint with a supervisory authority',
    'To exercise any of these rights, please contact us at hi@a.example.',
  );
  assert.deepEqual(english.rights, {
    'Lodge a complaint with a supervisory authority': 'complain',
    'To exercise any of these rights, please contact us at hi@a.example': 'access correct delete',
  });
});

test('The list may stand under headings of its own', async () => {
  const { policy } = await en(
    '## Your rights',
    '### Deletion',
    'We delete your data on request.',
    '### Portability',
    'We hand it over in a common format.',
    '### How to ask',
    'To exercise any of these rights, write to hi@a.example with a copy of a recent bill.',
  );
  assert.deepEqual(policy.rights.map(({ kind }) => kind).sort(), ['delete', 'transfer']);
});

test('A sentence that is only a way belongs to the rights granted just before it', async () => {
  assert.deepEqual((await zh('## 权利', '您可以查询、更正您的个人信息。请写信至 hi@a.example。')).rights, {
    '请写信至 hi@a.example': 'access correct',
  });
  const { policy } = await en(
    '## Rights',
    'Users can access or delete their data. Email us at hi@a.example.',
  );
  assert.ok(policy.rights.some(({ kind, way }) => kind === 'delete' && way.text.startsWith('Email us')));
  assert.deepEqual(
    (await en('## Rights', 'Users can delete their data. Contact us with any questions at hi@a.example.'))
      .rights,
    {},
  );
});

test('A label and a menu path are a way, and so is an entry of a list of what one can do', async () => {
  const labels = await zh(
    '## 管理您的信息',
    '- 删除：设备-记录-清空\n- **更正**：头像—资料—编辑\n- 查询：不支持\n- 注销账号：首页 > 设置 > 注销',
  );
  assert.deepEqual(Object.values(labels.rights), ['delete', 'correct', 'close-account']);
  const offered = await zh(
    '## 您的选择',
    '您可以：',
    '- 在“我的-资料”中更正资料\n- 拨打客服电话删除评论记录\n- 在“我的-设置-撤回同意”中撤回对本政策的同意\n- 解除与门锁的绑定，撤回对门锁信息的同意',
  );
  assert.deepEqual(Object.values(offered.rights), ['correct', 'delete', 'withdraw']);
  assert.deepEqual(offered.withdrawals, [
    ['在“我的-设置-撤回同意”中撤回对本政策的同意', '我的-设置-撤回同意'],
    ['解除与门锁的绑定，撤回对门锁信息的同意', undefined],
  ]);
});

test('A run-in label names the right of the way after it', async () => {
  const { rights } = await en(
    '## Your rights',
    '- **Access.** You can download a report under Profile › Privacy.\n- **Correction.** Go to Settings > Profile.\n- **Closing your wallet.** Choose Profile › Close.\n- **Human review.** If a decision was made automatically, you can ask for it to be explained.',
  );
  assert.deepEqual(Object.values(rights), ['access', 'correct', 'close-account', 'explain']);
});

test('Paths in quotes, counters, letters and regulators', async () => {
  const english = await en(
    '## Choices',
    'You can close your account in "Me - Settings - Close account". You can withdraw your consent in "Me – Consents". You can ask for a copy at any branch counter. To have a mistake corrected, visit the school office.',
  );
  assert.deepEqual(Object.values(english.rights), ['close-account', 'withdraw', 'copy', 'correct']);
  assert.deepEqual(english.withdrawals, [
    ['You can withdraw your consent in "Me – Consents"', 'Me – Consents'],
  ]);
  const chinese = await zh(
    '## 权利',
    '您需要复制的，可以持身份证到任一网点办理。您也可以写信到 hi@a.example 申请注销账号。对答复不满意的，可以向网信部门举报。对自动作出的决定，您可以要求我们说明理由。您可以在“我的>资料”更正姓名，已归档的记录不得修改。',
  );
  assert.deepEqual(Object.values(chinese.rights), [
    'copy',
    'close-account',
    'complain',
    'explain',
    'correct',
  ]);
});

test('The law’s list without a way, others’ rights, conditions and denials are no ways', async () => {
  const { rights, withdrawals } = await zh(
    '## 您的权利',
    '您有权查阅、复制、更正、删除您的个人信息。我们尊重您行使上述权利。您行使上述权利时，我们可能要求您通过短信验证身份。您的近亲属可以通过客服行使查阅、复制权利。您可以通过接收方的邮箱行使权利。',
    '您无法在“我的-资料”中修改证件号码。您不可以在“我的-资料”中修改生日。暂不支持在“我的-注销”中注销账号。当您在“我的-设置”中注销账号后，我们将删除您的信息。您无法在“设置-隐私”中撤回对必要信息的同意。第三方的授权请在该第三方的应用中撤回。',
  );
  assert.deepEqual(rights, {});
  assert.deepEqual(withdrawals, []);
  const english = await en(
    '## Rights',
    'You cannot delete your account in Settings > Account. You can no longer edit your profile under Me > Profile. You do not have the right to access their data. Write to us at hi@a.example. If you delete your account in Settings > Account, we erase your data. An authorised agent can exercise your rights by email. The regulator can help you exercise your rights by phone.',
  );
  assert.deepEqual(english.rights, {});
});

test('A menu path to something else than the person’s data is no right', async () => {
  const chinese = await zh(
    '## 功能',
    '您可以在“首页-订单”中查看物流。您可以在“我的-消息”中查看消息。您可以在“我的-设置-用户协议”中查看协议。',
    '## 权利',
    '您可以在“我的-关于-隐私政策”进行访问。',
  );
  assert.deepEqual(chinese.rights, {});
  const english = await en(
    '## Features',
    "You can view your friends' photos under Home > Albums. You can edit your post under Menu > Posts > Edit.",
  );
  assert.deepEqual(english.rights, {});
});

test('Minors without the word: ages, guardians’ checks, and the sentence that goes on', async () => {
  const { minors } = (
    await en(
      '## Young people',
      'You must be at least 18 to open a wallet. Pupils aged 11 to 17 need a parent. From the age of 13 a pupil may ask. Below that age a parent asks. If you are younger than 16, ask your mum first.',
      'We do not knowingly collect data of children. If we learn that we have, we erase it.',
    )
  ).policy;
  assert.deepEqual(bare(minors.ages), [
    'at least 18',
    'aged 11 to 17',
    'From the age of 13',
    'younger than 16',
  ]);
  assert.equal(minors.statements.length, 7);
  const chinese = (
    await zh(
      '## 未成年人',
      '不满14周岁的用户按儿童对待。在处理孩子的信息之前，我们会通过短信验证监护人身份。您须年满18周岁方可开户。若你未满12岁，请叫爸爸妈妈一起看。',
    )
  ).policy.minors;
  assert.deepEqual(bare(chinese.ages), ['不满14周岁', '年满18周岁', '未满12岁']);
  assert.equal(chinese.statements.length, 4);
});

test('Numbers that are no ages, staff, and findings of another kind say nothing of minors', async () => {
  const english = (
    await en(
      '## Accounts',
      'Your password must be at least 18 characters. Staff must be over 18. The clip is at least 13 seconds. If we find that we have charged you twice, we delete the record.',
    )
  ).policy.minors;
  assert.deepEqual([bare(english.ages), english.statements], [[], []]);
  const chinese = (
    await zh('## 公司', '本公司成立18周年。员工须年满18周岁。若我们发现收集了上述日志，会删除。')
  ).policy;
  assert.deepEqual([bare(chinese.minors.ages), chinese.minors.statements], [[], []]);
});
