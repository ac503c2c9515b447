import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../boundary/context.js';
import type { AppliedDasProvider } from '../ownership/das-application.js';
import type { DasProviderRow } from '../ownership/das-provider.entity.js';
import {
  ApproveDasProviderApplicationPayload,
  DasProvider,
  DasProviderApplication,
} from '../ownership/das-provider.type.js';
import { certificateOf, conformanceWarning } from './certificate-of.js';
import { ConformanceCertificate } from './conformance.type.js';

const description = 'Its conformance certificate that is valid today; null: it has none.';
const warning =
  'What to mind before it is approved: that there is no valid conformance certificate; null: there is one.';

/** What staff sees of the conformance of whoever applies, and everybody of whoever is approved. */
@Resolver(() => DasProviderApplication)
export class DasApplicationConformanceResolver {
  @FieldResolver(() => ConformanceCertificate, { nullable: true, description })
  conformanceCertificate(@Root() application: AppliedDasProvider, @Ctx() context: Context) {
    return certificateOf(context, application.organisationId);
  }

  @FieldResolver(() => String, { nullable: true, description: warning })
  conformanceWarning(@Root() application: AppliedDasProvider, @Ctx() context: Context) {
    return conformanceWarning(context, application.organisationId);
  }
}

@Resolver(() => DasProvider)
export class DasProviderConformanceResolver {
  @FieldResolver(() => ConformanceCertificate, { nullable: true, description })
  conformanceCertificate(@Root() provider: DasProviderRow, @Ctx() context: Context) {
    return certificateOf(context, provider.organisationId);
  }
}

@Resolver(() => ApproveDasProviderApplicationPayload)
export class DasApprovalConformanceResolver {
  @FieldResolver(() => String, { nullable: true, description: warning })
  conformanceWarning(@Root() { organisationId }: ApproveDasProviderApplicationPayload, @Ctx() context: Context) {
    return conformanceWarning(context, organisationId);
  }
}
