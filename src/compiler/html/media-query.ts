import { pixelsOf, SCREEN_WIDTH } from './lengths.js';

const FEATURE = /\(\s*([a-z-]+)\s*:\s*([^()]*)\)/gi;
const RANGE = /\(\s*width\s*(<=?|>=?)\s*([^()<>=]+)\)/gi;

function isMet(feature: string, value: string): boolean {
  const width = pixelsOf(value);
  if (feature === 'min-width') return width === undefined || width <= SCREEN_WIDTH;
  if (feature === 'max-width') return width === undefined || width >= SCREEN_WIDTH;
  if (feature === 'orientation') return value.trim() !== 'portrait';
  if (feature === 'prefers-color-scheme') return value.trim() === 'light';
  return !/^prefers-|^forced-colors$/.test(feature);
}

function queryHolds(query: string): boolean {
  const not = /^\s*not\b/i.test(query);
  const medium = /^\s*(?:not\s+|only\s+)?([a-z]+)/i.exec(query)?.[1]?.toLowerCase();
  const screen = medium === undefined || medium === 'screen' || medium === 'all' || medium === 'not';
  const features = [...query.matchAll(FEATURE)].every(([, name = '', value = '']) =>
    isMet(name.toLowerCase(), value),
  );
  const ranges = [...query.matchAll(RANGE)].every(([, sign = '', value = '']) => {
    const width = pixelsOf(value.trim());
    return width === undefined || (sign.startsWith('<') ? SCREEN_WIDTH <= width : SCREEN_WIDTH >= width);
  });
  return (screen && features && ranges) !== not;
}

/** Whether rules for these media count on a screen of a usual width, in light colours; a reader's wishes are taken as none. */
export function isForScreen(media: string): boolean {
  return !media.trim() || media.slice(0, 2000).split(',').some(queryHolds);
}
