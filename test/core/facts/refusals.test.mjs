import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bare, factsOf, policyOf } from '../../support/facts-of.mjs';

const refusalsOf = (text, language) =>
  bare(factsOf(text, language).permissions).map(({ refusal }) => refusal);

test('What refusing costs is told in many ways', () => {
  const refusals = [
    '若您不允许，只能现场拍摄回单',
    '若您不允许，您需要自己选择城市',
    '若您不允许，您需要手动输入账号',
    '若您关闭通知，账户变动只在客户端内显示',
    '如您不开启，扫码停止',
  ];
  const names = ['相册', '位置', '剪贴板', '通知', '相机'];
  const list = refusals.map(
    (refusal, index) => `（${index + 1}）${names[index]}权限，用于服务。${refusal}。`,
  );
  assert.deepEqual(refusalsOf(['# 设备权限', ...list].join('\n')), refusals);
});

test('What refusing costs in English', () => {
  const refusals = [
    'If you refuse, you can type the page instead',
    'If you refuse, voice notes are not available',
    'If you refuse, notes are saved without a place',
    'If you decline, the key stays idle',
  ];
  const entries = [
    'Camera: to scan a page',
    'Microphone: to record',
    'Location: to tag a note',
    'Bluetooth: to connect',
  ];
  const list = entries.map((entry, index) => `(${'abcd'.charAt(index)}) ${entry}. ${refusals[index]}.`);
  assert.deepEqual(refusalsOf(['# Device permissions', ...list].join('\n'), 'en'), refusals);
});

test('A refusal said once after lettered entries belongs to each of them', () => {
  const refusal = '若您没有开启或者关闭了上述权限，我们无法提供相应的功能';
  assert.deepEqual(
    refusalsOf(
      `使用下面的功能时需要您授权：(a) 基于相机的功能：用来拍照。(b) 基于相册的功能：您可以选图片。(c) 基于短信的功能：可以自动读取验证码。${refusal}。`,
    ),
    [refusal, refusal, refusal],
  );
});

test('A data use carries a refusal in words of wishing and binding', () => {
  assert.deepEqual(
    bare(
      factsOf('当您联系客服时，我行会收集您的通话录音，用于解答问题。如您不希望被录音，您可以使用文字客服。')
        .dataUses,
    ).map(({ refusal }) => refusal),
    ['如您不希望被录音，您可以使用文字客服'],
  );
});

test('Turning a function off is not a refusal without a condition', () => {
  const [use] = factsOf('我行会收集您的推送标识。您关闭通知后，后台收集立即停止。').dataUses;
  assert.equal(use.refusal, undefined);
});

test('Permissions written as headings over labelled bullets', async () => {
  const chinese = await policyOf(
    '# 银行隐私政策\n\n## 三、系统权限\n\n### 1. 相机权限\n\n- 使用目的：扫描二维码\n- 使用场景：扫码支付\n- 拒绝的影响：无法扫码，可以手动输入\n\n### 2. 短信\n\n我们不读取您的短信内容。',
  );
  assert.deepEqual(bare(chinese.permissions), [
    { kind: 'camera', name: '相机权限', purpose: '扫描二维码', refusal: '无法扫码，可以手动输入' },
  ]);
  const english = await policyOf(
    '# Bank Privacy Policy\n\n## Device permissions\n\n### Camera\n\n- Purpose: to scan codes\n- If you refuse: you type the code\n',
  );
  assert.deepEqual(bare(english.permissions), [
    { kind: 'camera', name: 'Camera', purpose: 'to scan codes', refusal: 'you type the code' },
  ]);
});

test('Other ways are found where they are offered, and only there', () => {
  assert.deepEqual(
    bare(
      factsOf(
        '如您拒绝，可改用短信验证码。如您不同意面签，也可以到网点核验。若您不允许，视频面签无法进行，请预约柜面面签。若您不允许，回单无法存到手机里，仍可在线查看。如您不同意本政策，请停止使用。您可以到网点咨询业务。',
      ).alternatives,
    ),
    [
      '如您拒绝，可改用短信验证码',
      '如您不同意面签，也可以到网点核验',
      '若您不允许，视频面签无法进行，请预约柜面面签',
      '若您不允许，回单无法存到手机里，仍可在线查看',
    ],
  );
  assert.deepEqual(
    bare(
      factsOf(
        "If you refuse, you can type the payee's number. If you do not agree, you can stop using the app.",
        'en',
      ).alternatives,
    ),
    ["If you refuse, you can type the payee's number"],
  );
});
