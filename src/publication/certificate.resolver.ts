import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../boundary/context.js';
import { publicCertificate } from './certificate.js';
import { PublicCertificate } from './certificate.type.js';

@Resolver()
export class PublicCertificateResolver {
  @Query(() => PublicCertificate, {
    nullable: true,
    description:
      'A certificate by its serial number: vintage, asset, state and provenance, nothing of a holder; null when there is none of that number. As JSON too: `GET /public/certificates/<batch>-<number>`. Refusals: BAD_USER_INPUT (no serial number).',
  })
  certificate(
    @Arg('serialNumber', () => String, { description: 'As the market shows it: `4086133 - 24`, or `4086133-24`.' })
    serialNumber: string,
    @Ctx() { em }: Context,
  ) {
    return publicCertificate(em, serialNumber);
  }
}
