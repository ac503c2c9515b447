import { AccountEntity } from '../account/account.entity.js';
import { ApiCredentialEntity } from '../account/api-credential.entity.js';
import { OrganisationEntity } from '../account/organisation.entity.js';
import { IdempotentRequestEntity } from '../platform/idempotent-request.entity.js';

/** Every table that the ORM knows. A test holds them against the migrated database, column by column. */
export const entities = [OrganisationEntity, AccountEntity, ApiCredentialEntity, IdempotentRequestEntity];
