/**
 * The only file that knows the toolkit, and only when somebody needs it: loading it costs more than judging a small
 * report does. GITHUB_API_URL is read while it loads, so every client is given its base URL explicitly.
 */
export function loadGitHub(): Promise<typeof import('@actions/github')> {
  return import('@actions/github')
}
