import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bare, factsOf, policyOf } from '../../support/facts-of.mjs';

const permissions = (text) => bare(factsOf(text).permissions);

test('A list of permissions gives each its kind, purpose and what refusal costs', () => {
  assert.deepEqual(
    permissions(
      '二、权限\n（1）相机权限，用于扫码。如您拒绝授权，扫码功能将无法使用。\n（2）日历（iOS、安卓）：用于写入还款提醒。',
    ),
    [
      { kind: 'camera', name: '相机权限', purpose: '用于扫码', refusal: '如您拒绝授权，扫码功能将无法使用' },
      { kind: 'calendar', name: '日历', purpose: '用于写入还款提醒', platforms: ['iOS', '安卓'] },
    ],
  );
});

test('Two permissions in one entry share its purpose and its refusal', () => {
  const both = permissions(
    '1、摄像头权限及相册权限：您上传凭证时需要开启，以便拍摄或选取图片。若您不开启，您将无法上传凭证。',
  );
  assert.deepEqual(
    both.map((one) => one.kind),
    ['camera', 'album'],
  );
  assert.ok(
    both.every(
      (one) => one.purpose === '以便拍摄或选取图片' && one.refusal === '若您不开启，您将无法上传凭证',
    ),
  );
});

test('A refusal told once after the list holds for every entry', () => {
  const text =
    '一、权限\n(a) 基于麦克风的功能：用于语音输入；\n(b) 基于通讯录的功能：用于选择收款人。\n若您未开启上述权限，我们将无法提供上述功能。';
  assert.deepEqual(
    permissions(text).map((one) => one.refusal),
    Array(2).fill('若您未开启上述权限，我们将无法提供上述功能'),
  );
});

test('Turning a permission off later is not what refusing it costs', () => {
  const text =
    '一、权限\n（1）蓝牙权限：用于连接安全盾。\n（2）剪贴板权限：用于识别卡号。\n如您取消了这些授权，我们也无法为您提供上述功能。';
  assert.deepEqual(
    permissions(text).map((one) => one.refusal),
    [undefined, undefined],
  );
});

test('A table of permissions is read by its header, Android names included', async () => {
  const { permissions: found } = await policyOf(
    '# 某某钱包隐私政策\n\n| 权限 | 使用场景 | 申请目的 | 拒绝的影响 |\n| --- | --- | --- | --- |\n| android.permission.RECORD_AUDIO | 客服 | 发送语音 | 只能发送文字 |\n| 读取相册 | 头像 | 选取图片 | 无法更换头像 |\n',
  );
  assert.deepEqual(bare(found), [
    {
      kind: 'microphone',
      name: 'android.permission.RECORD_AUDIO',
      purpose: '发送语音',
      refusal: '只能发送文字',
    },
    { kind: 'album', name: '读取相册', purpose: '选取图片', refusal: '无法更换头像' },
  ]);
});

test('Permissions in an English list and an English sentence', () => {
  const text =
    '# Permissions\n(a) Camera: used to scan receipts. If you deny it, you cannot scan receipts.\nWe may request access to your microphone so that you can record memos.';
  assert.deepEqual(permissions(text), [
    {
      kind: 'camera',
      name: 'Camera',
      purpose: 'used to scan receipts',
      refusal: 'If you deny it, you cannot scan receipts',
    },
    { kind: 'microphone', name: 'microphone', purpose: 'so that you can record memos' },
  ]);
});

test('Permissions that an SDK asks for stand with the SDK, not with the app', () => {
  const facts = factsOf(
    '三、SDK\n（1）飞鸟地图SDK\n使用目的：显示地图\n申请的系统权限：定位权限、相机权限\n第三方主体：杭州飞鸟科技有限公司',
  );
  assert.deepEqual(facts.permissions, []);
  assert.equal(facts.thirdParties[0].permissions.text, '定位权限、相机权限');
});

test('Words about access control are no permission', () => {
  assert.deepEqual(permissions('我们会部署访问控制机制，严格限制员工的访问权限，并对操作日志进行审计。'), []);
});
