import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { canonicalJson } from '../../../build/src/canonical.js';

describe('canonical JSON', () => {
  it('sorts keys by UTF-16 code units and writes no spaces', () => {
    assert.equal(
      canonicalJson({ b: [1, { d: null, c: true }], a: '' }),
      '{"a":"","b":[1,{"c":true,"d":null}]}',
    );
    const keys = { '\u20ac': 1, '\r': 2, '\ufb33': 3, 1: 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
    assert.deepEqual(Object.values(JSON.parse(canonicalJson(keys))).sort(), [1, 2, 3, 4, 5, 6, 7]);
    assert.equal(
      canonicalJson(keys),
      '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}',
    );
  });

  it('writes numbers as ECMAScript does', () => {
    const numbers = [0, -0, 1e21, 1e-7, 333333333.33333329, 4.5, 2e-3, 1e-27, 5e-324, 9007199254740993];
    assert.equal(
      canonicalJson(numbers),
      '[0,0,1e+21,1e-7,333333333.3333333,4.5,0.002,1e-27,5e-324,9007199254740992]',
    );
  });

  it('escapes what JSON must, and only that', () => {
    assert.equal(
      canonicalJson('\u0000\b\t\n\f\r"\\/\u007f\u2028明'),
      '"\\u0000\\b\\t\\n\\f\\r\\"\\\\/\u007f\u2028明"',
    );
  });

  it('refuses what JSON cannot hold', () => {
    const circle = {};
    circle.own = circle;
    for (const value of [
      undefined,
      NaN,
      Infinity,
      () => 1,
      1n,
      Symbol('s'),
      '\ud800',
      { a: undefined },
      [,],
      circle,
      { '\udfff': 1 },
    ]) {
      assert.throws(() => canonicalJson(value), { code: 'canonical/not-json' });
    }
  });

  it('of any JSON value reads back as that value, and does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        let text;
        try {
          text = canonicalJson(value);
        } catch (error) {
          assert.equal(error.code, 'canonical/not-json');
          return;
        }
        assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(value)));
        assert.equal(canonicalJson(JSON.parse(text)), text);
        const reversed = (part) =>
          part && typeof part === 'object' && !Array.isArray(part)
            ? Object.fromEntries(
                Object.entries(part)
                  .reverse()
                  .map(([key, one]) => [key, reversed(one)]),
              )
            : part;
        assert.equal(canonicalJson(reversed(JSON.parse(text))), text);
      }),
    );
  });
});
