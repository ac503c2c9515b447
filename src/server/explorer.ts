const pages = new Map<string, Promise<string>>();

/** The explorer (GraphiQL) for an endpoint as one page that loads nothing from elsewhere; made when it is first asked for. */
export function explorerPage(endpoint: string): Promise<string> {
  const page = pages.get(endpoint) ?? renderPage(endpoint);
  pages.set(endpoint, page);
  return page;
}

async function renderPage(endpoint: string): Promise<string> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql'); // 9 MB: not at start-up
  const forAccounts = endpoint === '/graphql';
  return renderGraphiQL({
    endpoint,
    title: `Production Tracking System - ${endpoint}`,
    headers: forAccounts ? '{\n  "Authorization": "Bearer "\n}' : '{}',
    defaultQuery: forAccounts ? accountQuery : publicQuery,
  });
}

const accountQuery = `# Put a credential behind "Bearer" in the Headers tab below.
{
  me { name kinds organisation { name } }
  reportingWindow { month opensAt closesAt isOpen }
  systems(first: 5) { edges { node { ptsId town capacityKw } } }
}
`;

const publicQuery = `{
  systems(first: 5) { edges { node { ptsId technology capacityKw town } } }
  minted { quarter mintDate withheld certificates }
}
`;
