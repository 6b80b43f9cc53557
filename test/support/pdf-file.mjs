// Builds small PDF files by hand: words at places, lines, pictures, fonts that are not embedded, a structure where one is wanted.

/** @typedef {{base: string, encoding?: string, toUnicode?: boolean}} Font a CJK font that is not embedded, by name and CMap */

const A4 = { width: 595, height: 842 };

/** Fonts that word processors name and do not embed. */
export const FONTS = {
  song: { base: 'SimSun' },
  bold: { base: 'SimSun,Bold' },
  hei: { base: 'SimHei' },
  /** Numbers of glyphs, and nothing that tells their characters. */
  mute: { base: 'ABCDEF+Own', encoding: 'Identity-H' },
};

const hex = (/** @type {string} */ words) =>
  `<${[...Array(words.length).keys()].map((at) => words.charCodeAt(at).toString(16).padStart(4, '0')).join('')}>`;

/** How wide words are at size 1 in these fonts: a letter half as wide as an ideograph. */
export const widthOf = (/** @type {string} */ words) =>
  [...words].reduce((sum, one) => sum + (one.charCodeAt(0) < 0x100 ? 0.5 : 1), 0);

/** Words at a place, in points from the page's upper left corner; `before` are operators such as `3 Tr`. */
export const say = (
  /** @type {string} */ words,
  /** @type {number} */ x,
  /** @type {number} */ y,
  { font = 'song', size = 10, before = '', matrix = '1 0 0 1', height = A4.height } = {},
) =>
  `q BT ${before} /${font} ${size} Tf ${matrix} ${x.toFixed(2)} ${(height - y).toFixed(2)} Tm ${hex(words)} Tj ET Q\n`;

/** A line of one point, from one place to another. */
export const rule = (
  /** @type {number} */ x0,
  /** @type {number} */ y0,
  /** @type {number} */ x1,
  /** @type {number} */ y1,
  { height = A4.height } = {},
) => `0.5 w ${x0} ${height - y0} m ${x1} ${height - y1} l S\n`;

/** A picture over a part of the page. */
export const picture = (
  /** @type {number} */ x,
  /** @type {number} */ y,
  /** @type {number} */ width,
  /** @type {number} */ depth,
) => `q ${width} 0 0 ${depth} ${x} ${A4.height - y - depth} cm /Im0 Do Q\n`;

/** @param {string} id @param {Font} font @param {(body: string) => number} add */
function addFont(id, { base, encoding = 'UniGB-UCS2-H' }, add) {
  const descriptor = add(
    `<</Type/FontDescriptor/FontName/${base.replace(',', '#2C')}/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 859/Descent -141/CapHeight 683/StemV 80>>`,
  );
  const ordering = encoding.startsWith('Identity') ? 'Identity' : 'GB1';
  const name = base.replace(',', '#2C');
  const inner = add(
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(${ordering})/Supplement 2>>/DW 1000/W[1 95 500 814 939 500]/FontDescriptor ${descriptor} 0 R>>`,
  );
  return add(
    `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/${encoding}/DescendantFonts[${inner} 0 R]>>`,
  );
}

/**
 * A PDF of the given pages, each a string of operators. `structure` is a tree of `{role, kids}` whose leaves are `[page, mark]`:
 * pages then mark their content with `/P <</MCID n>> BDC … EMC`.
 * @param {readonly string[]} pages
 * @param {{structure?: any, width?: number, height?: number, fonts?: Record<string, Font>}} [options]
 * @returns {Uint8Array}
 */
export function pdfFile(pages, { structure, width = A4.width, height = A4.height, fonts = FONTS } = {}) {
  /** @type {(string | undefined)[]} */
  const objects = [undefined, undefined];
  const add = (/** @type {string} */ body) => objects.push(body);
  const stream = (/** @type {string} */ content, extra = '') =>
    add(`<<${extra}/Length ${content.length}>>stream\n${content}\nendstream`);
  const image = stream(
    '\0',
    '/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray',
  );
  const named = Object.entries(fonts).map(([id, font]) => `/${id} ${addFont(id, font, add)} 0 R`);
  const resources = `<</Font<<${named.join('')}>>/XObject<</Im0 ${image} 0 R>>/ExtGState<</faint<</ca 0.02>>>>>>`;
  const kids = pages.map((content, index) => {
    const body = stream(content);
    return add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Resources ${resources}/Contents ${body} 0 R/StructParents ${index}>>`,
    );
  });
  const root = structure ? addStructure(structure, kids, objects) : undefined;
  const tags = root === undefined ? '' : `/MarkInfo<</Marked true>>/StructTreeRoot ${root} 0 R`;
  objects[0] = `<</Type/Catalog/Pages 2 0 R${tags}>>`;
  objects[1] = `<</Type/Pages/Kids[${kids.map((kid) => `${kid} 0 R`).join(' ')}]/Count ${kids.length}>>`;
  return written(objects);
}

/** @param {any} tree @param {readonly number[]} pages @param {(string | undefined)[]} objects */
function addStructure(tree, pages, objects) {
  const root = objects.push(undefined);
  /** @type {number[][]} */
  const parents = pages.map(() => []);
  const node = (/** @type {any} */ { role, kids }, /** @type {number} */ parent) => {
    const id = objects.push(undefined);
    const inner = kids.map((/** @type {any} */ kid) => {
      if (!Array.isArray(kid)) return `${node(kid, id)} 0 R`;
      const [page, mark] = kid;
      const owners = parents[page];
      if (owners) owners[mark] = id;
      return `<</Type/MCR/Pg ${pages[page]} 0 R/MCID ${mark}>>`;
    });
    objects[id - 1] = `<</Type/StructElem/S/${role}/P ${parent} 0 R/K[${inner.join(' ')}]>>`;
    return id;
  };
  const top = node(tree, root);
  const numbers = parents.map((owners, page) => `${page} [${owners.map((id) => `${id} 0 R`).join(' ')}]`);
  objects[root - 1] = `<</Type/StructTreeRoot/K[${top} 0 R]/ParentTree<</Nums[${numbers.join(' ')}]>>>>`;
  return root;
}

/** @param {readonly (string | undefined)[]} objects */
function written(objects) {
  let file = '%PDF-1.7\n';
  const places = objects.map((body, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return place;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  file += places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  file += `trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, (one) => one.charCodeAt(0));
}
