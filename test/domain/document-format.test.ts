import { documentMediaTypes, mediaTypeOf } from '../../src/domain/document-format.js';

const bytes = (text: string) => new Uint8Array([...text].map(letter => letter.charCodeAt(0)));

const files: readonly (readonly [what: string, content: Uint8Array, type: string | null])[] = [
  ['a PDF', bytes('%PDF-1.7\n'), 'application/pdf'],
  ['a PNG', bytes('\x89PNG\r\n\x1a\n....IHDR'), 'image/png'],
  ['a JPEG', bytes('\xff\xd8\xff\xe0..JFIF'), 'image/jpeg'],
  ['nothing', bytes(''), null],
  ['a PDF cut off in its first bytes', bytes('%PDF'), null],
  ['a PDF after a blank', bytes(' %PDF-1.7'), null],
  ['a PNG whose line ends were rewritten', bytes('\x89PNG\n\x1a\n'), null],
  ['a page', bytes('<html>%PDF-</html>'), null],
  ['an archive', bytes('PK\x03\x04'), null],
];

test.each(files)('%s', (_, content, type) => {
  expect(mediaTypeOf(content)).toBe(type);
});

test('every type that is accepted can be recognised', () => {
  const recognised = files.map(([, content]) => mediaTypeOf(content));
  expect(documentMediaTypes.filter(type => !recognised.includes(type))).toEqual([]);
});
