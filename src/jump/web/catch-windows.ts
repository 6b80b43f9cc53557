import { parse, type ExitDesk } from './exit.js';
import { replacesPage } from './target-name.js';

/**
 * Puts itself before `window.open` until the signal. An exit that is asked about gives the caller null, as a blocked pop-up
 * does.
 */
export function catchWindows(desk: ExitDesk): void {
  const { view } = desk;
  const native = view.open.bind(view);
  const before = Object.getOwnPropertyDescriptor(view, 'open');
  const guarded: typeof native = (url, target, features) => {
    const address = url === undefined || url === '' ? undefined : parse(String(url), view.document.baseURI);
    if (desk.signal.aborted || !address || !desk.asks(address, [])) return native(url, target, features);
    const leaves = target !== undefined && target !== '' && replacesPage(target);
    const alone = leaves ? features : [features, 'noopener,noreferrer'].filter(Boolean).join();
    desk.ask({ url: address, elements: [], leaves, go: (href) => void native(href, target, alone) });
    return null;
  };
  view.open = guarded;
  desk.signal.addEventListener('abort', () => {
    // Whoever put their own before ours keeps it; ours lets everything through.
    if (view.open === guarded && before) Object.defineProperty(view, 'open', before);
  });
}
