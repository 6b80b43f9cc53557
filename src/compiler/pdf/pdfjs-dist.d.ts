/** What of pdfjs-dist is used here. Its own declarations need the DOM's. */
declare module 'pdfjs-dist/legacy/build/pdf.mjs' {
  export const OPS: Readonly<Record<string, number>>;
  export function getDocument(source: {
    data: Uint8Array;
    cMapUrl?: string;
    fontExtraProperties: boolean;
    maxImageSize: number;
    isEvalSupported: boolean;
    useSystemFonts: boolean;
    useWasm: boolean;
    verbosity: number;
  }): LoadingTask;

  export interface LoadingTask {
    readonly promise: Promise<PdfDocument>;
    destroy(): Promise<void>;
  }
  export interface PdfDocument {
    readonly numPages: number;
    getPage(number: number): Promise<PdfPage>;
    getOptionalContentConfig(): Promise<{ isVisible(group: unknown): boolean }>;
  }
  export interface PdfPage {
    readonly rotate: number;
    readonly commonObjs: { has(id: string): boolean; get(id: string): unknown };
    getViewport(options: { scale: number; rotation?: number }): {
      readonly width: number;
      readonly height: number;
      readonly transform: readonly number[];
    };
    getOperatorList(options: { annotationMode: number }): Promise<{
      readonly fnArray: readonly number[];
      readonly argsArray: readonly (readonly unknown[] | null)[];
    }>;
    getStructTree(): Promise<unknown>;
    getAnnotations(): Promise<readonly { readonly subtype?: string; readonly rect?: readonly number[] }[]>;
    cleanup(): boolean;
  }
}

/** pdf.js' own worker, run in the same thread: importing it leaves its handler where pdf.js looks for it. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown;
}
