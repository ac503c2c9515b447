import {
  type EntityMetadata,
  type EntityName,
  type MetadataStorage,
  MikroORM,
  type Options,
} from '@mikro-orm/postgresql';

type Entities = NonNullable<Options['entities']>;

/** What was found when entities were first looked through. */
const known = new WeakMap<Entities, MetadataStorage>();

/**
 * An ORM of these entities. They are looked through once in a process: that takes a twelfth of a second, a server has two such ORMs, and
 * what is found does not depend on the database.
 */
export function openOrm(entities: Entities, options: Options): MikroORM {
  const found = known.get(entities);
  if (found !== undefined) return new OrmOfKnownEntities({ ...options, entities }, found);
  const orm = new MikroORM({ ...options, entities });
  known.set(entities, orm.getMetadata());
  return orm;
}

class OrmOfKnownEntities extends MikroORM {
  readonly #found: MetadataStorage;

  constructor(options: Options, found: MetadataStorage) {
    super({ ...options, discovery: { ...options.discovery, skipSyncDiscovery: true } });
    this.#found = found;
    this.driver.setMetadata(found);
    this.em = Object.assign(this.driver.createEntityManager() as MikroORM['em'], { global: true }); // only its forks work
  }

  override getMetadata(): MetadataStorage;
  override getMetadata<Entity extends object>(entityName: EntityName<Entity>): EntityMetadata<Entity>;
  override getMetadata<Entity extends object>(
    entityName?: EntityName<Entity>,
  ): MetadataStorage | EntityMetadata<Entity> {
    return entityName === undefined ? this.#found : this.#found.get(entityName);
  }
}
