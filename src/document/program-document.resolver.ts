import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../boundary/context.js';
import type { ProgramDocumentRow } from './document.entity.js';
import { ProgramDocument, ProgramDocumentVersion } from './program-document.type.js';
import { listProgramDocuments, loadVersions, type ProgramDocumentVersionWithFile } from './program-documents.js';

/** What the programme publishes, for everybody: in both schemas. */
@Resolver(() => ProgramDocument)
export class ProgramDocumentResolver {
  @Query(() => [ProgramDocument], { description: 'What the programme publishes: guides, terms, forms and lists.' })
  programDocuments(@Ctx() { em }: Context): Promise<ProgramDocumentRow[]> {
    return listProgramDocuments(em);
  }

  @FieldResolver(() => [ProgramDocumentVersion], { description: 'Its versions, newest first.' })
  versions(@Root() document: ProgramDocumentRow, @Ctx() context: Context) {
    return loadVersions(context, document.id);
  }
}

@Resolver(() => ProgramDocumentVersion)
export class ProgramDocumentVersionResolver {
  @FieldResolver(() => Boolean, { description: 'true: its file is kept here.' })
  hasFile(@Root() { sha256 }: ProgramDocumentVersionWithFile): boolean {
    return sha256 !== null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Path of its file on this server; everybody may read it.',
  })
  path(@Root() { id, sha256 }: ProgramDocumentVersionWithFile): string | null {
    return sha256 === null ? null : `/public/documents/${id}`;
  }
}
