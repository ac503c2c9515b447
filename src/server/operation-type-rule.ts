import { type ASTVisitor, GraphQLError, type ValidationContext } from 'graphql';

/**
 * A rule of validation: the schema has a root type for the operation. graphql-js lets a mutation on a schema without mutations
 * pass and fails when it runs it, which would look like a defect of ours.
 */
export function operationTypeExists(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node) {
      if (context.getSchema().getRootType(node.operation)) return;
      context.reportError(new GraphQLError(`This endpoint takes no ${node.operation}.`, { nodes: node }));
    },
  };
}
