import { biometricsRequester, bluetoothRequester } from '/dist/mingshi.js';
import { ask } from '../ask.js';
import { element } from '../element.js';
import { icon } from '../icon.js';
import { pick } from '../language.js';
import { passkeyRequester } from '../passkey-requester.js';

const words = pick({
  'zh-Hans': {
    title: '安全中心',
    key: '蓝牙安全盾',
    keyNote: '连接后可以确认大额转账。样例列出附近的所有蓝牙设备。',
    connect: '连接蓝牙盾',
    connected: (name) => `已选中“${name}”。样例到此为止，不向它发送数据。`,
    nameless: '没有名称的设备',
    notConnected: '没有连接蓝牙盾。您可以使用短信验证码，在限额内转账。',
    login: '指纹登录',
    loginNote: '验证由您的设备完成，指纹和面容不会交给手机银行。',
    enable: '开启指纹登录',
    enabled: '已开启：下次登录可以使用指纹或者面容。样例只在本页有效。',
    verify: '验证一次',
    verified: '验证通过。',
    notVerified: '没有通过验证。您可以使用密码登录。',
    notEnabled: '没有开启指纹登录。您可以使用密码登录。',
    bluetooth: {
      purpose: '连接蓝牙安全盾',
      scene: '安全中心的“连接蓝牙盾”',
      data: '您选中的蓝牙设备的名称和序列号',
      refusal: '不能使用安全盾，可以使用短信验证码在限额内转账',
    },
    biometrics: {
      purpose: '用设备自带的指纹或者面容验证登录',
      scene: '安全中心的“开启指纹登录”',
      data: '“通过”或者“未通过”的结果和登录用的公钥；不含指纹和面容特征',
      refusal: '不能用指纹登录，可以使用密码',
    },
  },
  en: {
    title: 'Security centre',
    key: 'Bluetooth security key',
    keyNote: 'It confirms large transfers. This sample lists every Bluetooth device nearby.',
    connect: 'Connect a key',
    connected: (name) => `“${name}” was chosen. The sample ends here and sends nothing to it.`,
    nameless: 'a device without a name',
    notConnected: 'No key is connected. You can transfer within a limit with an SMS verification code.',
    login: 'Fingerprint sign-in',
    loginNote: 'Your device does the check. Your fingerprint and face are not given to the bank.',
    enable: 'Turn on fingerprint sign-in',
    enabled: 'It is on: next time you can sign in by fingerprint or face. In this sample, on this page only.',
    verify: 'Try it',
    verified: 'The check passed.',
    notVerified: 'The check did not pass. You can sign in with your password.',
    notEnabled: 'Fingerprint sign-in is off. You can sign in with your password.',
    bluetooth: {
      purpose: 'To connect a Bluetooth security key',
      scene: '“Connect a key” in the security centre',
      data: 'The name and serial number of the device you choose',
      refusal: 'You cannot use a key, but you can transfer within a limit with an SMS verification code',
    },
    biometrics: {
      purpose: 'To sign you in by the fingerprint or face check of your device',
      scene: '“Turn on fingerprint sign-in” in the security centre',
      data: 'The result, passed or failed, and a public key for signing in; never your fingerprint or face',
      refusal: 'You cannot sign in by fingerprint, but you can use your password',
    },
  },
});

export const title = words.title;
export const needsConsent = true;

export const render = (screen) => [renderKey(screen), renderLogin(screen)];

function renderKey(screen) {
  const said = element('p', { class: 'said', role: 'status' });
  const onclick = async () => {
    const requester = bluetoothRequester();
    const { granted, value } = await ask(screen, 'bluetooth', {
      ...words.bluetooth,
      function: 'security-key',
      requester,
    });
    said.textContent = granted ? words.connected(value.name || words.nameless) : words.notConnected;
  };
  return renderCard('key', words.key, words.keyNote, element('button', { onclick }, words.connect), said);
}

/** The passkey made on this page; a bank keeps its public half on its server. */
let passkey;

function renderLogin(screen) {
  const said = element('p', { class: 'said', role: 'status' });
  const button = element('button', { onclick: () => press() }, passkey ? words.verify : words.enable);
  const press = async () => {
    const requester = passkey ? biometricsRequester({ allowCredentials: [passkey] }) : passkeyRequester();
    const options = { ...words.biometrics, function: 'sign-in', requester };
    const { granted, value } = await ask(screen, 'biometrics', options);
    said.textContent = describe(granted);
    if (granted) passkey ??= { type: 'public-key', id: value.rawId };
    button.textContent = passkey ? words.verify : words.enable;
  };
  return renderCard('finger', words.login, words.loginNote, button, said);
}

const describe = (granted) => {
  if (passkey) return granted ? words.verified : words.notVerified;
  return granted ? words.enabled : words.notEnabled;
};

const renderCard = (drawing, heading, note, ...content) =>
  element(
    'section',
    { class: 'card' },
    element('h2', {}, icon(drawing), heading),
    element('p', { class: 'note' }, note),
    ...content,
  );
