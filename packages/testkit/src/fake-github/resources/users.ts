const NOBODY_ID = 1

/** An account in the shape of GitHub's `simple-user`. */
export function presentUser(baseUrl: string, login: string): Readonly<Record<string, unknown>> {
  const url = `${baseUrl}/users/${encodeURIComponent(login)}`
  return {
    login,
    id: NOBODY_ID,
    node_id: 'U_1',
    avatar_url: `${baseUrl}/avatars/${NOBODY_ID}`,
    gravatar_id: '',
    url,
    html_url: url,
    followers_url: `${url}/followers`,
    following_url: `${url}/following`,
    gists_url: `${url}/gists`,
    starred_url: `${url}/starred`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    received_events_url: `${url}/received_events`,
    type: login.endsWith('[bot]') ? 'Bot' : 'User',
    site_admin: false,
  }
}
