import { createHash } from 'node:crypto';
import { shortened } from '../boundary/shortened.js';
import { textOfLength } from '../boundary/text-length.js';
import {
  type DocumentMediaType,
  documentMediaTypes,
  maximumDocumentBytes,
  mediaTypeOf,
} from '../domain/document-format.js';
import { Refusal, type RefusalFacts } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { DocumentEntity } from './document.entity.js';
import type { FileDocumentInput } from './document.input.js';

/** The longest name of a file in characters. */
const longestName = 200;

/**
 * Files a document for the actor's organisation, exactly as it came. Out: its id, its hash (hex) and its size; never its content.
 *
 * DOCUMENT_NOT_ACCEPTED content that is not base64, empty, larger than 5 MiB, or not of the type that it says by its first bytes;
 * BAD_USER_INPUT a name that is empty, too long or has control characters.
 */
export async function fileDocument({ em, context, now }: Verb, input: FileDocumentInput) {
  textOfLength(longestName, 'name', input.name);
  if (/\p{Cc}/u.test(input.name)) {
    throw new Refusal('BAD_USER_INPUT', 'The name of a file has no control characters.', { field: 'name' });
  }
  const mediaType = requireMediaType(input.mediaType);
  const content = decode(input.contentBase64);
  const found = mediaTypeOf(content);
  if (found !== mediaType) {
    throw notAccepted(`The content is ${found ?? 'no file of an accepted type'}, not ${mediaType}.`, {
      mediaType,
      found,
    });
  }
  const sha256 = createHash('sha256').update(content).digest();
  const document = em.create(DocumentEntity, {
    organisationId: context.actor.organisationId,
    name: input.name,
    mediaType,
    byteLength: content.byteLength,
    sha256,
    content,
    createdAt: now,
    createdBy: context.actor.accountId,
  });
  await em.persist(document).flush();
  return { documentId: document.id, sha256: sha256.toString('hex'), byteLength: content.byteLength };
}

function requireMediaType(given: string): DocumentMediaType {
  const known = documentMediaTypes.find(type => type === given);
  if (known) return known;
  throw notAccepted('This type of file is not accepted.', {
    mediaType: shortened(given),
    accepted: documentMediaTypes,
  });
}

/** Text -> bytes. What is too large by its length alone is not decoded. */
function decode(base64: string): Buffer {
  const byteLength = Math.floor((base64.length * 3) / 4) - (base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0);
  if (base64.length === 0) throw notAccepted('The document is empty.', { byteLength: 0 });
  if (byteLength > maximumDocumentBytes) {
    throw notAccepted('The document is too large.', { byteLength, maximumBytes: maximumDocumentBytes });
  }
  const content = Buffer.from(base64, 'base64');
  if (content.toString('base64') === base64) return content;
  throw notAccepted('The content is not base64 (RFC 4648, section 4, with padding).', { field: 'contentBase64' });
}

function notAccepted(message: string, facts: RefusalFacts): Refusal {
  return new Refusal('DOCUMENT_NOT_ACCEPTED', message, facts);
}
