/** The part of css-tree that is used here, with the values and preludes left as they were written. */
declare module 'css-tree/parser' {
  export interface CssList {
    forEach(visit: (node: CssNode) => void): void;
  }
  export interface CssNode {
    readonly type: string;
    /** Of at-rules. */
    readonly name?: string;
    readonly prelude?: CssNode | null;
    readonly block?: CssNode | null;
    readonly children?: CssList | null;
    /** Of declarations. */
    readonly property?: string;
    readonly important?: boolean | string;
    /** The text of a raw node; the raw node of a declaration. */
    readonly value?: string | CssNode;
  }
  export interface CssOptions {
    readonly context?: string;
    readonly parseRulePrelude: false;
    readonly parseAtrulePrelude: false;
    readonly parseValue: false;
    readonly parseCustomProperty: false;
  }
  const parse: (css: string, options: CssOptions) => CssNode;
  export { parse as default };
}
