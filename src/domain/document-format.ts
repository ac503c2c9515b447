/** The kinds of file that stand as evidence. Source: what a browser and a clerk can open without a program of somebody's own. */
export const documentMediaTypes = ['application/pdf', 'image/png', 'image/jpeg'] as const;
export type DocumentMediaType = (typeof documentMediaTypes)[number];

/** The most bytes of a document: 5 MiB. */
export const maximumDocumentBytes = 5 * 1024 * 1024;

/** How the files of a type begin: `%PDF-`; the signature of PNG (ISO/IEC 15948, 5.2); SOI and a marker of JPEG (ITU-T T.81). */
const beginnings: Readonly<Record<DocumentMediaType, readonly number[]>> = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/jpeg': [0xff, 0xd8, 0xff],
};

/** The bytes of a file -> what it is by its first bytes, or null when it is none of the kinds that are accepted. */
export function mediaTypeOf(content: Uint8Array): DocumentMediaType | null {
  return documentMediaTypes.find(type => beginnings[type].every((byte, at) => content[at] === byte)) ?? null;
}
