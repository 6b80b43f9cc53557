/** Functions that need a permission: the words on the button, and what the person is told. Query: `policy`, `locale`. */
const FUNCTIONS = {
  camera: ['扫一扫', { purpose: '扫描收款码', data: '镜头里的画面', refusal: '不能扫码，仍可手动输入账号' }],
  clipboard: ['粘贴账号', { purpose: '粘贴收款账号', data: '剪贴板里的文字', refusal: '可以手动输入账号' }],
  bluetooth: ['连接蓝牙盾', { purpose: '用蓝牙盾签名', data: '附近的蓝牙设备', refusal: '改用短信验证码' }],
  location: ['附近网点', { purpose: '找到附近的网点', data: '您的位置', refusal: '可以按城市查找' }],
  notifications: ['消息提醒', { purpose: '提醒账户变动', refusal: '可以在消息中心查看' }],
  biometrics: ['指纹登录', { purpose: '用指纹登录', data: '系统给出的验证结果', refusal: '可以用密码登录' }],
};

const query = new URLSearchParams(location.search);
const provider = document.querySelector('ming-provider');
for (const name of ['policy', 'locale']) if (query.has(name)) provider.setAttribute(name, query.get(name));

const report = (body) => fetch('/report', { method: 'POST', body: JSON.stringify(body) });

/** What the system gave, in words; a camera is let go at once. */
function describe(value) {
  if (value instanceof MediaStream) {
    const [track] = value.getTracks();
    const words = `${track.kind} ${track.readyState}`;
    track.stop();
    return words;
  }
  if (typeof value?.coords?.latitude === 'number') return `position ${value.coords.latitude}`;
  return String(value?.name ?? value?.type ?? value);
}

async function start(kind, words) {
  const { engine } = provider;
  const scene = `您点了“${FUNCTIONS[kind][0]}”`;
  const { value, ...outcome } = await engine.askPermission(kind, { ...words, scene, trigger: 'user' });
  const history = (await engine.history())
    .filter(({ request }) => request.kind === 'permission')
    .map(({ request, decision, act, platform }) => ({ id: request.id, decision, act, platform }));
  const told = {
    kind,
    ...outcome,
    ...(value !== undefined && { value: describe(value) }),
    status: engine.status(`permission:${kind}`).decision,
    history,
  };
  document.querySelector('output').textContent = JSON.stringify(told);
  report({ type: 'outcome', ...told });
}

/** A jump to a partner: whether it was opened is told, and nothing is. */
async function jump() {
  const opened = [];
  const { engine } = provider;
  const { decision } = await engine.confirmJump({
    url: 'https://partner.example/open?from=bank',
    name: '示例合作机构',
    open: (href) => opened.push(href),
  });
  const told = { kind: 'jump', decision, opened };
  document.querySelector('output').textContent = JSON.stringify(told);
  report({ type: 'outcome', ...told });
}

function addButton(name, press) {
  const button = document.createElement('button');
  button.textContent = name;
  button.addEventListener('click', () => {
    press().catch((error) => report({ type: 'error', code: error.code, error: String(error) }));
  });
  document.querySelector('#functions').append(button);
}
for (const [kind, [name, words]] of Object.entries(FUNCTIONS)) addButton(name, () => start(kind, words));
addButton('合作机构', jump);

/** Says whether the purpose is on screen, and with which words, once it was for two frames. */
function watchBanner(before, told) {
  const banner = document.querySelector('ming-permission-prompt').shadowRoot?.querySelector('.banner');
  const box = banner?.getBoundingClientRect();
  const shown = !!box && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight + 1;
  const isNew = shown === before && shown !== told;
  if (isNew) report({ type: 'banner', shown, words: shown ? banner.textContent : '' });
  requestAnimationFrame(() => watchBanner(shown, isNew ? shown : told));
}
watchBanner(false, false);

document.addEventListener('ming-error', ({ error }) => report({ type: 'error', code: error.code }));
document.addEventListener('securitypolicyviolation', (event) =>
  report({ type: 'violation', directive: event.violatedDirective, sample: event.sample }),
);

await import('/dist/mingshi.js');
await customElements.whenDefined('ming-provider');

/** Says when the general policy is agreed to. */
async function watchConsent() {
  const { engine } = provider;
  if (!engine) return void requestAnimationFrame(watchConsent);
  await engine.ready;
  const { id } = engine.policies[0];
  const look = () => engine.status(id).decision === 'granted' && (stop(), report({ type: 'agreed' }));
  const stop = engine.subscribe(look);
  look();
}
await watchConsent();
