/** The registered media type of .docx (ECMA-376). */
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What a policy can be compiled from. */
export type SourceMediaType = 'text/plain' | 'text/markdown' | 'text/html' | typeof DOCX | 'application/pdf';

/** Which media type the ending of a file's name stands for, lower case and without the dot. */
export const MEDIA_TYPE_OF_ENDING: Readonly<Record<string, SourceMediaType>> = {
  txt: 'text/plain',
  md: 'text/markdown',
  markdown: 'text/markdown',
  html: 'text/html',
  htm: 'text/html',
  xhtml: 'text/html',
  docx: DOCX,
  pdf: 'application/pdf',
};
