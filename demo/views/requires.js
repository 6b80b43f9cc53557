import { activateTemplates } from '/dist/mingshi.js';
import { ask } from '../ask.js';
import { element } from '../element.js';
import { pick } from '../language.js';

const words = pick({
  'zh-Hans': {
    title: '授权后才放入页面的内容',
    what: '给开发者看：写在模板里的内容，只有您和系统都允许之后才会放入页面；撤回或者在设置中关闭后，随即移除。',
    start: '使用相机',
    refused: '没有授权，模板里的内容没有放入页面。',
    content: '这一段写在模板里，授权之后才出现。',
    code: '<template data-ming-requires="camera:template">…</template>',
    permission: {
      purpose: '演示授权后才放入页面的内容；打开后立即关闭相机',
      scene: '开发者示例“使用相机”',
      data: '不使用画面',
      refusal: '模板里的内容不出现，其他功能不受影响',
    },
  },
  en: {
    title: 'Only after a grant',
    what: 'For developers: what stands in the template comes into the page once you and the system both allow it, and goes when either takes it back.',
    start: 'Use the camera',
    refused: 'Not allowed: what stands in the template did not come into the page.',
    content: 'This paragraph stands in the template, and came with the grant.',
    code: '<template data-ming-requires="camera:template">…</template>',
    permission: {
      purpose: 'To show what comes only after a grant; the camera is turned off at once',
      scene: '“Use the camera”, an example for developers',
      data: 'The picture is not used',
      refusal: 'What stands in the template does not come; everything else works',
    },
  },
});

export const title = words.title;
export const needsConsent = true;

export function render(screen) {
  const said = element('p', { class: 'said', role: 'status' });
  const onclick = async () => {
    const { granted, value } = await ask(screen, 'camera', { ...words.permission, function: 'template' });
    said.textContent = granted ? '' : words.refused;
    if (granted) for (const track of value.getTracks()) track.stop();
  };
  const template = element('template', { 'data-ming-requires': 'camera:template' });
  template.content.append(element('p', { class: 'result' }, words.content));
  const place = element('div', {}, template);
  // A provider does this for templates that are there from the start; this one comes with the view.
  screen.signal.addEventListener('abort', activateTemplates(place, screen.engine));
  return [
    element('p', {}, words.what),
    element('p', { class: 'address' }, element('code', {}, words.code)),
    element('button', { class: 'main', onclick }, words.start),
    said,
    place,
  ];
}
