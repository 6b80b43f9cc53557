import { isRecord, own } from '../../own.js';

/** A field of the file that nobody here knows. */
export interface UnknownField {
  readonly path: readonly string[];
  readonly value: unknown;
}

/**
 * DCloud's privacy dialog of a uni-app or 5+ app on Android, as `androidPrivacy.json` declares it. An absent field has the default
 * DCloud documents; words of the form `%key%` stand in the app's locale files.
 */
export interface PrivacyDialog {
  /** Another one asks people again. */
  readonly version?: string;
  /** `template` shows it before the app starts, `none` does not. */
  readonly prompt?: string;
  readonly title?: string;
  /** Rich text: `a`, `font` and `br`. */
  readonly message?: string;
  readonly buttonAccept?: string;
  /** Without it the dialog has no button to refuse. */
  readonly buttonRefuse?: string;
  readonly hrefLoader?: string;
  /** The Back key leaves the app. Default: it does nothing. */
  readonly backToExit?: boolean;
  /** The dialog after a refusal; there is none where its message is empty. */
  readonly second: Readonly<Partial<Record<'title' | 'message' | 'buttonAccept' | 'buttonRefuse', string>>>;
  /** What a refusal leads to. Default: the app ends. */
  readonly disagreeMode: {
    readonly support?: boolean;
    /** Default true. */
    readonly loadNativePlugins?: boolean;
    readonly visitorEntry?: boolean;
    readonly showAlways?: boolean;
  };
  readonly styles: Readonly<Partial<Record<StyleName, string>>>;
  /** Fields that are none of these, or have another shape. */
  readonly unknown: readonly UnknownField[];
}

/** What has a colour. */
export const STYLE_NAMES = [
  'backgroundColor',
  'title',
  'buttonAccept',
  'buttonRefuse',
  'buttonVisitor',
] as const;
export type StyleName = (typeof STYLE_NAMES)[number];

const TEXTS = [
  'version',
  'prompt',
  'title',
  'message',
  'buttonAccept',
  'buttonRefuse',
  'hrefLoader',
] as const;
const SECOND = ['title', 'message', 'buttonAccept', 'buttonRefuse'] as const;
const MODES = ['support', 'loadNativePlugins', 'visitorEntry', 'showAlways'] as const;
/** Looks that say nothing about consent. */
const LOOKS = ['borderRadius'];

/** Reads the file, and what it does not know of it. A number for a version and `"true"` for true are taken for what is meant. */
export function readPrivacyDialog(json: unknown): PrivacyDialog {
  const reader = new FieldReader();
  const top = reader.texts(json, [], TEXTS);
  const backToExit = reader.flags(json, [], ['backToExit']).backToExit;
  const second = reader.texts(own(json, 'second'), ['second'], SECOND);
  const disagreeMode = reader.flags(own(json, 'disagreeMode'), ['disagreeMode'], MODES);
  const styles = reader.colours(own(json, 'styles'));
  reader.known(['second'], ['disagreeMode'], ['styles'], ...LOOKS.map((name) => ['styles', name]));
  return {
    ...top,
    ...(backToExit !== undefined && { backToExit }),
    second,
    disagreeMode,
    styles,
    unknown: reader.rest(json),
  };
}

/** Takes fields out of parsed JSON, and remembers which. */
class FieldReader {
  readonly #taken = new Set<string>();

  texts<Name extends string>(
    json: unknown,
    path: readonly string[],
    names: readonly Name[],
  ): Partial<Record<Name, string>> {
    return this.#take(json, path, names, (value) =>
      typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined,
    );
  }

  flags<Name extends string>(
    json: unknown,
    path: readonly string[],
    names: readonly Name[],
  ): Partial<Record<Name, boolean>> {
    return this.#take(json, path, names, (value) =>
      value === true || value === 'true' ? true : value === false || value === 'false' ? false : undefined,
    );
  }

  colours(json: unknown): Partial<Record<StyleName, string>> {
    const read: Partial<Record<StyleName, string>> = this.texts(json, ['styles'], ['backgroundColor']);
    for (const name of STYLE_NAMES.slice(1)) {
      const { color } = this.texts(own(json, name), ['styles', name], ['color']);
      if (color !== undefined) read[name] = color;
    }
    return read;
  }

  known(...paths: readonly (readonly string[])[]): void {
    for (const path of paths) this.#taken.add(JSON.stringify(path));
  }

  /** What was not taken, the outermost of each. */
  rest(json: unknown, path: readonly string[] = []): readonly UnknownField[] {
    if (!isRecord(json) || Array.isArray(json)) return [{ path, value: json }];
    return Object.keys(json).flatMap((key) => {
      const [at, value] = [[...path, key], json[key]];
      if (this.#taken.has(JSON.stringify(at)) && !isRecord(value)) return [];
      return this.#holdsTaken(at) ? this.rest(value, at) : [{ path: at, value }];
    });
  }

  #holdsTaken(path: readonly string[]): boolean {
    const beginning = JSON.stringify(path).slice(0, -1);
    return [...this.#taken].some((taken) => taken === `${beginning}]` || taken.startsWith(`${beginning},`));
  }

  #take<Name extends string, Value>(
    json: unknown,
    path: readonly string[],
    names: readonly Name[],
    read: (value: unknown) => Value | undefined,
  ): Partial<Record<Name, Value>> {
    const found: Partial<Record<Name, Value>> = {};
    for (const name of names) {
      const value = read(own(json, name));
      if (value === undefined) continue;
      found[name] = value;
      this.#taken.add(JSON.stringify([...path, name]));
    }
    return found;
  }
}

/** True for words that stand in the app's locale files. */
export const isPlaceholder = (words: string | undefined): boolean => /^%[^%\s]+%$/.test(words ?? '');
