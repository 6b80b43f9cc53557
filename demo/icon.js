const SVG = 'http://www.w3.org/2000/svg';

/** Line drawings on a 24 × 24 ground. */
const PATHS = {
  home: 'M4 11 12 4l8 7v9h-5.500v-6h-5v6H4z',
  pin: 'M12 21s7-6.200 7-11.500A7 7 0 0 0 5 9.500C5 14.800 12 21 12 21zM12 12a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.500 20.500c.6-4 3.600-6 7.500-6s6.900 2 7.500 6',
  transfer: 'M4 8.500h15l-4-4M20 15.500H5l4 4',
  list: 'M5 5h14M5 10h14M5 15h9M5 20h6',
  bill: 'M6 3.500h12v17l-3-2-3 2-3-2-3 2zM9 8.500h6M9 12.500h6',
  growth: 'M4 19.500h16M5.500 15l4.500-5 3.500 3 5.500-7',
  calculator:
    'M6 3.500h12v17H6zM9 7.500h6M9 12.500h.01M12 12.500h.01M15 12.500h.01M9 16.500h.01M12 16.500h.01M15 16.500h.01',
  notice: 'M4 10v4l9 4.500V5.500zM13 9.500h3.500a2.500 2.500 0 0 1 0 5H13M7 15.500l1 4.500h2.500l-1-3.500',
  shield: 'M12 3.500 5 6v5.500c0 4.500 2.900 7.400 7 9 4.100-1.600 7-4.500 7-9V6zM9 12l2.200 2.200L15.200 10',
  lock: 'M6.500 11h11v9h-11zM8.500 11V8a3.500 3.500 0 0 1 7 0v3',
  eye: 'M2.500 12S6 6 12 6s9.500 6 9.500 6-3.500 6-9.500 6-9.500-6-9.500-6zM12 14.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z',
  back: 'M15 5l-7 7 7 7',
  phone:
    'M6 3.500h3.500l1.500 4.500-2.200 1.600a12 12 0 0 0 5.600 5.600L16 13l4.500 1.500V18c0 1.400-1.100 2.500-2.500 2.500C10.500 20.500 3.500 13.500 3.500 6c0-1.400 1.100-2.500 2.500-2.500z',
};

/** The drawing of that name, for the eye only: the words beside it say the same. */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', 'icon');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
